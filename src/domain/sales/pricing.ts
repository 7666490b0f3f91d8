import { allocateOver, partOf, sum, type Minor } from '../money.ts';
import type { Cart, CartLine } from './cart.ts';
import type { AppliedRow, Discount, SaleUnit } from './facts.ts';
import { unitPrice } from './goods.ts';
import { rowHints, applyRows, type PriceRow, type RowHint, type RowUse } from './price-rows.ts';
import { taxLine, type LineTax } from './tax.ts';

/** What pricing needs of the market day: whether prices have tax in them, and the price rows. */
interface PriceContext {
  readonly taxIncluded: boolean;
  readonly rows: readonly PriceRow[];
}

/** A cart with every amount worked out, to the unit. list − rowsSaved − discounted (+ tax, if not included) = total. */
export interface PricedCart {
  readonly cart: Cart;
  readonly taxIncluded: boolean;
  readonly lines: readonly PricedLine[];
  /** Each use of a price row by itself: two pairs are two uses. */
  readonly rows: readonly AppliedRow[];
  readonly hints: readonly RowHint[];
  readonly pieces: number;
  readonly list: Minor;
  readonly rowsSaved: Minor;
  /** Line and order discounts. */
  readonly discounted: Minor;
  readonly tax: Minor;
  /** What is to pay, before cash rounding. */
  readonly total: Minor;
}

export interface PricedLine {
  readonly line: CartLine;
  /** List price of one unit, ladder included. */
  readonly price: Minor;
  readonly list: Minor;
  readonly rowsSaved: Minor;
  /** The line's own discount and its part of the order's. */
  readonly discounted: Minor;
  readonly paid: Minor;
  readonly units: readonly SaleUnit[];
  readonly taxes: readonly LineTax[];
  /** A discount brought a unit under the photographer's lowest price: the till asks, nothing is refused. */
  readonly belowFloor: { readonly floor: Minor; readonly price: Minor } | null;
}

/**
 * Prices a cart: list price and ladder, then price rows, then each line's discount, then the order's, then tax per line.
 * What is taken off is allocated to units in proportion to what they cost before, so that a unit can come back at
 * exactly what was paid for it. Pure and the same on every tablet.
 */
export function priceCart(cart: Cart, context: PriceContext): PricedCart {
  const units = cart.lines.flatMap((line, at) => {
    const list = unitPrice(line.goods, line.copy?.number ?? null);
    return Array.from({ length: line.quantity }, (_, unit) => ({ line: at, unit, variant: line.goods.variant, list }));
  });
  const rows = context.rows.filter((row) => !cart.removedRows.includes(row.id));
  const uses = applyRows(units, rows);

  const afterRows = units.map(({ list }) => list);
  for (const use of uses) takeOff(afterRows, use.units, use.saved);
  const after = [...afterRows];
  cart.lines.forEach(({ discount }, at) => {
    if (discount)
      giveDiscount(
        after,
        discount,
        indicesWhere(units, (unit) => unit.line === at),
      );
  });
  if (cart.discount)
    giveDiscount(
      after,
      cart.discount,
      indicesWhere(units, () => true),
    );

  const lines: PricedLine[] = [];
  let first = 0;
  for (const line of cart.lines) {
    const end = first + line.quantity;
    const lists = units.slice(first, end).map(({ list }) => list);
    lines.push(pricedLine(line, lists, afterRows.slice(first, end), after.slice(first, end), context.taxIncluded));
    first = end;
  }
  return {
    cart,
    taxIncluded: context.taxIncluded,
    lines,
    rows: uses.map((use) => appliedRow(use, units)),
    hints: rowHints(units, rows, uses),
    pieces: units.length,
    list: sum(lines.map((line) => line.list)),
    rowsSaved: sum(lines.map((line) => line.rowsSaved)),
    discounted: sum(lines.map((line) => line.discounted)),
    tax: sum(lines.flatMap((line) => line.taxes.map(({ tax }) => tax))),
    total: sum(lines.map((line) => line.paid)),
  };
}

function pricedLine(
  line: CartLine,
  lists: readonly Minor[],
  afterRows: readonly Minor[],
  after: readonly Minor[],
  taxIncluded: boolean,
): PricedLine {
  const { paid, taxes, unitTaxes } = taxLine(after, line.goods.taxRates, taxIncluded);
  const { copy } = line;
  const discounted = sum(afterRows) - sum(after);
  const lowest = Math.min(...after);
  const { floor } = line.goods;
  return {
    line,
    price: lists[0] ?? 0,
    list: sum(lists),
    rowsSaved: sum(lists) - sum(afterRows),
    discounted,
    paid: sum(paid),
    units: paid.map((amount, unit) => ({ paid: amount, taxes: unitTaxes[unit] ?? [], ...(copy ? { copy } : {}) })),
    taxes,
    belowFloor: floor !== null && discounted > 0 && lowest < floor ? { floor, price: lowest } : null,
  };
}

function appliedRow(
  { row, units: chosen, saved }: RowUse,
  units: readonly { line: number; unit: number }[],
): AppliedRow {
  const at = chosen.toSorted((a, b) => a - b).map((i): [number, number] => [units[i]?.line ?? 0, units[i]?.unit ?? 0]);
  return { priceRow: row.id, name: row.name, saved, units: at };
}

function giveDiscount(amounts: Minor[], { kind, value }: Discount, units: readonly number[]): void {
  const base = sum(units.map((at) => amounts[at] ?? 0));
  takeOff(amounts, units, kind === 'percent' ? partOf(base, value, 10_000) : Math.min(value, base));
}

function takeOff(amounts: Minor[], units: readonly number[], off: Minor): void {
  const ordered = units.toSorted((a, b) => a - b);
  const parts = allocateOver(
    off,
    ordered.map((at) => amounts[at] ?? 0),
  );
  ordered.forEach((at, i) => (amounts[at] = (amounts[at] ?? 0) - (parts[i] ?? 0)));
}

function indicesWhere<T>(of: readonly T[], holds: (each: T) => boolean): number[] {
  return of.flatMap((each, at) => (holds(each) ? [at] : []));
}
