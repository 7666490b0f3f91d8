import { expect, test } from 'vitest';
import { readAmount } from '../../src/domain/amount-text.ts';

test.each([
  ['100', 2, 10_000],
  ['12,5', 2, 1250],
  ['12.50', 2, 1250],
  ['1 234.5', 2, 123_450],
  ['1’234', 0, 1234],
  ['0.125', 3, 125],
  ['5.', 2, 500],
  ['', 2, 0],
] as const)('%j with %i decimals is %i', (text, digits, amount) => {
  expect(readAmount(text, digits)).toBe(amount);
});

test.each([
  ['-5', 2],
  ['12.505', 2],
  ['1.5', 0],
  ['1,234.50', 2],
  ['ten', 2],
  ['9999999999', 2],
] as const)('%j with %i decimals is no amount', (text, digits) => {
  expect(readAmount(text, digits)).toBe(null);
});
