import { expect, test } from 'vitest';
import { lateReport } from '../../../src/domain/market-days/amendments.ts';
import {
  closeDrawer,
  closings,
  countedIn,
  drawersIn,
  uncovered,
  xReport,
  zNumber,
} from '../../../src/domain/market-days/drawer.ts';
import type { FactRead } from '../../../src/domain/fact.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import type { Tender } from '../../../src/domain/sales/facts.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { refundSale } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { voidSale } from '../../../src/domain/sales/void-sale.ts';
import { cartOf, goods, stall } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';

function sell(tablet: WritingTablet, sale: string, price: number, tender?: Tender, drawer = 'd'): void {
  const priced = priceCart(cartOf([{ goods: goods('birch', price, { taxRates: [70_000] }) }], { id: sale }), {
    taxIncluded: true,
    rows: [],
  });
  const place = stall({ drawer, cashStep: 5, receipt: `A-${sale}` });
  const body = completeSale(priced, [tender ?? cashTender(price, null, 5)], place);
  if (!body.ok) throw new Error(body.problem.kind);
  tablet.write('sale.completed', sale, body.value);
}

function open(tablet: WritingTablet, counted: number | null): void {
  tablet.write('drawer.opened', 'd', { drawer: 'd', letters: 'A', counted });
}

function close(
  tablet: WritingTablet,
  reads: readonly FactRead[],
  z: string,
  counted: number,
  ...others: WritingTablet[]
) {
  const made = closeDrawer(reads, 'd', { number: z, heads: tablet.heads(...others) }, { counted });
  if (!made.ok) throw new Error(made.problem.kind);
  return tablet.write('drawer.closed', 'd', made.value);
}

function refund(tablet: WritingTablet, sale: string, amount: number): void {
  const history = saleHistory(tablet.reads.filter(({ about }) => about === sale));
  if (!history) throw new Error('no sale');
  const desk = { refund: `r-${sale}`, receipt: `A-r${sale}`, drawer: 'd', place: 'stall', cashStep: 5, putBack: true };
  const body = refundSale(history, [[0, 0]], [cashTender(amount, null, 5)], desk);
  if (!body.ok) throw new Error(body.problem.kind);
  tablet.write('sale.refunded', sale, body.value);
}

test('expected cash is float, cash kept, paid in and out; card, rounding and tax stand beside it', () => {
  const tablet = new WritingTablet('A');
  open(tablet, 10000);
  sell(tablet, '1', 1202, cashTender(1202, 2000, 5));
  sell(tablet, '2', 4500, cardTender(4500));
  sell(tablet, '3', 2500);
  refund(tablet, '3', 2500);
  tablet.write('cash.paidOut', 'd', { drawer: 'd', amount: 450, reason: 'coffee' });
  tablet.write('cash.paidIn', 'd', { drawer: 'd', amount: 2000, reason: 'change from the bank' });
  sell(tablet, '9', 9999, undefined, 'other drawer');
  expect(xReport(tablet.reads, 'd')).toMatchObject({
    expected: 10000 + 1200 - 450 + 2000,
    isFloatCounted: true,
    firstReceipt: 'A-1',
    lastReceipt: 'A-r3',
    sums: {
      sales: 3,
      refunds: 1,
      voids: 0,
      takings: 8202,
      refunded: 2500,
      rounding: -2,
      tenders: { cash: 1200, card: 4500 },
      taxes: [{ rate: 70_000, net: 1123 + 4206, tax: 79 + 294 }],
      float: 10000,
      paidIn: 2000,
      paidOut: 450,
    },
  });
  expect(drawersIn(tablet.reads)).toEqual(['d', 'other drawer']);
});

test('a sale undone is in no sum, and undone twice it leaves once', () => {
  const tablet = new WritingTablet('A');
  open(tablet, 0);
  sell(tablet, '1', 1202);
  const history = saleHistory(tablet.reads);
  const undone = history && voidSale(history, tablet.now);
  if (!undone?.ok) throw new Error('not undone');
  tablet.write('sale.voided', '1', undone.value);
  tablet.write('sale.voided', '1', undone.value);
  expect(xReport(tablet.reads, 'd')).toMatchObject({
    expected: 0,
    sums: { sales: 0, voids: 1, takings: 0, rounding: 0, tenders: { cash: 0 }, taxes: [{ net: 0, tax: 0 }] },
  });
});

test('a float nobody counted is left out, and said so; counted again, the later count stands', () => {
  const tablet = new WritingTablet('A');
  open(tablet, null);
  sell(tablet, '1', 1000);
  expect(xReport(tablet.reads, 'd')).toMatchObject({ expected: 1000, isFloatCounted: false, sums: { float: 0 } });
  open(tablet, 5000);
  open(tablet, 5500);
  expect(xReport(tablet.reads, 'd')).toMatchObject({ expected: 6500, isFloatCounted: true });
});

test('an amount nobody could tell stands apart until its attempt is settled, and the sums hold throughout', () => {
  const tablet = new WritingTablet('A');
  const about = { attempt: 'try', sale: '1' };
  tablet.write('payment.handedOff', 'try', { ...about, provider: 'manual-card', amount: 4500, currency: 'EUR' });
  tablet.write('payment.resolved', 'try', { ...about, outcome: 'unknown', evidence: 'operator' });
  sell(tablet, '1', 4500, cardTender(4500, 'try'));
  const unclear = xReport(tablet.reads, 'd');
  expect(unclear.sums.tenders).toEqual({ 'card:unclear': 4500 });
  expect(unclear.unconfirmed.map(({ attempt }) => attempt)).toEqual(['try']);
  const paid = tablet.reads.slice();
  tablet.write('payment.resolved', 'try', { ...about, outcome: 'failed', evidence: 'operator' });
  expect(xReport(tablet.reads, 'd').sums.tenders).toEqual({ 'card:unpaid': 4500 });
  const other = new WritingTablet('A');
  other.write('payment.handedOff', 'try', { ...about, provider: 'manual-card', amount: 4500, currency: 'EUR' });
  other.write('payment.resolved', 'try', { ...about, outcome: 'succeeded', evidence: 'operator' });
  expect(xReport([...paid.slice(2), ...other.reads], 'd').sums.tenders).toEqual({ card: 4500 });
});

test('any count is accepted, and pieces that are not the count are sent back', () => {
  const tablet = new WritingTablet('A');
  open(tablet, 10000);
  const z = { number: zNumber('A', 7), heads: tablet.heads() };
  const short = closeDrawer(tablet.reads, 'd', z, { counted: 1, reason: 'do not know' });
  expect(short).toMatchObject({ value: { z: 'A-Z7', counted: 1, expected: 10000, reason: 'do not know' } });
  const denominations = { 5000: 1, 2000: 2, 50: 3 };
  expect(countedIn(denominations)).toBe(9150);
  expect(closeDrawer(tablet.reads, 'd', z, { counted: 9150, denominations }).ok).toBe(true);
  expect(closeDrawer(tablet.reads, 'd', z, { counted: 9000, denominations })).toEqual({
    ok: false,
    problem: { kind: 'denominations-differ', counted: 9000, pieces: 9150 },
  });
});

test('what another tablet sold into the drawer unheard of is late: in no Z, then in an amendment or the next Z', () => {
  const [a, b] = [new WritingTablet('A'), new WritingTablet('B')];
  open(a, 1000);
  sell(a, '1', 500);
  sell(b, '2', 300);
  close(a, a.reads, 'A-Z1', 1500);
  sell(b, '3', 200);
  const all = [...b.reads, ...a.reads];
  expect(closings(all, 'd').map(({ closed, covers }) => [closed.body.expected, covers.length])).toEqual([[1500, 2]]);
  expect(uncovered(all, 'd').map(({ about }) => about)).toEqual(['2', '3']);
  expect(lateReport(all, 'd')).toMatchObject({ sums: { sales: 2, takings: 500, float: 0 }, expected: 500 });

  close(a, all, 'A-Z2', 500, b);
  const both = [...a.reads, ...b.reads];
  const zs = closings(both, 'd');
  expect(zs.map(({ closed, covers, overlaps }) => [closed.body.z, covers.length, overlaps])).toEqual([
    ['A-Z1', 2, []],
    ['A-Z2', 2, []],
  ]);
  for (const { again, closed } of zs) expect(again.sums).toEqual(closed.body.sums);
  expect([uncovered(both, 'd'), lateReport(both, 'd')]).toEqual([[], null]);
});

test('a Z says what its heads cover, not what came in while it was being counted', () => {
  const tablet = new WritingTablet('A');
  open(tablet, 1000);
  const heads = tablet.heads();
  sell(tablet, '1', 500);
  const made = closeDrawer(tablet.reads, 'd', { number: 'A-Z1', heads }, { counted: 1000 });
  expect(made).toMatchObject({ value: { expected: 1000, sums: { sales: 0 } } });
});

test('after a Z the same drawer is opened again with a float of its own', () => {
  const tablet = new WritingTablet('A');
  open(tablet, 1000);
  sell(tablet, '1', 500);
  close(tablet, tablet.reads, 'A-Z1', 1500);
  open(tablet, 2000);
  sell(tablet, '2', 700);
  expect(xReport(tablet.reads, 'd')).toMatchObject({ expected: 2700, sums: { sales: 1 } });
  expect(lateReport(tablet.reads, 'd')).toBeNull();
});

test('two tablets that close one drawer without hearing of each other are named', () => {
  const [a, b] = [new WritingTablet('A'), new WritingTablet('B')];
  open(a, 1000);
  sell(a, '1', 500);
  for (const read of a.reads) b.see(read);
  sell(b, '2', 300);
  const known = [...a.reads, ...b.reads];
  const [headsA, headsB] = [a.heads(), b.heads(a)];
  const first = closeDrawer(known, 'd', { number: 'A-Z1', heads: headsA }, { counted: 1500 });
  const second = closeDrawer(known, 'd', { number: 'B-Z1', heads: headsB }, { counted: 1800 });
  if (!first.ok || !second.ok) throw new Error('not closed');
  a.write('drawer.closed', 'd', first.value);
  b.write('drawer.closed', 'd', second.value);
  const overlaps = closings([...a.reads, ...b.reads], 'd').map(({ overlaps }) => overlaps.length);
  expect(overlaps.toSorted((x, y) => x - y)).toEqual([0, 1]);
});
