import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WRITTEN_STYLES } from '../../src/hub/http/headers.ts';

test('the styles that the rules know by their hash are those that are written', () => {
  const screen = readFileSync('src/features/sales/receipt-screen.tsx', 'utf8');
  expect([...screen.matchAll(/'(@page[^']+)'/g)].map(([, rule]) => rule)).toEqual(WRITTEN_STYLES);
});
