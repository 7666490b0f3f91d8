import { max } from 'd3-array';
import { FormattedMessage, useIntl } from 'react-intl';
import { photographerSummaries } from '../../domain/ledger/ledger-sums.ts';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import { halfHours } from '../../domain/market-days/board.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import type { PaperName } from '../../domain/market-days/drawer.ts';
import type { DrawerSums } from '../../domain/market-days/sums.ts';
import { sum, type Minor } from '../../domain/money.ts';
import { wallClock } from '../../domain/time.ts';
import { useStall } from '../../store/stall.tsx';
import { Money, useMoney } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { percent } from '../../ui/percent.ts';
import { tenderWords } from '../../ui/tender-text.ts';
import { hasOwnName, useDates, useDayName } from '../../ui/use-dates.ts';
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
  byMaker: { id: 'paper.byMaker', defaultMessage: 'Of this, by maker' },
  ownWork: { id: 'paper.ownWork', defaultMessage: 'The collective' },
  amendmentName: { id: 'paper.amendmentName', defaultMessage: 'Amendment {amendment}' },
  span: { id: 'paper.span', defaultMessage: '{from} to {to}' },
  counts: {
    id: 'paper.counts',
    defaultMessage:
      '{sales, plural, one {# sale} other {# sales}}, {pieces, plural, one {# piece} other {# pieces}}{refunds, plural, =0 {} one {, # refund} other {, # refunds}}{voids, plural, =0 {} one {, # undone} other {, # undone}}',
  },
  list: { id: 'paper.list', defaultMessage: 'Before price rows and discounts' },
  row: { id: 'paper.row', defaultMessage: '“{name}”, {times, plural, one {# time} other {# times}}' },
  discounts: { id: 'paper.discounts', defaultMessage: 'Other discounts' },
  refunded: { id: 'paper.refunded', defaultMessage: 'Given back' },
  rounding: { id: 'paper.rounding', defaultMessage: 'Cash rounding' },
  together: { id: 'paper.together', defaultMessage: 'All ways of paying' },
  tax: { id: 'paper.tax', defaultMessage: 'Of this, tax at {rate}' },
  float: { id: 'paper.float', defaultMessage: 'Float' },
  floatUnknown: { id: 'paper.floatUnknown', defaultMessage: 'Float, not counted' },
  paidIn: { id: 'paper.paidIn', defaultMessage: 'Paid in' },
  paidOut: { id: 'paper.paidOut', defaultMessage: 'Paid out' },
  expected: { id: 'paper.expected', defaultMessage: 'Cash expected' },
  counted: { id: 'paper.counted', defaultMessage: 'Cash counted' },
  short: { id: 'paper.short', defaultMessage: 'Cash short{reason, select, none {} other {: {reason}}}' },
  over: { id: 'paper.over', defaultMessage: 'Cash over{reason, select, none {} other {: {reason}}}' },
  most: { id: 'paper.most', defaultMessage: 'most from {time}, {amount}' },
  hours: { id: 'paper.hours', defaultMessage: 'Takings by half hour' },
  overlaps: {
    id: 'paper.overlaps',
    defaultMessage: 'Closed twice without knowing of each other: {others} counts some of the same sales.',
  },
  example: { id: 'paper.example', defaultMessage: 'Example: nothing here is real' },
});

/** A price row on the paper: how often it applied, what it saved together. */
export interface PaperPriceRow {
  readonly name: string;
  readonly times: number;
  readonly saved: Minor;
}

interface PaperCash {
  readonly counted?: Minor;
  readonly expected: Minor;
  readonly reason?: string;
  readonly isFloatCounted?: boolean;
}

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

/** Ways of paying, as wide as what they brought; what was paid back is only written. */
function TenderBar({ tenders }: { readonly tenders: DrawerSums['tenders'] }) {
  const intl = useIntl();
  const found = Object.entries(tenders)
    .filter(([, amount]) => amount !== 0)
    .toSorted(([, a], [, b]) => b - a);
  if (found.length === 0) return null;
  return (
    <ul className="tender-bar">
      {found.map(([key, amount]) => (
        <li key={key} style={{ flexGrow: Math.max(1, amount) }}>
          <b>
            <Money minor={amount} />
          </b>
          {tenderWords(intl, key)}
        </li>
      ))}
    </ul>
  );
}

function PaperRows({
  sums,
  lines,
  priceRows,
  cash,
}: {
  readonly sums: DrawerSums;
  readonly lines: readonly LedgerLine[];
  readonly priceRows: readonly PaperPriceRow[];
  readonly cash: PaperCash | null;
}) {
  const intl = useIntl();
  const say = (message: keyof typeof text) => intl.formatMessage(text[message]);
  const list = sum(lines.map(({ price, quantity }) => price * quantity));
  const reductions = sum(lines.map(({ reduction }) => reduction));
  const discounts = reductions + sum(priceRows.map(({ saved }) => saved));
  const variance = cash?.counted === undefined ? 0 : cash.counted - cash.expected;
  const together = sum(Object.values(sums.tenders));
  const rows: (readonly [string, Minor] | null)[] = [
    reductions === 0 ? null : [say('list'), list],
    ...priceRows.map(({ name, times, saved }) => [intl.formatMessage(text.row, { name, times }), 0 - saved] as const),
    discounts === 0 ? null : [say('discounts'), discounts],
    sums.refunded === 0 ? null : [say('refunded'), 0 - sums.refunded],
    sums.rounding === 0 ? null : [say('rounding'), sums.rounding],
    together === sums.takings - sums.refunded ? null : [say('together'), together],
    ...sums.taxes
      .filter(({ tax }) => tax !== 0)
      .map(({ rate, tax }) => [intl.formatMessage(text.tax, { rate: percent(intl, rate / 1_000_000) }), tax] as const),
    ...(cash ? cashRows(sums, cash, say) : []),
    variance === 0
      ? null
      : [intl.formatMessage(variance < 0 ? text.short : text.over, { reason: cash?.reason || 'none' }), variance],
  ];
  return (
    <dl className="paper-rows">
      {rows.flatMap((row) =>
        row
          ? [
              <div key={row[0]}>
                <dt>{row[0]}</dt>
                <dd>
                  <Money minor={row[1]} />
                </dd>
              </div>,
            ]
          : [],
      )}
    </dl>
  );
}

function cashRows(
  sums: DrawerSums,
  cash: PaperCash,
  say: (message: 'float' | 'floatUnknown' | 'paidIn' | 'paidOut' | 'expected' | 'counted') => string,
): (readonly [string, Minor] | null)[] {
  return [
    [cash.isFloatCounted === false ? say('floatUnknown') : say('float'), sums.float],
    sums.paidIn === 0 ? null : [say('paidIn'), sums.paidIn],
    sums.paidOut === 0 ? null : [say('paidOut'), 0 - sums.paidOut],
    [say('expected'), cash.expected],
    cash.counted === undefined ? null : [say('counted'), cash.counted],
  ];
}

/** What each photographer's takings change by. */
function MakerRows({ lines }: { readonly lines: readonly LedgerLine[] }) {
  const { catalogue } = useStall();
  const earned = photographerSummaries(lines);
  if (earned.length === 0) return null;
  return (
    <>
      <p className="note q">
        <FormattedMessage {...text.byMaker} />
      </p>
      <dl className="paper-rows">
        {earned.map(({ photographer, takings }) => (
          <div key={photographer}>
            <dt>{catalogue.photographerById.get(photographer)?.name ?? <FormattedMessage {...text.ownWork} />}</dt>
            <dd>
              <Money minor={takings} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function HourBars({ day, lines }: { readonly day: MarketDay; readonly lines: readonly LedgerLine[] }) {
  const money = useMoney();
  const columns = halfHours(lines, day);
  const most = max(columns, ({ takings }) => takings) ?? 0;
  if (most <= 0) return null;
  const best = columns.find(({ takings }) => takings === most);
  return (
    <figure className="hour-bars">
      <p className="hidden-text">
        <FormattedMessage {...text.hours} />
      </p>
      <div aria-hidden="true">
        {columns.map((column) => (
          <i
            key={column.from}
            className={column === best ? 'most' : ''}
            style={{ blockSize: `${(Math.max(0, column.takings) / most) * 100}%` }}
          />
        ))}
      </div>
      <figcaption className="note q">
        <span>{columns[0]?.time}</span>
        <span>
          <FormattedMessage {...text.most} values={{ time: best?.time, amount: money.text(most) }} />
        </span>
        <span>{columns.at(-1)?.time}</span>
      </figcaption>
    </figure>
  );
}
