import { expect, test } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { readReceiptNumber } from '../../src/domain/sales/complete-sale.ts';
import { findSale } from '../../src/store/find-sale.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet } from '../support/a-tablet.ts';

test('a sale of any day is found by its receipt number and by its secret, and by nothing that only looks like them', async () => {
  const tablet = await aTablet();
  await tablet.write(
    aSale({ sale: 'first', receipt: 'A-0001', secret: 'Zmlyc3RmaXJzdGZpcnN0' }),
    aSale({ sale: 'tenth', receipt: 'A-00010', secret: 'dGVudGh0ZW50aHRlbnRo' }),
    // Other facts hold receipt numbers too.
    fact('sale.voided', 'first', { sale: 'first', receipt: 'A-0007', drawer: 'drawer-a', place: 'stall', units: [] }),
  );
  expect(await findSale(tablet.db, { receipt: 'A-0001' })).toBe('first');
  expect(await findSale(tablet.db, { secret: 'dGVudGh0ZW50aHRlbnRo' })).toBe('tenth');
  expect(await findSale(tablet.db, { receipt: 'A-0007' })).toBeUndefined();
  expect(await findSale(tablet.db, { secret: 'Zmlyc3Rm' })).toBeUndefined();
});

test('a receipt number is read as people type it', () => {
  expect(['A-0043', 'a43', ' b - 7 ', 'AB-12345'].map(readReceiptNumber)).toEqual([
    'A-0043',
    'A-0043',
    'B-0007',
    'AB-12345',
  ]);
  expect(['', 'salt', '43', 'A-', '25.00', 'Harbour 7x'].map(readReceiptNumber)).toEqual(Array(6).fill(undefined));
});
