import { expect, test } from 'vitest';
import { nextDraft } from '../../../src/features/sales/next-draft.ts';
import { addGoods, type Cart } from '../../../src/domain/sales/cart.ts';
import { cartOf, goods } from '../../domain/sales/samples.ts';

const sold = cartOf([
  { goods: goods('birch', 2500), quantity: 2, discount: { kind: 'percent', value: 1000 } },
  { goods: goods('salt', 2500) },
]);
const inNext = (now: Cart) => nextDraft({ cart: now }, sold).cart.lines.map((line) => [line.goods.sku, line.quantity]);

test('a print put in while the sale is being written begins the next cart', () => {
  const now = addGoods(sold, 'line-2', goods('dune', 9500));
  expect(now.ok && inNext(now.value)).toEqual([['DUNE', 1]]);
});

test('one more of a print that is being sold begins the next cart, alone and at its own price', () => {
  const now = addGoods(sold, 'line-2', goods('salt', 2500));
  expect(now.ok && inNext(now.value)).toEqual([['SALT', 1]]);
  const five = { ...sold, lines: sold.lines.map((line) => ({ ...line, quantity: 5 })) };
  expect(inNext(five)).toEqual([
    ['BIRCH', 3],
    ['SALT', 4],
  ]);
  const [birch] = nextDraft({ cart: five }, sold).cart.lines;
  expect(birch).not.toHaveProperty('discount');
  expect(birch?.id).not.toBe(sold.lines[0]?.id);
});

test('what was sold, and what was taken out meanwhile, is in no next cart', () => {
  expect(inNext(sold)).toEqual([]);
  expect(inNext({ ...sold, lines: [] })).toEqual([]);
  const other = cartOf([{ goods: goods('dune', 9500) }], { id: 'sale-2' });
  expect(inNext(other)).toEqual([]);
});
