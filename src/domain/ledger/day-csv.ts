import { minorDigits, sum } from '../money.ts';
import { isoWithOffset } from '../time.ts';
import type { CashMove } from './cash-moves.ts';
import { csvText, type Column, type CsvDialect } from './csv.ts';
import type { DayLedger } from './day-ledger.ts';
import type { LedgerLine } from './ledger-lines.ts';
import { amendmentName, fileStem, percentText, photographerName, type LedgerNames } from './ledger-names.ts';
import type { LedgerTender } from './ledger-tenders.ts';
import { summaryColumns, summaryRows } from './summary-csv.ts';

interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The day as four files: `lines` (every line of every sale, void and refund, and cash rounding), `tenders`, `cash`
 * (floats, paid in and out, counts) and `summary` (per tax rate, tender, photographer, and totals). In `lines`, the sum
 * of `paid` is the sum of `amount` in `tenders`. Shares are written only where they are known: on a lead's tablet.
 */
export function dayCsv(ledger: DayLedger, known: LedgerNames, dialect: CsvDialect = 'point'): CsvFile[] {
  const names = { ...known, tablets: tabletLetters(ledger, known) };
  const digits = minorDigits(ledger.currency);
  const file = (what: string, text: string) => ({ name: `${fileStem(names)}-${what}.csv`, text });
  const places = zPlaces(ledger);
  return [
    file('lines', csvText(ledger.lines, lineColumns(ledger, names, places), digits, dialect)),
    file('tenders', csvText(ledger.tenders, tenderColumns(ledger, names, places), digits, dialect)),
    file('cash', csvText(ledger.cashMoves, cashColumns(ledger, names, places), digits, dialect)),
    file('summary', csvText(summaryRows(ledger, names), summaryColumns(ledger, names), digits, dialect)),
  ];
}

/** Letters of every tablet of the day: as paired, else those its receipts begin with (a tablet that sells alone). */
function tabletLetters(ledger: DayLedger, names: LedgerNames): ReadonlyMap<string, string> {
  const onReceipts = ledger.lines.map(({ device, receipt }) => [device, receipt.split('-', 1)[0] ?? ''] as const);
  return new Map([...onReceipts.filter(([, letters]) => letters !== ''), ...names.tablets]);
}

function lineColumns(ledger: DayLedger, names: LedgerNames, places: Places): Column<LedgerLine>[] {
  const tenders = new Map<string, string[]>();
  for (const { fact, key } of ledger.tenders) tenders.set(fact, [...(tenders.get(fact) ?? []), key]);
  const hasShares = ledger.lines.some(({ shares, photographer }) => shares !== null && photographer !== '');
  return [
    { name: 'market', text: () => names.market },
    { name: 'date', text: () => names.date },
    { name: 'z', text: ({ fact }) => places.zOf.get(fact) ?? '' },
    { name: 'receipt', text: ({ receipt }) => receipt },
    { name: 'refund_of', text: ({ saleReceipt }) => saleReceipt },
    { name: 'line', number: ({ line }) => (line === 0 ? null : line) },
    { name: 'kind', text: ({ kind }) => kind },
    ...whoAndWhen<LedgerLine>(names),
    {
      name: 'photographer',
      text: ({ kind, photographer }) => (kind === 'rounding' ? '' : photographerName(names, photographer)),
    },
    { name: 'sku', text: ({ sku }) => sku },
    { name: 'title', text: ({ title }) => title },
    { name: 'variant', text: ({ label }) => label },
    { name: 'copy_number', text: ({ copies }) => copies.map(({ number }) => number ?? 'follows').join(' ') },
    { name: 'edition_size', number: ({ copies }) => names.editionSizes.get(copies[0]?.edition ?? '') ?? null },
    { name: 'quantity', number: ({ kind, quantity }) => (kind === 'rounding' ? null : quantity) },
    { name: 'unit_price', amount: ({ kind, price }) => (kind === 'rounding' ? null : price) },
    { name: 'reduction', amount: ({ kind, reduction }) => (kind === 'rounding' ? null : reduction) },
    { name: 'paid', amount: ({ paid }) => paid },
    { name: 'tax_percent', decimal: ({ taxes }) => percentText(sum(taxes.map(({ rate }) => rate))) },
    { name: 'net', amount: ({ net }) => net },
    { name: 'tax', amount: ({ taxes }) => sum(taxes.map(({ tax }) => tax)) },
    ...(hasShares
      ? ([
          { name: 'photographer_part', amount: ({ shares }) => shares && shares.photographer },
          { name: 'collective_part', amount: ({ shares }) => shares && shares.collective },
        ] satisfies Column<LedgerLine>[])
      : []),
    { name: 'tenders', text: ({ fact }) => [...new Set(tenders.get(fact))].join(' + ') },
    { name: 'currency', text: () => ledger.currency },
    { name: 'note', text: ({ note }) => note },
  ];
}

function tenderColumns(ledger: DayLedger, names: LedgerNames, places: Places): Column<LedgerTender>[] {
  return [
    { name: 'market', text: () => names.market },
    { name: 'date', text: () => names.date },
    { name: 'z', text: ({ fact }) => places.zOf.get(fact) ?? '' },
    { name: 'receipt', text: ({ receipt }) => receipt },
    { name: 'kind', text: ({ kind }) => kind },
    ...whoAndWhen<LedgerTender>(names),
    { name: 'drawer', text: ({ drawer }) => places.drawers.get(drawer) ?? drawer },
    { name: 'tender', text: ({ key }) => key },
    { name: 'amount', amount: ({ amount }) => amount },
    { name: 'given', amount: ({ tender }) => tender.given ?? null },
    { name: 'change', amount: ({ tender }) => tender.change ?? null },
    { name: 'reference', text: ({ tender }) => tender.reference ?? '' },
    { name: 'currency', text: () => ledger.currency },
  ];
}

function cashColumns(ledger: DayLedger, names: LedgerNames, places: Places): Column<CashMove>[] {
  return [
    { name: 'market', text: () => names.market },
    { name: 'date', text: () => names.date },
    { name: 'z', text: ({ fact, z }) => z || (places.zOf.get(fact) ?? '') },
    { name: 'kind', text: ({ kind }) => kind },
    ...whoAndWhen<CashMove>(names),
    { name: 'drawer', text: ({ drawer }) => places.drawers.get(drawer) ?? drawer },
    { name: 'amount', amount: ({ amount }) => amount },
    { name: 'variance', amount: ({ kind, variance }) => (kind === 'counted' ? variance : null) },
    { name: 'reason', text: ({ reason }) => reason },
    { name: 'currency', text: () => ledger.currency },
  ];
}

function whoAndWhen<Row extends Pick<LedgerTender, 'at' | 'device' | 'by'>>(names: LedgerNames): Column<Row>[] {
  return [
    { name: 'time', text: ({ at }) => isoWithOffset(at, names.zone) },
    { name: 'time_utc', text: ({ at }) => `${new Date(at).toISOString().slice(0, 19)}Z` },
    { name: 'tablet', text: ({ device }) => names.tablets.get(device) ?? device },
    { name: 'person', text: ({ by }) => names.people.get(by) ?? by },
  ];
}

interface Places {
  /** Fact → the Z or the amendment that covers it. */
  readonly zOf: ReadonlyMap<string, string>;
  /** Drawer → its letters. */
  readonly drawers: ReadonlyMap<string, string>;
}

function zPlaces(ledger: DayLedger): Places {
  const covered = ledger.drawers.flatMap(({ closings, amendments }) => [
    ...closings.flatMap(({ closed, covers }) => covers.map(({ first }) => [first, closed.body.z] as const)),
    ...amendments.flatMap(({ amended, covers }) =>
      covers.map(({ first }) => [first, amendmentName(amended.body.number)] as const),
    ),
  ]);
  const named = ledger.drawers.flatMap(({ drawer, letters }) => (letters ? [[drawer, letters] as const] : []));
  return { zOf: new Map(covered), drawers: new Map(named) };
}
