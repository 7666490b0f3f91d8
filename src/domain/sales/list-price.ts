import { sum, type Minor } from '../money.ts';
import type { SaleLine } from './facts.ts';

/** What a whole line would have cost by its list price, where a discount or a price row made it less; null elsewhere. */
export function listInstead({ price, units, taxes }: SaleLine, taxIncluded: boolean): Minor | null {
  const paid = sum(units.map((unit) => unit.paid));
  const comparable = taxIncluded ? paid : paid - sum(taxes.map(({ tax }) => tax));
  const list = price * units.length;
  return comparable < list ? list : null;
}
