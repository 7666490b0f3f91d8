import { expect, test } from 'vitest';
import { allocateOver, decimalText, partOf, roundCash } from '../../src/domain/money.ts';

test.each([
  [-123450, 2, '-1234.50'],
  [5, 2, '0.05'],
  [-5, 3, '-0.005'],
  [0, 2, '0.00'],
  [1200, 0, '1200'],
  [1234567, 3, '1234.567'],
])('%d with %d digits is written %s', (amount, digits, text) => {
  expect(decimalText(amount, digits)).toBe(text);
});

test('a decimal comma is written where a file asks for it', () => {
  expect(decimalText(-4500, 2, ',')).toBe('-45,00');
});

test.each([
  [1202, 5, 1200],
  [1203, 5, 1205],
  [-1203, 5, -1205],
  [150, 100, 200],
  [-150, 100, -200],
  [25, 50, 50],
  [1, 5, 0],
  [1234, 1, 1234],
  [1234, 0, 1234],
])('%d rounded to coins of %d is %d, halves away from zero', (amount, step, rounded) => {
  expect(roundCash(amount, step)).toBe(rounded);
});

test('a part is rounded half away from zero', () => {
  expect(partOf(25, 1, 2)).toBe(13);
  expect(partOf(-25, 1, 2)).toBe(-13);
});

test('nothing is split over free items without complaint, and something over free items evenly', () => {
  expect(allocateOver(0, [0, 0])).toEqual([0, 0]);
  expect(allocateOver(3, [0, 0])).toEqual([2, 1]);
  expect(allocateOver(3, [0, 5])).toEqual([0, 3]);
});
