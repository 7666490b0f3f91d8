import { allocate, sum, type Minor } from '../money.ts';
import type { TermsId } from '../parts.ts';

/** What part of a sale the photographer keeps, in basis points, by terms. Leads' tablets know it. */
export type KeepsByTerms = ReadonlyMap<TermsId, number>;

/** Two parts that add up to what was paid. */
export interface Shares {
  readonly photographer: Minor;
  readonly collective: Minor;
}

/**
 * Splits what was paid for each unit between its photographer and the collective: `allocate`, so the parts add up; half
 * a smallest coin goes to the photographer. Unit by unit, so that a refund takes back exactly what the sale gave, and a
 * total is the same however the days, works or markets are grouped. Of the price paid, taxes included.
 * Without terms everything is the collective's where nobody is credited; else null: the shares are not known here.
 */
export function sharesOf(
  paid: readonly Minor[],
  whose: { readonly photographer: string; readonly terms: TermsId },
  keeps: KeepsByTerms,
): Shares | null {
  if (whose.photographer === '') return { photographer: 0, collective: sum(paid) };
  const points = keeps.get(whose.terms);
  if (points === undefined) return null;
  const parts = paid.map((amount) => allocate(amount, [points, 10_000 - points])[0] ?? 0);
  return { photographer: sum(parts), collective: sum(paid) - sum(parts) };
}
