import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { IconButton } from '../ui/button.tsx';
import { defineMessages } from '../ui/messages.ts';
import './phone-top.css';

const text = defineMessages({
  menu: { id: 'shell.menu', defaultMessage: 'Menu' },
  inboxCount: { id: 'shell.inboxCount', defaultMessage: '{count, plural, one {# card} other {# cards}}' },
});

/** A phone's upper edge: menu, pill, inbox. */
export function PhoneTop({
  pill,
  cards,
  open,
  onMenu,
}: {
  readonly pill: ReactNode;
  readonly cards: number;
  readonly open: boolean;
  readonly onMenu: () => void;
}) {
  const intl = useIntl();
  const [, go] = useLocation();
  return (
    <div className="phone-top">
      <IconButton
        icon={open ? 'close' : 'menu'}
        label={intl.formatMessage(text.menu)}
        aria-expanded={open}
        onClick={onMenu}
      />
      {pill}
      <IconButton
        icon="inbox"
        label={intl.formatMessage(text.inboxCount, { count: cards })}
        className={cards > 0 ? 'has-cards' : ''}
        onClick={() => go('/inbox')}
      />
    </div>
  );
}
