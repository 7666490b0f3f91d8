import { expect, test } from 'vitest';
import { explainVariance } from '../../../src/domain/market-days/variance.ts';

test.each([
  [0, { kind: 'even' }],
  [-500, { kind: 'piece', piece: 500 }],
  [50, { kind: 'piece', piece: 50 }],
  [-3000, { kind: 'swapped', taken: 5000, given: 2000 }],
  [-4500, { kind: 'swapped', taken: 5000, given: 500 }],
  [-15000, { kind: 'swapped', taken: 20000, given: 5000 }],
  [-60000, { kind: 'pieces', piece: 20000, pieces: 3 }],
  [-1234567, { kind: 'unknown' }],
])('a difference of %d euro cents is most likely %j', (variance, guess) => {
  expect(explainVariance(variance, 'EUR')).toEqual(guess);
});

test('as much as one move of the day points at that move, unless it is one piece', () => {
  expect(explainVariance(-2250, 'EUR', [4500, 2250])).toEqual({ kind: 'entry', amount: 2250 });
  expect(explainVariance(-500, 'EUR', [500])).toEqual({ kind: 'piece', piece: 500 });
});
