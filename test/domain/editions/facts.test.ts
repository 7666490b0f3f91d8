import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Numbers } from '../../../src/domain/editions/facts.ts';

test('runs of numbers are what an edition may have, not a million rows on every tablet', () => {
  expect(v.is(Numbers, [[1, 5_000]])).toBe(true);
  expect(v.is(Numbers, [[1, 100_000]])).toBe(false);
  expect(
    v.is(
      Numbers,
      Array.from({ length: 500 }, () => [1, 1_000_000]),
    ),
  ).toBe(false);
});
