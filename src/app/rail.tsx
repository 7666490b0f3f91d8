import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'wouter';
import { useStall } from '../store/stall.tsx';
import { Icon, Mark } from '../ui/icon.tsx';
import { defineMessages } from '../ui/messages.ts';
import { useLongPress } from './long-press.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { rail } from './sections.ts';
import './rail.css';

const text = defineMessages({
  sections: { id: 'shell.sections', defaultMessage: 'Sections' },
  letter: { id: 'shell.letter', defaultMessage: 'Tablet {tablet}: colours, hand, sound. Hold for sun.' },
  inboxCount: { id: 'shell.inboxCount', defaultMessage: '{count, plural, one {# card} other {# cards}}' },
});

/** The sections, each with its first page, and the tablet's letter; on a phone the menu. */
export function Rail({
  screen,
  cards,
  open,
  onChosen,
  onLetter,
}: {
  readonly screen: Screen;
  readonly cards: number;
  readonly open: boolean;
  readonly onChosen: () => void;
  readonly onLetter: () => void;
}) {
  const intl = useIntl();
  const { device, catalogue, person, prefer, preferences } = useStall();
  const letter = useLongPress(onLetter, () => prefer({ theme: preferences.theme === 'sun' ? 'light' : 'sun' }));
  const [name = ''] = (catalogue.people.find((each) => each.id === person)?.name ?? '').split(' ');
  return (
    <nav className={open ? 'rail open' : 'rail'} aria-label={intl.formatMessage(text.sections)}>
      <Mark />
      {sectionsOf(device.class).map(({ section, icon, title, path }) => (
        <Link
          key={section}
          href={path}
          className="rail-item"
          aria-current={screen.section === section ? 'page' : undefined}
          onClick={onChosen}
        >
          <Icon name={icon} />
          <FormattedMessage {...title} />
          {section === 'inbox' && cards > 0 && (
            <span className="rail-count" aria-label={intl.formatMessage(text.inboxCount, { count: cards })}>
              {cards}
            </span>
          )}
        </Link>
      ))}
      <button
        type="button"
        className="letter"
        aria-label={intl.formatMessage(text.letter, { tablet: `${device.letters} ${name}`.trim() })}
        {...letter}
      >
        <b>{device.letters}</b> <span>{name}</span>
      </button>
    </nav>
  );
}

/** Alt+1 to 6: the sections. */
export function useRailKeys(): void {
  const { device } = useStall();
  const [, go] = useLocation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-6]$/.test(event.code)) return;
      const section = rail[Number(event.code.slice(-1)) - 1]?.section;
      const found = sectionsOf(device.class).find((each) => each.section === section);
      if (!found) return;
      event.preventDefault();
      go(found.path);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [device.class, go]);
}

/** The sections that have a page this tablet may see, each with its first one. */
function sectionsOf(tablet: 'lead' | 'stall') {
  return rail.flatMap((entry) => {
    const first = screens.find((each) => each.section === entry.section && (!each.lead || tablet === 'lead'));
    return first ? [{ ...entry, path: first.path }] : [];
  });
}
