import { expect, test } from 'vitest';
import { compareMarkets } from '../../../src/domain/insights/comparison.ts';
import type { MarketFigures } from '../../../src/domain/insights/market-figures.ts';

function market(day: string, sales: number, takings: number): MarketFigures {
  return { day, name: day, date: '2026-06-13', takings, sales, pieces: sales, sellThrough: null };
}

const [first, second, small] = [market('first', 10, 40_000), market('second', 30, 60_000), market('small', 1, 500)];

test('the newest market is compared with the first', () => {
  expect(compareMarkets([first, market('between', 50, 90_000), second])).toEqual({
    kind: 'change',
    first,
    last: second,
    change: 0.5,
  });
});

test('a day of one sale is not compared with a whole market', () => {
  expect(compareMarkets([first, second, small])).toEqual({ kind: 'not-enough', market: small });
  const nine = market('nine', 9, 30_000);
  expect(compareMarkets([first, nine])).toEqual({ kind: 'not-enough', market: nine });
});

test('a small first try does not stand in the way of later comparisons', () => {
  expect(compareMarkets([small, first, second])).toMatchObject({ kind: 'change', first, last: second });
});

test('where no earlier market had enough, the best of them is named', () => {
  const seven = market('seven', 7, 10_000);
  expect(compareMarkets([small, seven, second])).toEqual({ kind: 'not-enough', market: seven });
});

test('what was all given back is no measure', () => {
  const back = market('back', 12, 0);
  expect(compareMarkets([back, first, second])).toMatchObject({ kind: 'change', first });
});

test('one market is compared with nothing, and none is nothing', () => {
  expect(compareMarkets([small])).toEqual({ kind: 'one', last: small });
  expect(compareMarkets([])).toBeUndefined();
});
