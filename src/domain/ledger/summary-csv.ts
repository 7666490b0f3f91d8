import { sum, type Minor } from '../money.ts';
import type { Column } from './csv.ts';
import type { DayLedger } from './day-ledger.ts';
import { amendmentName, percentText, photographerName, type LedgerNames } from './ledger-names.ts';

/** One sum of the day, told apart by its group. */
interface SummaryRow {
  readonly group: 'tax' | 'tender' | 'photographer' | 'z' | 'amendment' | 'total';
  readonly name: string;
  readonly amount: Minor;
  readonly net?: Minor;
  readonly tax?: Minor;
  readonly pieces?: number;
  readonly photographer?: Minor;
  readonly collective?: Minor;
}

/** The sums of the day, one a row: what is read before the other files are opened. */
export function summaryRows(ledger: DayLedger, names: LedgerNames): SummaryRow[] {
  const { totals } = ledger;
  const total = (name: string, amount: Minor): SummaryRow => ({ group: 'total', name, amount });
  return [
    ...ledger.taxes.map(({ rate, net, tax }): SummaryRow => {
      const name = rate === null ? 'no tax' : `${percentText(rate)} %`;
      return { group: 'tax', name, amount: net + tax, net, tax };
    }),
    ...ledger.byTender.map(({ key, amount }): SummaryRow => ({ group: 'tender', name: key, amount })),
    ...ledger.photographers.map(({ photographer, pieces, takings, tax, shares }): SummaryRow => {
      const name = photographerName(names, photographer);
      return { group: 'photographer', name, amount: takings, net: takings - tax, tax, pieces, ...shares };
    }),
    ...ledger.drawers.flatMap(({ closings }) =>
      closings.map(({ closed: { body } }): SummaryRow => ({
        group: 'z',
        name: body.z,
        amount: sum(Object.values(body.sums.tenders)),
      })),
    ),
    ...ledger.drawers.flatMap(({ amendments }) =>
      amendments.map(({ amended, z, report }): SummaryRow => ({
        group: 'amendment',
        name: `${amendmentName(amended.body.number)} to ${z}`,
        amount: sum(Object.values(report.sums.tenders)),
      })),
    ),
    total('takings', totals.takings),
    total('refunded', 0 - totals.refunded),
    total('refunded twice', 0 - totals.refundedTwice),
    total('rounding', totals.rounding),
    total('tenders', totals.tenders),
  ];
}

/** Shares are a column only where they are known. */
export function summaryColumns(ledger: DayLedger, names: LedgerNames): Column<SummaryRow>[] {
  const hasShares = ledger.photographers.some(({ photographer, shares }) => photographer !== '' && shares !== null);
  return [
    { name: 'market', text: () => names.market },
    { name: 'date', text: () => names.date },
    { name: 'group', text: ({ group }) => group },
    { name: 'name', text: ({ name }) => name },
    { name: 'amount', amount: ({ amount }) => amount },
    { name: 'net', amount: ({ net }) => net ?? null },
    { name: 'tax', amount: ({ tax }) => tax ?? null },
    { name: 'pieces', number: ({ pieces }) => pieces ?? null },
    ...(hasShares
      ? ([
          { name: 'photographer_part', amount: ({ photographer }) => photographer ?? null },
          { name: 'collective_part', amount: ({ collective }) => collective ?? null },
        ] satisfies Column<SummaryRow>[])
      : []),
    { name: 'currency', text: () => ledger.currency },
  ];
}
