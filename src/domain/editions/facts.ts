import * as v from 'valibot';
import { Count, Id } from '../parts.ts';

const MOST_NUMBERS = 10_000;

/** Runs of numbers, both ends included: `[[1, 12], [14, 14]]`. */
export const Numbers = v.pipe(
  v.array(v.tuple([Count, Count])),
  v.maxLength(500),
  // Each number becomes a row on every tablet: far more than an edition may have is a slip, and would stop them all.
  v.check((runs) => runs.reduce((sum, [from, to]) => sum + Math.max(0, to - from + 1), 0) <= MOST_NUMBERS),
);

/** Copies are at a place as a variant; `marked` when the numbers are on the paper. */
export const CopiesPlaced = v.object({ edition: Id, numbers: Numbers, variant: Id, place: Id, marked: v.boolean() });
/** A number was written or printed on the paper. */
export const CopiesMarked = v.object({ edition: Id, numbers: Numbers });
/** A copy was spoilt; it keeps its number. */
export const CopySpoilt = v.object({ edition: Id, number: Count });

export type Numbers = v.InferOutput<typeof Numbers>;
export type CopiesPlaced = v.InferOutput<typeof CopiesPlaced>;
