import * as v from 'valibot';
import { Count, Id } from '../parts.ts';

/** Runs of numbers, both ends included: `[[1, 12], [14, 14]]`. */
export const Numbers = v.pipe(v.array(v.tuple([Count, Count])), v.maxLength(500));

/** Copies are at a place as a variant; `marked` when the numbers are on the paper. */
export const CopiesPlaced = v.object({ edition: Id, numbers: Numbers, variant: Id, place: Id, marked: v.boolean() });
/** A number was written or printed on the paper. */
export const CopiesMarked = v.object({ edition: Id, numbers: Numbers });
/** A copy was spoilt; it keeps its number. */
export const CopySpoilt = v.object({ edition: Id, number: Count });

export type Numbers = v.InferOutput<typeof Numbers>;
export type CopiesPlaced = v.InferOutput<typeof CopiesPlaced>;
