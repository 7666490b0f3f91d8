import { fact } from '../../src/domain/fact.ts';
import type { FactText } from '../../src/journal/entry.ts';

/** How many variants the sales of a benchmark go round. */
const VARIANTS = 60;

/** What a busy stall sells most: three lines, cash, tax included; the `at`-th sale, its receipt number after it. */
export function aThreeLineSale(sale: string, at: number, secret: string): FactText {
  const lines = [0, 1, 2].map((line) => ({
    variant: `variant-${(at * 3 + line) % VARIANTS}`,
    work: 'work',
    photographer: 'photographer',
    terms: 'terms',
    sku: `SKU-${line}`,
    title: 'Harbour, 5 a.m.',
    label: '30 × 45, baryta',
    price: 2500,
    units: [{ paid: 2500, taxes: [164] }],
    taxes: [{ rate: 70_000, net: 2336, tax: 164 }],
  }));
  return fact('sale.completed', sale, {
    sale,
    receipt: `A-${at}`,
    secret,
    drawer: 'drawer-a',
    place: 'stall',
    currency: 'EUR',
    taxIncluded: true,
    lines,
    rows: [],
    rounding: 0,
    tenders: [{ kind: 'cash', amount: 7500, given: 8000, change: 500 }],
  });
}
