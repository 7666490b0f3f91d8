import { expect, test } from 'vitest';
import { sharesOf } from '../../../src/domain/payouts/shares.ts';

const keeps = new Map([['t', 7000], ['all', 10_000], ['none', 0]]); // prettier-ignore
const ana = { photographer: 'ana', terms: 't' };

test('70 % of 22.50 is 15.75, and the parts are the whole', () => {
  expect(sharesOf([2250, 9500], ana, keeps)).toEqual({ photographer: 1575 + 6650, collective: 675 + 2850 });
});

test('half a cent goes to the photographer, unit by unit', () => {
  expect(sharesOf([5], { ...ana, terms: 't' }, new Map([['t', 5000]]))).toEqual({ photographer: 3, collective: 2 });
  expect(sharesOf([5, 5], ana, new Map([['t', 5000]]))).toEqual({ photographer: 6, collective: 4 });
});

test('all, nothing and free are split without complaint', () => {
  expect(sharesOf([500], { ...ana, terms: 'all' }, keeps)).toEqual({ photographer: 500, collective: 0 });
  expect(sharesOf([500], { ...ana, terms: 'none' }, keeps)).toEqual({ photographer: 0, collective: 500 });
  expect(sharesOf([0], ana, keeps)).toEqual({ photographer: 0, collective: 0 });
});

test('what nobody is credited for is the collective’s, and unknown terms are not guessed', () => {
  expect(sharesOf([500], { photographer: '', terms: '' }, new Map())).toEqual({ photographer: 0, collective: 500 });
  expect(sharesOf([500], ana, new Map())).toBeNull();
  expect(sharesOf([500], { photographer: 'ana', terms: '' }, keeps)).toBeNull();
});
