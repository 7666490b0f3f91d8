import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useTill } from './till-context.tsx';

const text = defineMessages({
  bare: { id: 'first.bareWall', defaultMessage: 'A bare wall.' },
  lead: {
    id: 'first.lead',
    defaultMessage: 'Start with any of these. The till already works: type an amount and sell.',
  },
  hang: { id: 'first.hang', defaultMessage: 'Hang pictures' },
  hangHint: {
    id: 'first.hangHint',
    defaultMessage: 'Choose photographs from this tablet. Titles and prices can come later.',
  },
  makers: { id: 'first.makers', defaultMessage: 'Name the makers' },
  makersHint: { id: 'first.makersHint', defaultMessage: 'Who made what, and how the money is shared.' },
  market: { id: 'first.market', defaultMessage: 'Plan a market' },
  marketHint: { id: 'first.marketHint', defaultMessage: 'Place, day and float. Opens in three taps.' },
  amount: { id: 'first.amount', defaultMessage: 'Sell an amount' },
  join: { id: 'first.join', defaultMessage: 'Join a collective by code' },
});

/** The empty screen is an empty wall with nails: three cards in any order, each useful alone. */
export function FirstRun() {
  const { till } = useTill();
  return (
    <div className="first-run">
      <h1>
        <FormattedMessage {...text.bare} />
      </h1>
      <p className="first-lead q">
        <FormattedMessage {...text.lead} />
      </p>
      <ul className="nails">
        <Nail to="/stock/new" icon="camera" width={100} ratio={1.5} title={<FormattedMessage {...text.hang} />}>
          <FormattedMessage {...text.hangHint} />
        </Nail>
        <Nail to="/tablet/people" icon="person" width={60} ratio={0.8} title={<FormattedMessage {...text.makers} />}>
          <FormattedMessage {...text.makersHint} />
        </Nail>
        <Nail to="/market/new" icon="market" width={80} ratio={1.25} title={<FormattedMessage {...text.market} />}>
          <FormattedMessage {...text.marketHint} />
        </Nail>
      </ul>
      <div className="first-foot">
        <Button kind="go" onClick={() => till.setState({ sheet: { kind: 'amount' } })}>
          <FormattedMessage {...text.amount} />
        </Button>
        <span className="sp" />
        <Link href="/join" className="btn quiet normal">
          <Icon name="tablet" />
          <FormattedMessage {...text.join} />
        </Link>
      </div>
    </div>
  );
}

function Nail({
  to,
  icon,
  width,
  ratio,
  title,
  children,
}: {
  readonly to: string;
  readonly icon: IconName;
  readonly width: number;
  readonly ratio: number;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Link href={to} className="nail">
        <span className="nail-hang" style={{ width: `${width}%` }}>
          <svg viewBox="0 0 200 34" aria-hidden="true" preserveAspectRatio="none">
            <path d="M32 34L100 4L168 34" />
          </svg>
          <i aria-hidden="true" />
          <span className="nail-frame" style={{ aspectRatio: ratio }}>
            <Icon name={icon} size={44} />
          </span>
        </span>
        <b>{title}</b>
        <span className="q">{children}</span>
      </Link>
    </li>
  );
}
