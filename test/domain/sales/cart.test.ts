import { expect, test } from 'vitest';
import {
  addGoods,
  bringBackRow,
  emptyCart,
  MOST_UNITS,
  removeLine,
  removeRow,
  setCopy,
  setExchange,
  setLineDiscount,
  setLineNote,
  setNote,
  setOrderDiscount,
  setQuantity,
  unitsIn,
  type Cart,
  type CartProblem,
} from '../../../src/domain/sales/cart.ts';
import { customGoods } from '../../../src/domain/sales/goods.ts';
import type { Result } from '../../../src/domain/result.ts';
import { goods } from './samples.ts';

const edition = { edition: 'e', size: 25, ladder: [] };
const numbered = goods('harbour', 9500, { edition });
const copy = (number: number | null, marked = true) => ({ edition: 'e', number, marked });

function must(result: Result<Cart, CartProblem>): Cart {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

test('a second tap on an open-edition tile raises the quantity of its line', () => {
  const once = must(addGoods(emptyCart('s'), 'l1', goods('card', 1200)));
  const twice = must(addGoods(once, 'l2', goods('card', 1200)));
  expect(twice.lines).toMatchObject([{ id: 'l1', quantity: 2 }]);
});

test('a price changed in between makes a new line: the line keeps the price it was added at', () => {
  const once = must(addGoods(emptyCart('s'), 'l1', goods('card', 1200)));
  const dearer = must(addGoods(once, 'l2', goods('card', 1300)));
  expect(dearer.lines.map(({ id, quantity }) => [id, quantity])).toEqual([['l1', 1], ['l2', 1]]); // prettier-ignore
});

test('a line with a discount or note is not raised by a tap', () => {
  const once = must(addGoods(emptyCart('s'), 'l1', goods('card', 1200)));
  const cheaper = must(setLineDiscount(once, 'l1', { kind: 'percent', value: 1000 }));
  expect(must(addGoods(cheaper, 'l2', goods('card', 1200))).lines).toHaveLength(2);
  expect(must(addGoods(setLineNote(once, 'l1', 'wrapped'), 'l2', goods('card', 1200))).lines).toHaveLength(2);
});

test('each copy is a line of its own, and the same copy twice is refused', () => {
  const one = must(addGoods(emptyCart('s'), 'l1', numbered, copy(7)));
  const two = must(addGoods(one, 'l2', numbered, copy(8)));
  expect(two.lines).toHaveLength(2);
  expect(addGoods(two, 'l3', numbered, copy(7))).toEqual({
    ok: false,
    problem: { kind: 'already-in-cart', line: 'l1', number: 7 },
  });
});

test('a number that follows can be in the cart more than once', () => {
  const one = must(addGoods(emptyCart('s'), 'l1', numbered, copy(null, false)));
  expect(must(addGoods(one, 'l2', numbered, copy(null, false))).lines).toHaveLength(2);
});

test('another number can be chosen for a line, but not one that another line has, nor one the edition lacks', () => {
  const two = must(addGoods(must(addGoods(emptyCart('s'), 'l1', numbered, copy(7))), 'l2', numbered, copy(8)));
  expect(must(setCopy(two, 'l2', copy(9))).lines[1]?.copy?.number).toBe(9);
  expect(must(setCopy(two, 'l2', copy(8, false))).lines[1]?.copy?.marked).toBe(false);
  expect(setCopy(two, 'l2', copy(7))).toMatchObject({ problem: { kind: 'already-in-cart' } });
  expect(setCopy(two, 'l2', copy(26))).toMatchObject({ problem: { kind: 'no-such-number', number: 26, size: 25 } });
  expect(setCopy(two, 'l2', copy(0))).toMatchObject({ problem: { kind: 'no-such-number' } });
});

test('the quantity of a copy stays one; of anything else it is set, and nothing removes the line', () => {
  const cart = must(addGoods(must(addGoods(emptyCart('s'), 'l1', numbered, copy(7))), 'l2', goods('card', 1200)));
  expect(setQuantity(cart, 'l1', 2)).toMatchObject({ problem: { kind: 'one-of-each-copy' } });
  expect(unitsIn(must(setQuantity(cart, 'l2', 6)))).toBe(7);
  expect(must(setQuantity(cart, 'l2', 0)).lines).toHaveLength(1);
  expect(must(setQuantity(cart, 'l1', 0)).lines).toHaveLength(1);
});

test('a cart holds so many units and says when it is full', () => {
  const cart = must(addGoods(emptyCart('s'), 'l1', goods('card', 1200)));
  const full = must(setQuantity(cart, 'l1', MOST_UNITS));
  expect(addGoods(full, 'l2', goods('card', 1200))).toEqual({
    ok: false,
    problem: { kind: 'cart-full', most: MOST_UNITS },
  });
  expect(setQuantity(cart, 'l1', MOST_UNITS + 1)).toMatchObject({ problem: { kind: 'cart-full' } });
});

test.each([-1, 0.5, Number.NaN, 1e15])('an amount of %d cannot be sold', (price) => {
  const custom = customGoods('Old frame', price, { photographer: '', terms: '', taxRates: [] });
  expect(addGoods(emptyCart('s'), 'l1', custom)).toMatchObject({ problem: { kind: 'amount-unusable' } });
});

test('two custom amounts are two lines', () => {
  const custom = customGoods(' Old frame ', 500, { photographer: 'ana', terms: 't', taxRates: [] });
  const two = must(addGoods(must(addGoods(emptyCart('s'), 'l1', custom)), 'l2', custom));
  expect(two.lines.map(({ goods: { title } }) => title)).toEqual(['Old frame', 'Old frame']);
});

test.each([
  { kind: 'percent', value: 10_001 },
  { kind: 'percent', value: 0 },
  { kind: 'amount', value: -5 },
  { kind: 'amount', value: 1.5 },
] as const)('a discount of %j is refused and changes nothing', (discount) => {
  const cart = must(addGoods(emptyCart('s'), 'l1', goods('card', 1200)));
  expect(setLineDiscount(cart, 'l1', discount)).toMatchObject({ problem: { kind: 'discount-unusable' } });
  expect(setOrderDiscount(cart, discount)).toMatchObject({ problem: { kind: 'discount-unusable' } });
});

test('a cart remembers what comes back for it, through a reload, until the exchange is given up', () => {
  const exchange = {
    sale: 'sale-1',
    receipt: 'A-0001',
    units: [[0, 1]] as const,
    titles: ['Salt'],
    credit: 2250,
    owed: 0,
    byCard: false,
    putBack: true,
  };
  const cart = setExchange(emptyCart('s'), exchange);
  expect(JSON.parse(JSON.stringify(cart))).toEqual({ ...emptyCart('s'), exchange });
  expect(setExchange(cart, null)).toEqual(emptyCart('s'));
});

test('discounts, notes and rows taken off can be put back, leaving no trace', () => {
  const cart = must(addGoods(emptyCart('s'), 'l1', goods('card', 1200)));
  const changed = removeRow(setNote(setLineNote(cart, 'l1', 'x'), 'y'), 'row');
  const discounted = must(setOrderDiscount(must(setLineDiscount(changed, 'l1', { kind: 'amount', value: 1 })), { kind: 'percent', value: 1 })); // prettier-ignore
  const back = must(setOrderDiscount(must(setLineDiscount(discounted, 'l1', null)), null));
  expect(bringBackRow(setNote(setLineNote(back, 'l1', ' '), ''), 'row')).toEqual(cart);
  expect(removeLine(cart, 'l1').lines).toEqual([]);
});
