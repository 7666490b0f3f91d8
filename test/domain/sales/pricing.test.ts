import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from '../../../src/domain/money.ts';
import { applyRows, type PriceRow } from '../../../src/domain/sales/price-rows.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { cartOf, goods, row, type LineWish } from './samples.ts';

const plain = { taxIncluded: true, rows: [] };
const small = row('small', 2, 4500, ['birch', 'salt']);

test('two small prints cost 45 together, 22.50 each, and the row says what it saved', () => {
  const priced = priceCart(
    cartOf([{ goods: goods('birch', 2500) }, { goods: goods('salt', 2500) }, { goods: goods('harbour', 9500) }]),
    { taxIncluded: true, rows: [small] },
  );
  expect(priced.total).toBe(14000);
  expect(priced.lines.map((line) => line.units.map(({ paid }) => paid))).toEqual([[2250], [2250], [9500]]);
  expect(priced.rows).toEqual([
    { priceRow: 'small', name: small.name, saved: 500, units: [[0, 0], [1, 0]] }, // prettier-ignore
  ]);
});

test('the row counts units, not lines, and takes the dearest together', () => {
  const priced = priceCart(cartOf([{ goods: goods('birch', 2500), quantity: 2 }, { goods: goods('salt', 3000) }]), {
    taxIncluded: true,
    rows: [small],
  });
  expect(priced.total).toBe(4500 + 2500);
  expect(priced.rows.map(({ units }) => units)).toEqual([[[0, 0], [1, 0]]]); // prettier-ignore
});

test('one short of a row is a hint, and a row taken off does not apply or hint', () => {
  const cart = cartOf([{ goods: goods('birch', 2500) }]);
  expect(priceCart(cart, { taxIncluded: true, rows: [small] }).hints).toEqual([{ row: small, saves: 500 }]);
  const pair = cartOf([{ goods: goods('birch', 2500), quantity: 2 }], { removedRows: ['small'] });
  const priced = priceCart(pair, { taxIncluded: true, rows: [small] });
  expect([priced.total, priced.rows, priced.hints]).toEqual([5000, [], []]);
});

test('a row that would cost more is not used', () => {
  const priced = priceCart(cartOf([{ goods: goods('birch', 2000), quantity: 2 }]), {
    taxIncluded: true,
    rows: [small],
  });
  expect([priced.total, priced.rows, priced.hints]).toEqual([4000, [], []]);
});

test('of two rows that save the same, the smaller id is used, however they are listed', () => {
  const rows = [row('b', 2, 4500, ['birch']), row('a', 2, 4500, ['birch'])];
  const cart = cartOf([{ goods: goods('birch', 2500), quantity: 2 }]);
  for (const listed of [rows, rows.toReversed()]) {
    expect(priceCart(cart, { taxIncluded: true, rows: listed }).rows.map(({ priceRow }) => priceRow)).toEqual(['a']);
  }
});

test('rows that compete are combined for the most saving, not the first best', () => {
  // The best single use (three for 60, saving 30) leaves one over; two pairs save 40.
  const rows = [row('pair', 2, 4000, ['x']), row('three', 3, 6000, ['x'])];
  const priced = priceCart(cartOf([{ goods: goods('x', 3000), quantity: 4 }]), { taxIncluded: true, rows });
  expect(priced.rows.map(({ priceRow }) => priceRow)).toEqual(['pair', 'pair']);
  expect(priced.total).toBe(8000);
});

test('a discount in percent is rounded once for the line: 10 % off two at 12.00', () => {
  const priced = priceCart(
    cartOf([
      { goods: goods('card', 1200, { taxRates: [190_000] }), quantity: 2, discount: { kind: 'percent', value: 1000 } },
    ]),
    plain,
  );
  expect([priced.total, priced.discounted]).toEqual([2160, 240]);
  expect(priced.lines[0]?.taxes).toEqual([{ rate: 190_000, net: 1815, tax: 345 }]);
});

test('an order discount is shared by what each unit costs and takes no more than there is', () => {
  const lines = [{ goods: goods('a', 1000) }, { goods: goods('b', 2000) }, { goods: goods('free', 0) }];
  const ten = priceCart(cartOf(lines, { discount: { kind: 'amount', value: 1000 } }), plain);
  expect(ten.lines.map(({ paid }) => paid)).toEqual([667, 1333, 0]);
  const all = priceCart(cartOf(lines, { discount: { kind: 'amount', value: 9999 } }), plain);
  expect([all.total, all.discounted]).toEqual([0, 3000]);
});

test('prices without tax: tax is added per line, and what a unit was paid holds it', () => {
  const priced = priceCart(cartOf([{ goods: goods('a', 1000, { taxRates: [77_000] }), quantity: 3 }]), {
    taxIncluded: false,
    rows: [],
  });
  expect(priced.lines[0]?.taxes).toEqual([{ rate: 77_000, net: 3000, tax: 231 }]);
  expect(priced.total).toBe(3231);
  expect(priced.lines[0]?.units).toEqual(Array.from({ length: 3 }, () => ({ paid: 1077, taxes: [77] })));
});

test('two rates on one line are both of the same net', () => {
  // 114.98 / 1.14975 = 100.004…; of it 5 % is 5.0002 and 9.975 % is 9.9754
  const priced = priceCart(cartOf([{ goods: goods('a', 11498, { taxRates: [50_000, 99_750] }) }]), plain);
  expect(priced.lines[0]?.taxes).toEqual([
    { rate: 50_000, net: 10000, tax: 500 },
    { rate: 99_750, net: 10000, tax: 998 },
  ]);
});

test('tax is rounded half away from zero', () => {
  // 0.10 at 5 % on top is 0.005
  const priced = priceCart(cartOf([{ goods: goods('a', 10, { taxRates: [50_000] }) }]), {
    taxIncluded: false,
    rows: [],
  });
  expect(priced.tax).toBe(1);
});

test('the price follows the copy number up the ladder, and a number that follows costs the first step', () => {
  const edition = { edition: 'e', size: 25, ladder: [{ from: 11, add: 3000 }, { from: 21, add: 5000 }] }; // prettier-ignore
  const price = (number: number | null) =>
    priceCart(cartOf([{ goods: goods('a', 12000, { edition }), copy: { edition: 'e', number, marked: true } }]), plain)
      .total;
  expect([price(1), price(10), price(11), price(20), price(21), price(null)]).toEqual([
    12000, 12000, 15000, 15000, 17000, 12000,
  ]);
});

test('a discount under the floor is told, a price row under it is not a question', () => {
  const low = goods('birch', 4500, { floor: 4000 });
  const asks = priceCart(cartOf([{ goods: low, discount: { kind: 'amount', value: 1000 } }]), plain);
  expect(asks.lines[0]?.belowFloor).toEqual({ floor: 4000, price: 3500 });
  const byOrder = priceCart(cartOf([{ goods: low }], { discount: { kind: 'percent', value: 2000 } }), plain);
  expect(byOrder.lines[0]?.belowFloor).toEqual({ floor: 4000, price: 3600 });
  const rowed = priceCart(cartOf([{ goods: low, quantity: 2 }]), {
    taxIncluded: true,
    rows: [row('r', 2, 6000, ['birch'])],
  });
  expect(rowed.lines[0]?.belowFloor).toBeNull();
});

test('an empty cart costs nothing', () => {
  expect(priceCart(cartOf([]), plain)).toMatchObject({ total: 0, pieces: 0, lines: [], rows: [] });
});

const variants = ['a', 'b', 'c', 'd'];
const rowArb = fc.record({
  quantity: fc.integer({ min: 2, max: 4 }),
  price: fc.integer({ min: 0, max: 9000 }),
  variants: fc.subarray(variants, { minLength: 1 }),
});
const rowsArb = fc
  .array(rowArb, { maxLength: 4 })
  .map((rows): PriceRow[] => rows.map((each, at) => ({ ...each, id: `row-${at}`, name: 'row' })));

/** The most that can be saved, by trying everything; slow on purpose and written another way. */
function mostSaved(left: readonly { variant: string; list: number }[], rows: readonly PriceRow[]): number {
  const [first, ...others] = left;
  if (!first) return 0;
  let best = mostSaved(others, rows);
  for (const each of rows.filter((row) => row.variants.includes(first.variant))) {
    const try_ = (need: number, from: number, taken: readonly number[]): void => {
      if (need === 0) {
        const saved = sum([first, ...taken.map((at) => others[at]!)].map((unit) => unit.list)) - each.price;
        const rest = others.filter((_, at) => !taken.includes(at));
        best = Math.max(best, saved + mostSaved(rest, rows));
        return;
      }
      for (let at = from; at < others.length; at++) {
        if (each.variants.includes(others[at]!.variant)) try_(need - 1, at + 1, [...taken, at]);
      }
    };
    try_(each.quantity - 1, 0, []);
  }
  return best;
}

test('up to a handful of units, rows save the most that trying everything finds', () => {
  const units = fc.array(
    fc.record({ variant: fc.constantFrom(...variants), list: fc.integer({ min: 0, max: 5000 }) }),
    {
      maxLength: 7,
    },
  );
  fc.assert(
    fc.property(units, rowsArb, (of, rows) => {
      expect(sum(applyRows(of, rows).map(({ saved }) => saved))).toBe(mostSaved(of, rows));
    }),
    { numRuns: 150 },
  );
});

const rates = fc.constantFrom([], [0], [70_000], [190_000], [77_000], [50_000, 99_750], [1_000_000]);
const discount = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), value: fc.integer({ min: 1, max: 9_000 }) }),
);
const lineArb = fc
  .record({
    variant: fc.constantFrom(...variants),
    price: fc.integer({ min: 0, max: 30_000 }),
    quantity: fc.integer({ min: 1, max: 5 }),
    rates,
    discount: fc.option(discount, { nil: undefined }),
  })
  .map((line): LineWish => ({
    goods: goods(line.variant, line.price, { taxRates: line.rates }),
    quantity: line.quantity,
    ...(line.discount ? { discount: line.discount } : {}),
  }));

test('whatever is in the cart, every amount adds up to the unit and nothing goes below zero', () => {
  fc.assert(
    fc.property(
      fc.array(lineArb, { maxLength: 8 }),
      rowsArb,
      fc.option(discount, { nil: undefined }),
      fc.boolean(),
      (lines, rows, order, taxIncluded) => {
        const cart = cartOf(lines, order ? { discount: order } : {});
        const priced = priceCart(cart, { taxIncluded, rows });
        expect(priceCart(cart, { taxIncluded, rows: rows.toReversed() }).lines).toEqual(priced.lines);
        for (const line of priced.lines) {
          expect(sum(line.units.map(({ paid }) => paid))).toBe(line.paid);
          line.taxes.forEach(({ tax, net }, at) => {
            expect(sum(line.units.map(({ taxes }) => taxes[at]!))).toBe(tax);
            expect(net + sum(line.taxes.map((each) => each.tax))).toBe(line.paid);
          });
          for (const { paid, taxes } of line.units) expect(paid - sum(taxes)).toBeGreaterThanOrEqual(0);
          expect(
            line.list - line.rowsSaved - line.discounted + (taxIncluded ? 0 : sum(line.taxes.map((t) => t.tax))),
          ).toBe(line.paid);
        }
        expect(sum(priced.rows.map(({ saved }) => saved))).toBe(priced.rowsSaved);
        expect(priced.list - priced.rowsSaved - priced.discounted + (taxIncluded ? 0 : priced.tax)).toBe(priced.total);
      },
    ),
    { numRuns: 200 },
  );
});

test('twenty lines with rows that compete are priced well within a frame', () => {
  const lines = Array.from({ length: 20 }, (_, at): LineWish => ({
    goods: goods(variants[at % 4]!, 1000 + at * 37, { taxRates: [70_000] }),
    discount: { kind: 'percent', value: 500 },
  }));
  const rows = [row('a', 2, 1500, ['a', 'b']), row('b', 3, 2500, ['b', 'c']), row('c', 2, 1900, ['d'])];
  const cart = cartOf(lines, { discount: { kind: 'amount', value: 777 } });
  const rounds = Array.from({ length: 40 }, () => {
    const start = performance.now();
    priceCart(cart, { taxIncluded: true, rows });
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  expect(rounds[20]).toBeLessThan(2);
});
