import { fact } from '../../src/domain/fact.ts';
import type { SaleCompleted, SoldCopy } from '../../src/domain/sales/facts.ts';
import type { FactText } from '../../src/journal/entry.ts';

let sales = 0;

/** A cash sale of one variant, 25.00 a piece, no tax; override what the test is about. */
export function aSale(
  options: { sale?: string; variant?: string; quantity?: number; place?: string; copy?: SoldCopy } & Partial<
    Pick<SaleCompleted, 'receipt' | 'secret' | 'drawer' | 'tenders' | 'rounding'>
  > = {},
): FactText {
  const sale = options.sale ?? `sale-${++sales}`;
  const quantity = options.quantity ?? 1;
  const unit = { paid: 2500, taxes: [], ...(options.copy ? { copy: options.copy } : {}) };
  return fact('sale.completed', sale, {
    sale,
    receipt: options.receipt ?? `A-${String(sales).padStart(4, '0')}`,
    secret: options.secret ?? 'c2VjcmV0c2VjcmV0c2VjcmV0',
    drawer: options.drawer ?? 'drawer-a',
    place: options.place ?? 'stall',
    currency: 'EUR',
    taxIncluded: true,
    lines: [
      {
        variant: options.variant ?? 'salt-20',
        work: 'salt',
        photographer: 'ode',
        terms: '',
        sku: 'SALT-20',
        title: 'Salt',
        label: '20 × 20, baryta',
        price: 2500,
        units: Array.from({ length: quantity }, () => unit),
        taxes: [],
      },
    ],
    rows: [],
    rounding: options.rounding ?? 0,
    tenders: options.tenders ?? [{ kind: 'cash', amount: 2500 * quantity, given: 2500 * quantity, change: 0 }],
  });
}
