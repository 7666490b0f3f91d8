import { FormattedMessage, useIntl } from 'react-intl';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import type { PaperName } from '../../domain/market-days/drawer.ts';
import type { DrawerSums } from '../../domain/market-days/sums.ts';
import { sum } from '../../domain/money.ts';
import { wallClock } from '../../domain/time.ts';
import { useStall } from '../../store/stall.tsx';
import { Money } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { hasOwnName, useDates, useDayName } from '../../ui/use-dates.ts';
import { HourBars } from './hour-bars.tsx';
import { MakerRows, PaperRows, type PaperCash } from './paper-rows.tsx';
import type { PaperPriceRow } from './price-rows.ts';
import { TenderBar } from './tender-bar.tsx';
import './z-paper.css';

const text = defineMessages({
  z: { id: 'paper.z', defaultMessage: 'Z report {number}, {date}' },
  x: { id: 'paper.x', defaultMessage: 'X report, tablet {letters}, {date}' },
  amendment: {
    id: 'paper.amendment',
    defaultMessage: 'Amendment {amendment} to {number}: what came in after the close',
  },
  late: { id: 'paper.late', defaultMessage: 'Late, not numbered yet: what came in after {number}' },
  lateWhy: {
    id: 'paper.lateWhy',
    defaultMessage: 'The hub numbers it as an amendment when the tablet that sold it has sent everything.',
  },
  numberedAt: { id: 'paper.numberedAt', defaultMessage: 'Numbered {date}, {time}' },
  amendmentName: { id: 'paper.amendmentName', defaultMessage: 'Amendment {amendment}' },
  span: { id: 'paper.span', defaultMessage: '{from} to {to}' },
  counts: {
    id: 'paper.counts',
    defaultMessage:
      '{sales, plural, one {# sale} other {# sales}}, {pieces, plural, one {# piece} other {# pieces}}{refunds, plural, =0 {} one {, # refund} other {, # refunds}}{voids, plural, =0 {} one {, # undone} other {, # undone}}',
  },
  overlaps: {
    id: 'paper.overlaps',
    defaultMessage: 'Closed twice without knowing of each other: {others} counts some of the same sales.',
  },
  example: { id: 'paper.example', defaultMessage: 'Example: nothing here is real' },
});

/**
 * A drawer's totals as a paper. A Z's figures are those written at the close, an amendment's those under its heads; an
 * X's and what is late and has no number yet are made now.
 * @param lines what the paper covers, for pieces, reductions and the hours
 */
export function ZPaper({
  kind,
  number,
  amendment,
  numberedAt,
  day,
  letters,
  sums,
  cash,
  from,
  to,
  lines,
  priceRows,
  overlaps,
}: {
  readonly kind: 'z' | 'x' | 'amendment' | 'late';
  /** Of the Z. */
  readonly number: string;
  readonly amendment?: number;
  readonly numberedAt?: number;
  readonly day: MarketDay;
  readonly letters: string;
  readonly sums: DrawerSums;
  readonly cash: PaperCash | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly lines: readonly LedgerLine[];
  readonly priceRows: readonly PaperPriceRow[];
  readonly overlaps: readonly PaperName[];
}) {
  const intl = useIntl();
  const dates = useDates();
  const nameOf = useDayName();
  const { catalogue } = useStall();
  const time = (at: number | null) => (at === null ? '' : dates.time(at, day.zone));
  const kept = lines.filter((line) => line.kind === 'sale' || line.kind === 'void');
  const pieces = sum(kept.map(({ quantity }) => quantity));
  const isLate = kind === 'amendment' || kind === 'late';
  const nameOfPaper = (name: PaperName) =>
    typeof name === 'string' ? name : intl.formatMessage(text.amendmentName, { amendment: name });
  return (
    <article className={isLate ? 'z-paper late' : 'z-paper'} data-paper-kind={kind}>
      <p className="paper-market">
        {[catalogue.collective.name, isLate || hasOwnName(day) ? nameOf(day) : '', day.venue]
          .filter(Boolean)
          .join(' · ')}
        {catalogue.collective.example && (
          <b>
            {' '}
            <FormattedMessage {...text.example} />
          </b>
        )}
      </p>
      <h2 className="q">
        <FormattedMessage {...text[kind]} values={{ number, amendment, letters, date: dates.long(day.date) }} />
        {from !== null && (
          <>
            {', '}
            <FormattedMessage {...text.span} values={{ from: time(from), to: time(to) }} />
          </>
        )}
      </h2>
      <p className="paper-total">
        <Money minor={sums.takings - sums.refunded} sign />
      </p>
      <p>
        <FormattedMessage
          {...text.counts}
          values={{ sales: sums.sales, pieces, refunds: sums.refunds, voids: sums.voids }}
        />
      </p>
      <TenderBar tenders={sums.tenders} />
      <PaperRows sums={sums} lines={kept} priceRows={priceRows} cash={cash} />
      {isLate ? <MakerRows lines={lines} /> : <HourBars day={day} lines={lines} />}
      {kind === 'late' && (
        <p className="note q">
          <FormattedMessage {...text.lateWhy} />
        </p>
      )}
      {numberedAt !== undefined && (
        <p className="note q">
          <FormattedMessage
            {...text.numberedAt}
            values={{ date: dates.full(wallClock(numberedAt, day.zone).date), time: time(numberedAt) }}
          />
        </p>
      )}
      {overlaps.length > 0 && (
        <p className="said-problem">
          <FormattedMessage {...text.overlaps} values={{ others: overlaps.map(nameOfPaper).join(', ') }} />
        </p>
      )}
    </article>
  );
}
