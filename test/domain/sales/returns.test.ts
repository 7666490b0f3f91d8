import { expect, test } from 'vitest';
import { sum } from '../../../src/domain/money.ts';
import type { UnitRef } from '../../../src/domain/sales/cart.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import { exchangeDifference, exchangeSale, moneyBack } from '../../../src/domain/sales/exchange-sale.ts';
import type { Tender } from '../../../src/domain/sales/facts.ts';
import { priceCart, type PricedCart } from '../../../src/domain/sales/pricing.ts';
import { refundAmount, refundSale, roundingOwed, type RefundDesk } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory, unitsLeft, type SaleHistory } from '../../../src/domain/sales/sale-history.ts';
import { amountLeft, cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { UNDO_MS, voidSale } from '../../../src/domain/sales/void-sale.ts';
import { WritingTablet } from '../written-facts.ts';
import { cartOf, goods, row, stall } from './samples.ts';

const pair = { taxIncluded: true, rows: [row('small', 2, 4500, ['birch', 'salt'])] };
const edition = { edition: 'e', size: 25, ladder: [] };
const copy = { edition: 'e', number: 7, marked: false };
const tax = { taxRates: [70_000] };
const three = priceCart(
  cartOf([
    { goods: goods('harbour', 9500, { edition, ...tax }), copy },
    { goods: goods('birch', 2500, tax) },
    { goods: goods('salt', 2500, tax) },
  ]),
  pair,
);

function sold(
  priced: PricedCart,
  tenders: readonly Tender[],
  cashStep = 1,
): { tablet: WritingTablet; history: SaleHistory } {
  const tablet = new WritingTablet('TABLETA');
  const place = stall({ cashStep, inHand: new Set(['e:7']) });
  const sale = completeSale(priced, tenders, place);
  if (!sale.ok) throw new Error(sale.problem.kind);
  tablet.write('sale.completed', sale.value.sale, sale.value);
  return { tablet, history: historyOf(tablet) };
}

function historyOf(tablet: WritingTablet): SaleHistory {
  const history = saleHistory(tablet.reads);
  if (!history) throw new Error('no sale');
  return history;
}

function desk(more: Partial<RefundDesk> = {}): RefundDesk {
  return { refund: 'r1', receipt: 'A-0002', drawer: 'drawer-a', place: 'stall', cashStep: 1, putBack: true, ...more };
}

/** Refunds units in cash and writes it down; what was paid back. */
function refundInCash(tablet: WritingTablet, units: readonly UnitRef[], cashStep = 1): number {
  const history = historyOf(tablet);
  const cash = cashTender(refundAmount(history, units) + roundingOwed(history), null, cashStep);
  const number = tablet.reads.length;
  const refund = refundSale(history, units, [cash], desk({ cashStep, refund: `r${number}`, receipt: `A-${number}` }));
  if (!refund.ok) throw new Error(refund.problem.kind);
  tablet.write('sale.refunded', refund.value.sale, refund.value);
  return cash.amount;
}

test('one small print of a pair for 45 comes back at 22.50, with the tax that was in it, and its copy with its number', () => {
  const { history } = sold(three, [cashTender(14000, null, 1)]);
  const refund = refundSale(history, [[1, 0]], [cashTender(2250, null, 1)], desk());
  expect(refund).toMatchObject({
    value: {
      rounding: 0,
      saleReceipt: 'A-0001',
      units: [{ paid: 2250, taxes: [{ rate: 70_000, net: 2103, tax: 147 }] }],
    },
  });
  const print = refundSale(history, [[0, 0]], [cardTender(9500)], desk({ putBack: false, reason: 'torn' }));
  expect(print).toMatchObject({
    value: { putBack: false, reason: 'torn', units: [{ copy: { edition: 'e', number: 7, marked: true } }] },
  });
});

test('a unit comes back once, as far as known here, and is named when it comes again', () => {
  const { tablet } = sold(three, [cashTender(14000, null, 1)]);
  refundInCash(tablet, [[1, 0]]);
  const history = historyOf(tablet);
  expect(unitsLeft(history)).toEqual([[0, 0], [2, 0]]); // prettier-ignore
  expect(refundSale(history, [[1, 0]], [cashTender(2250, null, 1)], desk())).toEqual({
    ok: false,
    problem: { kind: 'unit-already-refunded', title: 'Title birch', receipt: 'A-1' },
  });
});

test('nothing chosen, a unit that was never sold, one named twice, too much money: each is refused', () => {
  const { history } = sold(three, [cashTender(14000, null, 1)]);
  const problem = (units: readonly UnitRef[], tenders: readonly Tender[]) => {
    const refund = refundSale(history, units, tenders, desk());
    return refund.ok ? undefined : refund.problem;
  };
  expect(problem([], [])).toEqual({ kind: 'nothing-chosen' });
  expect(problem([[3, 0]], [cardTender(1)])).toEqual({ kind: 'no-such-unit', line: 3, unit: 0 });
  expect(problem([[0, 1]], [cardTender(1)])).toEqual({ kind: 'no-such-unit', line: 0, unit: 1 });
  expect(problem([[0, 0], [0, 0]], [cardTender(19000)])).toMatchObject({ kind: 'no-such-unit' }); // prettier-ignore
  expect(problem([[0, 0]], [cardTender(9501)])).toEqual({ kind: 'tenders-over', over: 1 });
  expect(problem([[0, 0]], [cardTender(9499)])).toEqual({ kind: 'tenders-short', missing: 1 });
});

test.each([
  [
    [
      [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
    ],
  ],
  [[[[0, 0]], [[0, 1]], [[0, 2]]]],
  [
    [
      [[0, 2]],
      [
        [0, 0],
        [0, 1],
      ],
    ],
  ],
] as [UnitRef[][]][])('where cash is rounded, all parts together bring back what was paid: %j', (parts) => {
  const priced = priceCart(cartOf([{ goods: goods('card', 1202), quantity: 3 }]), pair);
  const { tablet } = sold(priced, [cashTender(3606, null, 5)], 5);
  const back = parts.map((units) => refundInCash(tablet, units, 5));
  expect(sum(back)).toBe(3605);
  expect(back.every((amount) => amount % 5 === 0)).toBe(true);
  expect(unitsLeft(historyOf(tablet))).toEqual([]);
});

test('a free print that comes back after a rounding up takes nothing from the shopper', () => {
  const priced = priceCart(cartOf([{ goods: goods('card', 5) }, { goods: goods('flyer', 0) }]), pair);
  const { tablet } = sold(priced, [cashTender(5, null, 10)], 10);
  expect(refundInCash(tablet, [[0, 0]], 10)).toBe(10);
  expect(refundInCash(tablet, [[1, 0]], 10)).toBe(0);
});

test('a cash sale is undone within ten seconds and gives all its units back', () => {
  const { history } = sold(three, [cashTender(14000, null, 1)]);
  const at = history.sale.at;
  const undone = voidSale(history, at + UNDO_MS);
  expect(undone).toMatchObject({
    value: { receipt: 'A-0001', units: [{ line: 0, copy: { number: 7 } }, {}, { line: 2 }] },
  });
  expect(voidSale(history, at + UNDO_MS + 1)).toEqual({ ok: false, problem: { kind: 'void-too-late' } });
});

test('a sale by card, one undone before and one refunded before are not undone', () => {
  expect(voidSale(sold(three, [cardTender(14000)]).history, 0)).toMatchObject({ problem: { kind: 'void-not-cash' } });
  const { tablet, history } = sold(three, [cashTender(14000, null, 1)]);
  const undone = voidSale(history, history.sale.at);
  if (!undone.ok) throw new Error(undone.problem.kind);
  tablet.write('sale.voided', undone.value.sale, undone.value);
  expect(voidSale(historyOf(tablet), history.sale.at)).toMatchObject({ problem: { kind: 'already-voided' } });
  expect(refundSale(historyOf(tablet), [[0, 0]], [cardTender(9500)], desk())).toMatchObject({
    problem: { kind: 'already-voided' },
  });
  const other = sold(three, [cashTender(14000, null, 1)]);
  refundInCash(other.tablet, [[0, 0]]);
  expect(voidSale(historyOf(other.tablet), history.sale.at)).toMatchObject({ problem: { kind: 'already-refunded' } });
});

const dearer = priceCart(cartOf([{ goods: goods('seven', 12000) }], { id: 'sale-2' }), pair);
const cheaper = priceCart(cartOf([{ goods: goods('salt', 2500) }], { id: 'sale-2' }), pair);
const same = priceCart(cartOf([{ goods: goods('night', 9500) }], { id: 'sale-2' }), pair);
const free = priceCart(cartOf([{ goods: goods('flyer', 0) }], { id: 'sale-2' }), pair);

test.each([
  ['dearer', dearer, 2500, [cashTender(2500, 5000, 1)], 9500],
  ['cheaper', cheaper, -7000, [cashTender(7000, null, 1)], 2500],
  ['the same', same, 0, [], 9500],
  ['free', free, -9500, [cardTender(9500)], 0],
] as [string, PricedCart, number, Tender[], number][])(
  'an exchange for something %s moves only the difference, and the two halves cancel out',
  (_, priced, difference, tenders, exchanged) => {
    const { history } = sold(three, [cashTender(14000, null, 1)]);
    expect(exchangeDifference(history, [[0, 0]], priced)).toBe(difference);
    const made = exchangeSale(history, [[0, 0]], priced, tenders, desk(), stall({ receipt: 'A-0003' }));
    if (!made.ok) throw new Error(made.problem.kind);
    const { refund, sale } = made.value;
    expect(sale).toMatchObject({ exchangeOf: refund.refund, exchangedSale: 'sale-1' });
    const half = (of: readonly Tender[]) => sum(of.filter((t) => t.kind === 'exchange').map(({ amount }) => amount));
    expect([half(refund.tenders), half(sale.tenders)]).toEqual([exchanged, exchanged]);
    const money = (of: readonly Tender[]) => sum(of.filter((t) => t.kind !== 'exchange').map(({ amount }) => amount));
    expect(money(sale.tenders) - money(refund.tenders)).toBe(difference);
  },
);

test('an exchange whose difference is not settled is refused as a whole', () => {
  const { history } = sold(three, [cashTender(14000, null, 1)]);
  expect(exchangeSale(history, [[0, 0]], dearer, [], desk(), stall())).toMatchObject({
    problem: { kind: 'tenders-short', missing: 2500 },
  });
  expect(exchangeSale(history, [[0, 0]], cheaper, [], desk(), stall())).toMatchObject({
    problem: { kind: 'tenders-short', missing: 7000 },
  });
});

test('what goes back for something cheaper is cash with the rounding that is owed, or exactly that on the card', () => {
  const priced = priceCart(cartOf([{ goods: goods('card', 1202), quantity: 3 }]), pair);
  const { tablet } = sold(priced, [cashTender(3606, null, 5)], 5);
  refundInCash(tablet, [[0, 0]], 5);
  const history = historyOf(tablet);
  expect(roundingOwed(history)).toBe(2);
  const small = priceCart(cartOf([{ goods: goods('pin', 200) }], { id: 'sale-2' }), pair);
  const back = moneyBack(history, [[0, 1]], small, 'cash', 5);
  expect(back).toEqual([{ kind: 'cash', amount: 1005, given: 1005, change: 0 }]);
  expect(moneyBack(history, [[0, 1]], small, 'card', 5)).toEqual([cardTender(1002)]);
  expect(moneyBack(history, [[0, 1]], dearer, 'cash', 5)).toEqual([]);
  const made = exchangeSale(history, [[0, 1]], small, back, desk({ cashStep: 5 }), stall({ cashStep: 5 }));
  expect(made).toMatchObject({ value: { refund: { rounding: 3 }, sale: { rounding: 0 } } });
});

test('half an exchange is not undone, also where nothing but cash moved', () => {
  const { tablet, history } = sold(three, [cashTender(14000, null, 1)]);
  const made = exchangeSale(history, [[0, 0]], dearer, [cashTender(2500, null, 1)], desk(), stall());
  if (!made.ok) throw new Error(made.problem.kind);
  const { refund, sale } = made.value;
  tablet.write('sale.refunded', refund.sale, refund);
  const read = tablet.write('sale.completed', sale.sale, sale);
  const second = { sale: read, voided: null, refunds: [] };
  expect(voidSale(second, read.at)).toEqual({ ok: false, problem: { kind: 'void-exchange' } });
  expect(voidSale(historyOf(tablet), history.sale.at)).toMatchObject({ problem: { kind: 'already-refunded' } });
});

test('parts that are more than the whole are refused, and never called rounding', () => {
  const tenders = [cardTender(6000), cashTender(-3500, null, 1)];
  expect(completeSale(cheaper, tenders, stall())).toEqual({ ok: false, problem: { kind: 'tenders-over', over: 3500 } });
});

test('what is left of a split refund is the rest', () => {
  const card = cardTender(5000);
  expect(amountLeft(9500, [card])).toBe(4500);
  const { history } = sold(three, [cashTender(14000, null, 1)]);
  expect(refundSale(history, [[0, 0]], [card, cashTender(4500, null, 1)], desk()).ok).toBe(true);
});
