import { FormattedMessage, useIntl } from 'react-intl';
import { photographerSummaries } from '../../domain/ledger/ledger-sums.ts';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import type { DrawerSums } from '../../domain/market-days/sums.ts';
import { sum, type Minor } from '../../domain/money.ts';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';
import { percent } from '../../ui/percent.ts';
import type { PaperPriceRow } from './price-rows.ts';
import './paper-rows.css';

const text = defineMessages({
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
  byMaker: { id: 'paper.byMaker', defaultMessage: 'Of this, by maker' },
  ownWork: { id: 'paper.ownWork', defaultMessage: 'The collective' },
});

export interface PaperCash {
  readonly counted?: Minor;
  readonly expected: Minor;
  readonly reason?: string;
  readonly isFloatCounted?: boolean;
}

/** From what the prints would have cost to what came in; under that the cash, if the paper counts it. */
export function PaperRows({
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
export function MakerRows({ lines }: { readonly lines: readonly LedgerLine[] }) {
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
