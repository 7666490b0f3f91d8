import Papa from 'papaparse';
import { neutralise } from '../catalogue/csv-text.ts';
import { decimalText, minorDigits, sum, type Minor } from '../money.ts';
import { isoWithOffset } from '../time.ts';
import type { CashMove, DayLedger, LedgerTender } from './day-ledger.ts';
import type { LedgerLine } from './ledger-lines.ts';
import { percentText, photographerName, type LedgerNames } from './ledger-names.ts';

/**
 * How numbers and columns are separated. `point`: comma between columns, decimal point. `comma`: semicolon and decimal
 * comma, for spreadsheets in locales that write 1234,50. Both: UTF-8 with byte order mark, CRLF, no grouping.
 */
export type CsvDialect = 'point' | 'comma';

export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/** A column: texts are kept from being run as formulas; numbers are written from numbers and never touched. */
type Column<Row> =
  | { readonly name: string; readonly text: (row: Row) => string }
  | { readonly name: string; readonly amount: (row: Row) => Minor | null }
  | { readonly name: string; readonly number: (row: Row) => number | null }
  /** Written with a decimal point by the function, turned into the dialect's. */
  | { readonly name: string; readonly decimal: (row: Row) => string };

/**
 * The day as four files: `lines` (every line of every sale, void and refund, and cash rounding), `tenders`, `cash`
 * (floats, paid in and out, counts) and `summary` (per tax rate, tender, photographer, and totals). In `lines`, the sum
 * of `paid` is the sum of `amount` in `tenders`. Shares are written only where they are known: on a lead's tablet.
 */
export function dayCsv(ledger: DayLedger, known: LedgerNames, dialect: CsvDialect = 'point'): CsvFile[] {
  const names = { ...known, tablets: tabletLetters(ledger, known) };
  const digits = minorDigits(ledger.currency);
  const file = (what: string, text: string) => ({ name: `${names.date}-${slug(names.market)}-${what}.csv`, text });
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

/** Rows as CSV text in one of the two dialects. */
export function csvText<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  digits: number,
  dialect: CsvDialect,
): string {
  const separator = dialect === 'comma' ? ',' : '.';
  const cell = (row: Row, column: Column<Row>): string => {
    if ('text' in column) return neutralise(column.text(row));
    if ('decimal' in column) return column.decimal(row).replace('.', separator);
    if ('number' in column) return String(column.number(row) ?? '');
    const amount = column.amount(row);
    return amount === null ? '' : decimalText(amount, digits, separator);
  };
  const table = [columns.map(({ name }) => name), ...rows.map((row) => columns.map((column) => cell(row, column)))];
  const text = Papa.unparse(table, { delimiter: dialect === 'comma' ? ';' : ',', newline: '\r\n' });
  return `\uFEFF${text}\r\n`;
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

interface SummaryRow {
  readonly group: 'tax' | 'tender' | 'photographer' | 'z' | 'total';
  readonly name: string;
  readonly amount: Minor;
  readonly net?: Minor;
  readonly tax?: Minor;
  readonly pieces?: number;
  readonly photographer?: Minor;
  readonly collective?: Minor;
}

function summaryRows(ledger: DayLedger, names: LedgerNames): SummaryRow[] {
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
    total('takings', totals.takings),
    total('refunded', 0 - totals.refunded),
    total('refunded twice', 0 - totals.refundedTwice),
    total('rounding', totals.rounding),
    total('tenders', totals.tenders),
  ];
}

function summaryColumns(ledger: DayLedger, names: LedgerNames): Column<SummaryRow>[] {
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

function whoAndWhen<Row extends Pick<LedgerTender, 'at' | 'device' | 'by'>>(names: LedgerNames): Column<Row>[] {
  return [
    { name: 'time', text: ({ at }) => isoWithOffset(at, names.zone) },
    { name: 'time_utc', text: ({ at }) => `${new Date(at).toISOString().slice(0, 19)}Z` },
    { name: 'tablet', text: ({ device }) => names.tablets.get(device) ?? device },
    { name: 'person', text: ({ by }) => names.people.get(by) ?? by },
  ];
}

interface Places {
  /** Fact → the Z that covers it. */
  readonly zOf: ReadonlyMap<string, string>;
  /** Drawer → its letters. */
  readonly drawers: ReadonlyMap<string, string>;
}

function zPlaces(ledger: DayLedger): Places {
  const covered = ledger.drawers.flatMap(({ closings }) =>
    closings.flatMap(({ closed, covers }) => covers.map(({ first }) => [first, closed.body.z] as const)),
  );
  const named = ledger.drawers.flatMap(({ drawer, letters }) => (letters ? [[drawer, letters] as const] : []));
  return { zOf: new Map(covered), drawers: new Map(named) };
}

/** For file names: letters, digits and hyphens only. */
function slug(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase() || 'market'
  );
}
