import { expect, test } from 'vitest';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import type { Tender } from '../../../src/domain/sales/facts.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { doneSale } from '../../../src/features/sales/done-sale.ts';
import { cartOf, goods, stall } from '../../domain/sales/samples.ts';

function shown(tender: Tender) {
  const priced = priceCart(cartOf([{ goods: goods('salt', 2500) }]), { taxIncluded: true, rows: [] });
  const made = completeSale(priced, [tender], stall());
  if (!made.ok) throw new Error(made.problem.kind);
  return doneSale({ body: made.value, refund: null, at: 1 }, false);
}

test('what is paid in a way that a lead calls exchange stands in the total', () => {
  expect(shown({ kind: 'other', name: 'exchange', amount: 2500 }).total).toBe(2500);
  expect(shown({ kind: 'exchange', amount: 2500 }).total).toBe(0);
});
