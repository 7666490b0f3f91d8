import { expect, test } from 'vitest';
import { minorDigits } from '../../../src/domain/money.ts';
import { cashOf, cashStepOf, denominations, noteSuggestions } from '../../../src/domain/sales/currency.ts';

test.each([
  [14000, 'EUR', [15000, 16000, 20000]],
  [4500, 'EUR', [5000, 6000, 10000]],
  [9500, 'EUR', [10000, 20000]],
  [1200, 'EUR', [1500, 2000, 5000]],
  [2250, 'EUR', [2500, 3000, 5000]],
  [350, 'EUR', [400, 500, 1000]],
  [31700, 'EUR', [32000, 35000, 40000]],
  [45000, 'SEK', [50000, 60000, 100000]],
  [3500, 'JPY', [4000, 5000, 10000]],
])('for %d %s people hand over %j', (amount, currency, sums) => {
  expect(noteSuggestions(amount, currency)).toEqual(sums);
});

test('nothing to pay needs no notes', () => {
  expect(noteSuggestions(0, 'EUR')).toEqual([]);
});

const usual = 'EUR CHF GBP USD SEK NOK DKK PLN CZK JPY AUD CAD NZD KWD HUF ISK KRW INR ZAR BRL XTS'.split(' ');

test.each(usual)(
  '%s: pieces are whole, each once, small to large, and suggestions lie above the amount',
  (currency) => {
    const { coins, notes } = cashOf(currency);
    const all = [...coins, ...notes];
    expect(all.every((piece) => Number.isSafeInteger(piece) && piece > 0)).toBe(true);
    expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b));
    expect(denominations(currency)).toEqual(all.toReversed());
    for (const amount of [1, 7, 99, 1234, 14000, 99999, 1234567]) {
      const sums = noteSuggestions(amount, currency);
      expect(sums.length).toBeLessThanOrEqual(3);
      expect(sums.every((sum) => sum > amount)).toBe(true);
      expect(sums).toEqual([...new Set(sums)].toSorted((a, b) => a - b));
    }
  },
);

test('cash is rounded as the coins ask, until a lead says otherwise', () => {
  expect(cashStepOf('CHF', 0)).toBe(5);
  expect(cashStepOf('CHF', 1)).toBe(1);
  expect(cashStepOf('EUR', 0)).toBe(1);
  expect(cashStepOf('EUR', 5)).toBe(5);
});

test('the smallest coin of a currency that rounds cash is its step', () => {
  const steps = { CHF: 5, SEK: 100, NOK: 100, DKK: 50, AUD: 5, NZD: 10, CAD: 5, CZK: 100, EUR: 1, JPY: 1 };
  for (const [currency, step] of Object.entries(steps))
    expect([currency, cashOf(currency).step]).toEqual([currency, step]);
});

test('three decimals are counted in thousandths', () => {
  expect(minorDigits('KWD')).toBe(3);
  expect(cashOf('KWD').notes).toEqual([250, 500, 1000, 5000, 10000, 20000]);
});
