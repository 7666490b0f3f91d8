import type { Cart, CartLine } from '../../../src/domain/sales/cart.ts';
import type { Stall } from '../../../src/domain/sales/complete-sale.ts';
import type { Discount, SoldCopy } from '../../../src/domain/sales/facts.ts';
import type { Goods } from '../../../src/domain/sales/goods.ts';
import type { PriceRow } from '../../../src/domain/sales/price-rows.ts';

/** Invented goods; what a test does not say is plain. */
export function goods(variant: string, price: number, more: Partial<Goods> = {}): Goods {
  return {
    variant,
    work: variant === '' ? '' : `work-${variant}`,
    photographer: 'ana',
    terms: 'terms-ana',
    sku: variant.toUpperCase(),
    title: `Title ${variant}`,
    label: 'A4',
    price,
    floor: null,
    taxRates: [],
    edition: null,
    ...more,
  };
}

export interface LineWish {
  readonly goods: Goods;
  readonly quantity?: number;
  readonly copy?: SoldCopy;
  readonly discount?: Discount;
}

export function cartOf(lines: readonly LineWish[], more: Partial<Cart> = {}): Cart {
  const made = lines.map((line, at): CartLine => ({
    id: `line-${at}`,
    goods: line.goods,
    quantity: line.quantity ?? 1,
    ...(line.copy ? { copy: line.copy } : {}),
    ...(line.discount ? { discount: line.discount } : {}),
  }));
  return { id: 'sale-1', lines: made, removedRows: [], ...more };
}

export function row(id: string, quantity: number, price: number, variants: readonly string[]): PriceRow {
  return { id, name: `any ${quantity} for ${price}`, quantity, price, variants };
}

export function stall(more: Partial<Stall> = {}): Stall {
  return {
    device: 'TABLETA',
    drawer: 'drawer-a',
    place: 'stall',
    currency: 'EUR',
    cashStep: 1,
    receipt: 'A-0001',
    secret: 'c2VjcmV0',
    isKnownSale: false,
    copies: new Map(),
    openAttempt: null,
    ...more,
  };
}
