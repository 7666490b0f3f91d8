import { expect, test } from 'vitest';
import { beginExchange, cartDifference, isPaidBy, settlingOf } from '../../../src/domain/sales/cart-exchange.ts';
import { emptyCart, type Cart, type UnitRef } from '../../../src/domain/sales/cart.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import type { Tender } from '../../../src/domain/sales/facts.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { refundSale } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory, type SaleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { WritingTablet } from '../written-facts.ts';
import { cartOf, goods, row, stall } from './samples.ts';

const plain = { taxIncluded: true, rows: [] };
const pair = { taxIncluded: true, rows: [row('small', 2, 4500, ['birch', 'salt'])] };
const two = priceCart(cartOf([{ goods: goods('birch', 2500) }, { goods: goods('salt', 2500) }]), pair);

function sold(tenders: readonly Tender[]): { tablet: WritingTablet; history: SaleHistory } {
  const tablet = new WritingTablet('TABLETA');
  const made = completeSale(two, tenders, stall());
  if (!made.ok) throw new Error(made.problem.kind);
  tablet.write('sale.completed', made.value.sale, made.value);
  return { tablet, history: historyOf(tablet) };
}

function historyOf(tablet: WritingTablet): SaleHistory {
  const history = saleHistory(tablet.reads);
  if (!history) throw new Error('no sale');
  return history;
}

function begun(cart: Cart, history: SaleHistory, units: readonly UnitRef[]): Cart {
  const made = beginExchange(cart, history, units, true);
  if (!made.ok) throw new Error(made.problem.kind);
  return made.value;
}

/** A cart of one piece at this price, for which something worth `credit` came back. */
function against(credit: number, price: number, owed = 0) {
  const exchange = { sale: 's', receipt: 'A-0001', units: [], titles: [], credit, owed, byCard: false, putBack: true };
  return priceCart(cartOf([{ goods: goods('card', price) }], { exchange }), plain);
}

test('the credit of an exchange is what was paid for the pieces, not their price', () => {
  const { history } = sold([cashTender(4500, null, 1)]);
  const made = beginExchange(emptyCart('new'), history, [[1, 0]], false);
  expect(made).toMatchObject({
    value: {
      id: 'new',
      exchange: { receipt: 'A-0001', titles: ['Title salt'], credit: 2250, owed: 0, byCard: false, putBack: false },
    },
  });
});

test('prints that are in the cart already stay, and other units of the same sale take the place of the first', () => {
  const { history } = sold([cardTender(4500)]);
  const cart = begun(cartOf([{ goods: goods('seven', 12000) }], { id: 'new' }), history, [[1, 0]]);
  const again = begun(cart, history, [[0, 0], [1, 0]]); // prettier-ignore
  expect(again.lines).toEqual(cart.lines);
  expect(again.exchange).toMatchObject({ credit: 4500, titles: ['Title birch', 'Title salt'], byCard: true });
});

test('what came back before, or was never sold, or is nothing, opens no exchange', () => {
  const { tablet, history } = sold([cashTender(4500, null, 1)]);
  const desk = { refund: 'r', receipt: 'A-0002', drawer: 'd', place: 'p', cashStep: 1, putBack: true };
  const back = refundSale(history, [[0, 0]], [cashTender(2250, null, 1)], desk);
  if (!back.ok) throw new Error(back.problem.kind);
  tablet.write('sale.refunded', 'sale-1', back.value);
  const problem = (units: readonly UnitRef[]) => {
    const made = beginExchange(emptyCart('new'), historyOf(tablet), units, true);
    return made.ok ? undefined : made.problem;
  };
  expect(problem([[0, 0]])).toEqual({ kind: 'unit-already-refunded', title: 'Title birch', receipt: 'A-0002' });
  expect(problem([[5, 0]])).toMatchObject({ kind: 'no-such-unit' });
  expect(problem([])).toEqual({ kind: 'nothing-chosen' });
  expect(problem([[1, 0]])).toBeUndefined();
});

test('a cart that waits for pieces of one sale takes none of another', () => {
  const { history } = sold([cashTender(4500, null, 1)]);
  const cart = begun(emptyCart('new'), history, [[0, 0]]);
  const body = { ...history.sale.body, sale: 'sale-9', receipt: 'A-0009' };
  const other = { ...history, sale: { ...history.sale, body } };
  expect(beginExchange(cart, other, [[0, 0]], true)).toEqual({
    ok: false,
    problem: { kind: 'exchange-open', receipt: 'A-0001' },
  });
});

test.each([
  ['dearer', against(2500, 9500), { way: 'pay', amount: 7000, cash: 7000 }],
  ['cheaper', against(9500, 2500), { way: 'back', amount: 7000, cash: 7000 }],
  ['the same', against(2500, 2500), { way: 'even', amount: 0, cash: 0 }],
  ['free', against(2500, 0), { way: 'back', amount: 2500, cash: 2500 }],
] as const)('for something %s it is said who owes whom', (_, priced, settling) => {
  expect(settlingOf(priced, [], 1)).toEqual(settling);
});

test('with coins of 5, cash is rounded, and less than half a coin is nothing to settle', () => {
  expect(settlingOf(against(2500, 3003), [], 5)).toEqual({ way: 'pay', amount: 503, cash: 505 });
  expect(settlingOf(against(3003, 2500), [], 5)).toEqual({ way: 'back', amount: 503, cash: 505 });
  expect(settlingOf(against(2500, 2502), [], 5)).toEqual({ way: 'even', amount: 2, cash: 0 });
  expect(settlingOf(against(2502, 2500), [], 5)).toEqual({ way: 'even', amount: 2, cash: 0 });
});

test('what rounding of earlier refunds kept back goes with the cash that goes back', () => {
  expect(settlingOf(against(2502, 1500, 1), [], 5)).toEqual({ way: 'back', amount: 1002, cash: 1005 });
  expect(settlingOf(against(2502, 1500, 0), [], 5)).toEqual({ way: 'back', amount: 1002, cash: 1000 });
  expect(settlingOf(against(2500, 2500, 2), [], 5)).toEqual({ way: 'even', amount: 0, cash: 0 });
});

test('a sale that is no exchange is paid, also when it is free or when too much was paid in parts', () => {
  const free = priceCart(cartOf([{ goods: goods('flyer', 0) }]), plain);
  const card = priceCart(cartOf([{ goods: goods('card', 1200) }]), plain);
  expect(settlingOf(free, [], 1)).toEqual({ way: 'pay', amount: 0, cash: 0 });
  expect(settlingOf(card, [cashTender(1200, 500, 1)], 1)).toEqual({ way: 'pay', amount: 700, cash: 700 });
  expect(settlingOf(card, [cardTender(2000)], 1)).toMatchObject({ way: 'pay', amount: -800 });
  // The part that was paid is taken off again before money goes back: it is not paid out beside it.
  expect(settlingOf(against(2500, 1200), [cardTender(500)], 1)).toMatchObject({ way: 'pay', amount: -1800 });
});

test('what a cart costs after what comes back, and by what a sale was paid apart from that', () => {
  expect(cartDifference(against(9500, 2500))).toBe(-7000);
  const swap: Tender = { kind: 'exchange', amount: 2500 };
  expect(isPaidBy('card', [swap, cardTender(7000)])).toBe(true);
  expect(isPaidBy('card', [swap])).toBe(false);
  expect(isPaidBy('cash', [cardTender(100), cashTender(200, null, 1)])).toBe(false);
});
