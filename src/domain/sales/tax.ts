import { allocateOver, partOf, sum, type Minor } from '../money.ts';

const MILLION = 1_000_000;

export interface LineTax {
  readonly rate: number;
  /** What the rate was applied to; the same for every rate of a line. */
  readonly net: Minor;
  readonly tax: Minor;
}

interface TaxedLine {
  /** What the shopper pays for each unit, all taxes in it. */
  readonly paid: Minor[];
  readonly taxes: LineTax[];
  /** Per unit, the part of each rate's tax; they add up to the line's. */
  readonly unitTaxes: Minor[][];
}

/**
 * The tax of one line, rounded once per rate, half away from zero, and shared over its units by what they cost.
 * Included: tax = amounts · rate / (1 + all rates). Excluded: tax = amounts · rate, added on top.
 * @param amounts of each unit after all discounts
 * @param rates millionths, all of the same net
 */
export function taxLine(amounts: readonly Minor[], rates: readonly number[], isIncluded: boolean): TaxedLine {
  const whole = sum(amounts);
  const base = isIncluded ? MILLION + sum(rates) : MILLION;
  const taxes = rates.map((rate) => partOf(whole, rate, base));
  const net = isIncluded ? whole - sum(taxes) : whole;
  const shares = taxes.map((tax) => allocateOver(tax, amounts));
  const unitTaxes = amounts.map((_, unit) => shares.map((share) => share[unit] ?? 0));
  return {
    paid: amounts.map((amount, unit) => (isIncluded ? amount : amount + sum(unitTaxes[unit] ?? []))),
    taxes: rates.map((rate, at) => ({ rate, net, tax: taxes[at] ?? 0 })),
    unitTaxes,
  };
}
