import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { dayCsv } from '../../../src/domain/ledger/day-csv.ts';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { proveLedger } from '../../../src/domain/ledger/prove-ledger.ts';
import { sampleDay, sampleKeeps, sampleNames } from './sample-day.ts';

interface ZReport {
  sale_count: number;
  refund_count: number;
  item_count: number;
  gross_sales: number;
  refunds: number;
  net_takings: number;
  discounts: number;
  tax: { rate: number; gross: number; net: number; vat: number }[];
  tenders: { tender: string; amount: number }[];
  by_artist: { artist: string; gross: number }[];
  cash: Record<'float_in' | 'sales' | 'paid_in' | 'paid_out' | 'expected' | 'counted' | 'difference', number>;
  unconfirmed_payments: { sale: string; tender: string; amount: number }[];
}

const minor = (amount: number) => Math.round(amount * 100);
const z = JSON.parse(readFileSync('test/vectors/ledger/z-report.json', 'utf8')) as ZReport;
const { reads } = sampleDay();
const ledger = dayLedger({ reads, keeps: sampleKeeps, currency: 'EUR' });

test('the sample day proves itself', () => {
  expect(proveLedger(ledger, reads)).toEqual([]);
});

test('its totals, taxes and tenders are those of the sample Z report', () => {
  const { totals } = ledger;
  expect(totals.sales).toBe(z.sale_count);
  expect(totals.refunds).toBe(z.refund_count);
  expect(totals.pieces).toBe(z.item_count);
  expect(totals.takings).toBe(minor(z.gross_sales));
  expect(-totals.refunded).toBe(minor(z.refunds));
  expect(totals.tenders).toBe(minor(z.net_takings));
  expect(totals.reductions).toBe(minor(z.discounts));
  expect(ledger.taxes).toEqual(
    z.tax.map(({ rate, net, vat }) => ({ rate: rate * 10_000, net: minor(net), tax: minor(vat) })),
  );
  const named = new Map(ledger.byTender.map(({ key, amount }) => [key.replace('qr:', 'bank-qr:'), amount]));
  expect(named).toEqual(new Map(z.tenders.map(({ tender, amount }) => [tender, minor(amount)])));
});

test('its photographers took what the sample says, and 80 % of it is theirs', () => {
  const took = ledger.photographers.map(({ photographer, takings }) => [
    sampleNames.photographers.get(photographer) ?? 'Collective',
    takings,
  ]);
  expect(took).toEqual(z.by_artist.map(({ artist, gross }) => [artist, minor(gross)]));
  expect(ledger.photographers.map(({ shares }) => shares)).toEqual([
    { photographer: 7200, collective: 1800 },
    { photographer: 4800, collective: 1200 },
    { photographer: 0, collective: 3360 },
  ]);
});

test('its Z report says the same about cash, and lists the bank code nobody has seen arrive', () => {
  const [drawer] = ledger.drawers;
  const [closing] = drawer?.closings ?? [];
  const body = closing?.closed.body;
  expect(drawer?.open).toBeNull();
  expect(body).toMatchObject({
    z: 'T1-Z7',
    expected: minor(z.cash.expected),
    counted: minor(z.cash.counted),
    sums: { sales: 5, refunds: 1, voids: 0, float: minor(z.cash.float_in), paidIn: 0, paidOut: 0, rounding: 0 },
  });
  expect(body?.sums.tenders['cash']).toBe(minor(z.cash.sales));
  expect(ledger.cashMoves.map(({ kind, variance }) => [kind, variance])).toEqual([
    ['float', 0],
    ['counted', minor(z.cash.difference)],
  ]);
  expect(closing?.again.unconfirmed.map(({ sale, amount }) => [sale, amount])).toEqual(
    z.unconfirmed_payments.map(({ sale, amount }) => [sale, minor(amount)]),
  );
});

/** Our columns by the sample's names. */
const columns = {
  z_no: 'z',
  sale_no: 'receipt',
  line_no: 'line',
  kind: 'kind',
  time_local: 'time',
  time_utc: 'time_utc',
  device: 'tablet',
  operator: 'person',
  sku: 'sku',
  title: 'title',
  edition_no: 'copy_number',
  edition_size: 'edition_size',
  artist: 'photographer',
  qty: 'quantity',
  unit_price: 'unit_price',
  discount: 'reduction',
  gross: 'paid',
  net: 'net',
  vat: 'tax',
  currency: 'currency',
  note: 'note',
} as const;

test('each line of its CSV holds the same figures and words as the sample, column by column', () => {
  const theirs = rows(readFileSync('test/vectors/ledger/day-ledger.csv', 'utf8'));
  const ours = rows(dayCsv(ledger, sampleNames)[0]!.text);
  expect(ours).toHaveLength(theirs.length);
  theirs.forEach((row, at) => {
    const wanted = Object.entries(columns).map(([name, own]) => [
      own,
      name === 'z_no' ? `T1-Z${row[name]}` : row[name],
    ]);
    expect(wanted.map(([own]) => [own, ours[at]?.[own!]])).toEqual(wanted);
    expect(Number(ours[at]?.['tax_percent'])).toBe(Number(row['vat_rate']));
    expect(ours[at]?.['tenders']?.replace('qr:', 'bank-qr:')).toBe(row['tender']);
  });
});

function rows(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}
