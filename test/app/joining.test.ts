import { expect, test } from 'vitest';
import { codeIn } from '../../src/app/joining.ts';

test.each([
  ['K7QM2XPA', 'K7QM2XPA', ''],
  [' k7qm 2xpa ', 'K7QM2XPA', ''],
  ['K7QM-2XPA', 'K7QM2XPA', ''],
  ['http://localhost:4173/app/join#nW1bq_8-xkFh2Qv0rT7yZA', 'nW1bq_8-xkFh2Qv0rT7yZA', 'http://localhost:4173'],
  ['https://stall.example/app/join#K7QM2XPA', 'K7QM2XPA', 'https://stall.example'],
  ['nW1bq_8-xkFh2Qv0rT7yZA', 'nW1bq_8-xkFh2Qv0rT7yZA', ''],
])('%s is read as a code', (typed, code, origin) => {
  expect(codeIn(typed)).toEqual({ code, origin });
});

test.each([
  '',
  'abc',
  'K7QM2XP',
  'https://stall.example/',
  'https://',
  'javascript:alert(1)',
  'K7QM2XPA0',
  'x'.repeat(500),
])('%s is not a code', (typed) => {
  expect(codeIn(typed)).toBeUndefined();
});
