import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { floorOf } from '../../domain/floor/pauses.ts';
import { divideRounded, sum } from '../../domain/money.ts';
import { wallClock } from '../../domain/time.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money, useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { hasOwnName, useDates, useDayName } from '../../ui/use-dates.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { useDayRead, useDays } from '../../store/use-days.ts';
import { useMinute } from '../../store/use-minute.ts';
import { BoardAside } from './board-aside.tsx';
import { DayPicture } from './day-picture.tsx';
import { TopPrints } from './top-prints.tsx';
import './board.css';

const text = defineMessages({
  title: { id: 'board.title', defaultMessage: 'Market' },
  since: { id: 'board.since', defaultMessage: '{date, select, none {Open} other {{date}, open}} since {time}' },
  closedAt: { id: 'board.closedAt', defaultMessage: '{date, select, none {Closed} other {{date}, closed}} at {time}' },
  takings: { id: 'board.takings', defaultMessage: 'Takings' },
  pieces: {
    id: 'board.pieces',
    defaultMessage: '{sales, plural, one {# sale} other {# sales}}, {pieces, plural, one {# piece} other {# pieces}}',
  },
  perSale: { id: 'board.perSale', defaultMessage: '{amount} a sale' },
  refunds: { id: 'board.refunds', defaultMessage: '{amount} given back' },
  visitors: { id: 'board.visitors', defaultMessage: 'Visitors' },
  stopped: { id: 'board.stopped', defaultMessage: 'Stopped to look' },
  people: { id: 'board.people', defaultMessage: '{people, plural, one {# person} other {# people}}' },
  watched: {
    id: 'board.watched',
    defaultMessage: '{bought} of them bought, in {minutes, plural, one {# minute} other {# minutes}} of counting',
  },
  notCounted: { id: 'board.notCounted', defaultMessage: 'not counted' },
  expected: { id: 'board.expected', defaultMessage: '{count} expected' },
  howToCount: {
    id: 'board.howToCount',
    defaultMessage: 'Count 5 minutes in each half hour to see conversion.',
  },
  sellsFor: { id: 'board.sellsFor', defaultMessage: 'This tablet sells for' },
  moved: { id: 'board.moved', defaultMessage: 'This tablet now sells for {name}.' },
  none: { id: 'board.none', defaultMessage: 'No market is open.' },
  noneBody: {
    id: 'board.noneBody',
    defaultMessage: 'The first sale opens one by itself, named after the day and without a counted float.',
  },
  today: { id: 'board.today', defaultMessage: '{name} is planned for today, {from} to {to}.' },
  upcoming: { id: 'board.upcoming', defaultMessage: '{name} comes on {date}.' },
  choose: { id: 'board.choose', defaultMessage: 'A market is open. Which one does this tablet sell for?' },
  count: { id: 'board.count', defaultMessage: 'Count the float' },
  plan: { id: 'board.plan', defaultMessage: 'Plan a market' },
  ready: { id: 'board.ready', defaultMessage: 'Am I ready?' },
});

/** The selected day as it runs, to be read from two metres; or what to do where none is open. */
export function BoardScreen() {
  const { day: selected, zone, now } = useStall();
  const days = useDays();
  if (!days) return null;
  const open = days.filter(({ state }) => state === 'open');
  const day = days.find(({ id, state }) => id === selected && (state === 'open' || state === 'closed'));
  const today = wallClock(now(), zone).date;
  const isOver = day?.state === 'closed' && day.date !== today;
  return day && !isOver ? <OpenBoard day={day} open={open} /> : <NoBoard days={days} open={open} />;
}

function OpenBoard({ day, open }: { readonly day: MarketDay; readonly open: readonly MarketDay[] }) {
  const dates = useDates();
  const nameOf = useDayName();
  const read = useDayRead(day.id);
  const date = hasOwnName(day) ? dates.long(day.date) : 'none';
  const [message, at] = day.closedAt === null ? [text.since, day.openedAt] : [text.closedAt, day.closedAt];
  return (
    <Page
      title={nameOf(day)}
      lead={<FormattedMessage {...message} values={{ date, time: at === null ? '' : dates.time(at, day.zone) }} />}
      actions={<DayChoice open={open} chosen={day.id} />}
    >
      {read && (
        <div className="board">
          <div className="board-main">
            <Heroes day={day} read={read} />
            <DayPicture day={day} lines={read.ledger.lines} />
            <TopPrints lines={read.ledger.lines} />
          </div>
          <BoardAside day={day} read={read} />
        </div>
      )}
    </Page>
  );
}

/** Which open day this tablet sells for; only where there is a choice. */
function DayChoice({ open, chosen }: { readonly open: readonly MarketDay[]; readonly chosen: string }) {
  const intl = useIntl();
  const { selectDay } = useStall();
  const nameOf = useDayName();
  if (open.every(({ id }) => id === chosen)) return null;
  const choose = async (id: string) => {
    await selectDay(id);
    const day = open.find((each) => each.id === id);
    if (day) announce(intl.formatMessage(text.moved, { name: nameOf(day) }));
  };
  return (
    <div className="day-choice">
      <span className="note q">
        <FormattedMessage {...text.sellsFor} />
      </span>
      <Chips
        label={intl.formatMessage(text.sellsFor)}
        choices={open.map((day) => ({ id: day.id, label: nameOf(day) }))}
        chosen={chosen}
        onChoose={(id) => void choose(id)}
      />
    </div>
  );
}

function Heroes({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const money = useMoney();
  const { totals } = read.ledger;
  const net = totals.takings - totals.refunded;
  return (
    <div className="heroes">
      <section>
        <h2 className="q">
          <FormattedMessage {...text.takings} />
        </h2>
        <p className="hero">
          <Money minor={net} sign short />
        </p>
        <p className="q hero-note">
          <FormattedMessage {...text.pieces} values={{ sales: totals.sales, pieces: totals.pieces }} />
          {totals.sales > 0 && (
            <>
              {', '}
              <FormattedMessage
                {...text.perSale}
                values={{ amount: money.text(divideRounded(BigInt(totals.takings), BigInt(totals.sales))) }}
              />
            </>
          )}
          {totals.refunded > 0 && (
            <>
              {', '}
              <FormattedMessage {...text.refunds} values={{ amount: money.text(totals.refunded) }} />
            </>
          )}
        </p>
      </section>
      <Visitors day={day} read={read} />
    </div>
  );
}

/** Who stopped while somebody counted; and where nobody did, that nobody did. */
function Visitors({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const { tokens, watchedMs } = floorOf(read.reads, useMinute());
  const expected = day.plan?.expectedFootfall ?? null;
  if (watchedMs > 0) {
    const people = (some: typeof tokens) => sum(some.map((token) => token.people));
    const bought = people(tokens.filter(({ outcome }) => outcome === 'bought'));
    return (
      <section className="hero-second">
        <h2 className="q">
          <FormattedMessage {...text.stopped} />
        </h2>
        <p className="hero-small">
          <FormattedMessage {...text.people} values={{ people: people(tokens) }} />
        </p>
        <p className="note q">
          <FormattedMessage {...text.watched} values={{ minutes: Math.round(watchedMs / 60_000), bought }} />
        </p>
      </section>
    );
  }
  return (
    <section className="hero-second">
      <h2 className="q">
        <FormattedMessage {...text.visitors} />
      </h2>
      <p className="hero-small">
        <span aria-hidden="true">– </span>
        <FormattedMessage {...text.notCounted} />
      </p>
      <p className="note q">
        {expected !== null && (
          <>
            <FormattedMessage {...text.expected} values={{ count: expected }} />
            {'. '}
          </>
        )}
        <FormattedMessage {...text.howToCount} />
      </p>
    </section>
  );
}

function NoBoard({ days, open }: { readonly days: readonly MarketDay[]; readonly open: readonly MarketDay[] }) {
  const dates = useDates();
  const nameOf = useDayName();
  const [, go] = useLocation();
  const next = days.find(({ state }) => state === 'today' || state === 'planned');
  if (open.length > 0) {
    return (
      <Page title={<FormattedMessage {...text.title} />} actions={<DayChoice open={open} chosen="" />}>
        <EmptyState title={<FormattedMessage {...text.choose} />} />
      </Page>
    );
  }
  const ready = (
    <Button kind="quiet" onClick={() => go('/market/ready')}>
      <FormattedMessage {...text.ready} />
    </Button>
  );
  if (!next) {
    return (
      <Page title={<FormattedMessage {...text.title} />}>
        <EmptyState
          title={<FormattedMessage {...text.none} />}
          action={
            <span className="empty-actions">
              <Button kind="go" onClick={() => go('/market/plan')}>
                <FormattedMessage {...text.plan} />
              </Button>
              {ready}
            </span>
          }
        >
          <FormattedMessage {...text.noneBody} />
        </EmptyState>
      </Page>
    );
  }
  const name = nameOf(next);
  const isToday = next.state === 'today';
  return (
    <Page title={<FormattedMessage {...text.title} />}>
      <EmptyState
        title={
          isToday ? (
            <FormattedMessage {...text.today} values={{ name, from: next.opens, to: next.closes }} />
          ) : (
            <FormattedMessage {...text.upcoming} values={{ name, date: dates.long(next.date) }} />
          )
        }
        action={
          <span className="empty-actions">
            <Button kind="go" onClick={() => go(`/market/open/${next.id}`)}>
              <FormattedMessage {...text.count} />
            </Button>
            {ready}
          </span>
        }
      >
        {next.venue}
      </EmptyState>
    </Page>
  );
}
