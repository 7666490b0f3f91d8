import type { Currency, Minor } from '../money.ts';
import { denominations } from '../sales/currency.ts';

/** What a difference between counted and expected cash most likely is; the words are the screen's. */
export type VarianceGuess =
  | { readonly kind: 'even' }
  /** One piece too few or too many: given as change, or overlooked. */
  | { readonly kind: 'piece'; readonly piece: Minor }
  /** One piece taken for another: a 50 for a 20. */
  | { readonly kind: 'swapped'; readonly taken: Minor; readonly given: Minor }
  /** As much as one sale, refund or cash move of the day: made twice, or not written down. */
  | { readonly kind: 'entry'; readonly amount: Minor }
  | { readonly kind: 'pieces'; readonly piece: Minor; readonly pieces: number }
  | { readonly kind: 'unknown' };

/**
 * "Short 5: most likely one 5 note."
 * @param variance counted − expected
 * @param moves amounts that changed this drawer today, to find one that was booked wrongly
 */
export function explainVariance(variance: Minor, currency: Currency, moves: readonly Minor[] = []): VarianceGuess {
  const size = Math.abs(variance);
  if (size === 0) return { kind: 'even' };
  const pieces = denominations(currency);
  if (pieces.includes(size)) return { kind: 'piece', piece: size };
  if (moves.some((amount) => Math.abs(amount) === size)) return { kind: 'entry', amount: size };
  for (const taken of pieces.toReversed()) {
    const given = taken - size;
    if (pieces.includes(given)) return { kind: 'swapped', taken, given };
  }
  const several = pieces.find((piece) => size % piece === 0 && size / piece <= 4);
  return several === undefined ? { kind: 'unknown' } : { kind: 'pieces', piece: several, pieces: size / several };
}
