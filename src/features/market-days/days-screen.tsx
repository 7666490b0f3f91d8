import { FormattedMessage } from 'react-intl';
import { useLocation } from 'wouter';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { useStall } from '../../store/stall.tsx';
import { useDayRead, useDays } from '../../store/use-days.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { hasOwnName, useDates } from '../../ui/use-dates.ts';
import './days.css';

const text = defineMessages({
  title: { id: 'days.title', defaultMessage: 'Market days' },
  plan: { id: 'days.plan', defaultMessage: 'Plan a market' },
  none: { id: 'days.none', defaultMessage: 'No market planned yet.' },
  noneBody: {
    id: 'days.noneBody',
    defaultMessage: 'Place, day and float. It opens in three taps. Selling works without one as well.',
  },
  open: { id: 'days.open', defaultMessage: 'Open now' },
  next: { id: 'days.next', defaultMessage: 'Coming' },
  past: { id: 'days.past', defaultMessage: 'Past' },
  openSince: { id: 'days.openSince', defaultMessage: 'open since {time}' },
  unplanned: { id: 'days.unplanned', defaultMessage: 'Opened without a plan' },
  missed: { id: 'days.missed', defaultMessage: 'planned, never opened' },
  here: { id: 'days.here', defaultMessage: 'this tablet sells here' },
  count: { id: 'days.count', defaultMessage: 'Count the float' },
  change: { id: 'days.change', defaultMessage: 'Change' },
  board: { id: 'days.board', defaultMessage: 'Board' },
  ledger: { id: 'days.ledger', defaultMessage: 'Ledger' },
  sales: { id: 'days.sales', defaultMessage: '{sales, plural, one {# sale} other {# sales}}' },
});

/** Past, today's and planned market days. */
export function DaysScreen() {
  const days = useDays();
  const [, go] = useLocation();
  const plan = (
    <Button kind="go" icon="plus" onClick={() => go('/market/plan')}>
      <FormattedMessage {...text.plan} />
    </Button>
  );
  if (!days) return null;
  if (days.length === 0) {
    return (
      <Page title={<FormattedMessage {...text.title} />}>
        <EmptyState title={<FormattedMessage {...text.none} />} action={plan}>
          <FormattedMessage {...text.noneBody} />
        </EmptyState>
      </Page>
    );
  }
  const of = (...states: MarketDay['state'][]) => days.filter(({ state }) => states.includes(state));
  return (
    <Page title={<FormattedMessage {...text.title} />} actions={plan}>
      <DayGroup title={<FormattedMessage {...text.open} />} days={of('open')} />
      <DayGroup title={<FormattedMessage {...text.next} />} days={of('today', 'planned')} />
      <DayGroup title={<FormattedMessage {...text.past} />} days={of('closed', 'missed')} />
    </Page>
  );
}

function DayGroup({ title, days }: { readonly title: React.ReactNode; readonly days: readonly MarketDay[] }) {
  if (days.length === 0) return null;
  return (
    <section className="day-group">
      <h2>{title}</h2>
      <ul className="day-rows">
        {days.map((day) => (
          <DayRow key={day.id} day={day} />
        ))}
      </ul>
    </section>
  );
}

function DayRow({ day }: { readonly day: MarketDay }) {
  const stall = useStall();
  const dates = useDates();
  const [, go] = useLocation();
  const isHere = day.state === 'open' && stall.day === day.id;
  const toBoard = () => {
    void stall.selectDay(day.id).then(() => go('/market'));
  };
  return (
    <li className="day-row">
      <span className="day-date">
        <b>{dates.short(day.date)}</b>
        {hasOwnName(day) && (
          <span className="note q">
            {day.opens} – {day.closes}
          </span>
        )}
      </span>
      <span className="day-name">
        <span className="voice">{hasOwnName(day) ? day.name : <FormattedMessage {...text.unplanned} />}</span>
        <span className="note q">
          {day.venue}
          {day.venue && (day.state === 'open' || day.state === 'missed') ? ' · ' : ''}
          {day.state === 'open' && day.openedAt !== null && (
            <FormattedMessage {...text.openSince} values={{ time: dates.time(day.openedAt, day.zone) }} />
          )}
          {day.state === 'missed' && <FormattedMessage {...text.missed} />}
        </span>
        {isHere && (
          <span className="note day-here">
            <Icon name="check" size={20} />
            <FormattedMessage {...text.here} />
          </span>
        )}
      </span>
      {day.openedAt !== null && <DayTakings day={day} />}
      <span className="day-actions">
        {day.state === 'open' && (
          <Button onClick={toBoard}>
            <FormattedMessage {...text.board} />
          </Button>
        )}
        {(day.state === 'today' || day.state === 'planned') && (
          <>
            <Button kind="quiet" onClick={() => go(`/market/plan/${day.id}`)}>
              <FormattedMessage {...text.change} />
            </Button>
            <Button onClick={() => go(`/market/open/${day.id}`)}>
              <FormattedMessage {...text.count} />
            </Button>
          </>
        )}
        {day.state === 'missed' && (
          <Button kind="quiet" onClick={() => go(`/market/plan/${day.id}`)}>
            <FormattedMessage {...text.change} />
          </Button>
        )}
        {day.state === 'closed' && (
          <Button kind="quiet" iconAfter="forward" onClick={() => go(`/market/ledger/${day.id}`)}>
            <FormattedMessage {...text.ledger} />
          </Button>
        )}
      </span>
    </li>
  );
}

function DayTakings({ day }: { readonly day: MarketDay }) {
  const read = useDayRead(day.id);
  if (!read) return <span className="day-takings" />;
  const { takings, refunded, sales } = read.ledger.totals;
  return (
    <span className="day-takings">
      <b>
        <Money minor={takings - refunded} />
      </b>
      <span className="note q">
        <FormattedMessage {...text.sales} values={{ sales }} />
      </span>
    </span>
  );
}
