import * as v from 'valibot';
import { Count, Id, Text } from '../parts.ts';

export const PlaceFields = v.partial(
  v.object({
    name: v.pipe(v.string(), v.maxLength(200)),
    kind: v.picklist(['stall', 'van', 'studio', 'lab', 'box']),
    parent: v.pipe(v.string(), v.maxLength(64)),
    retired: v.boolean(),
  }),
);
export const PlaceRevised = v.object({ place: Id, fields: PlaceFields });

const items = v.pipe(v.array(v.object({ variant: Id, quantity: Count })), v.minLength(1), v.maxLength(500));

/** The true quantities at this entry's stamp: whatever was stamped before is in them. */
export const StockCounted = v.object({ place: Id, items, reason: v.exactOptional(Text) });
/** Goods change place; '' as `from` is from outside, '' as `to` is gone (with a reason). */
export const StockMoved = v.object({
  from: v.pipe(v.string(), v.maxLength(64)),
  to: v.pipe(v.string(), v.maxLength(64)),
  items,
  reason: v.exactOptional(Text),
});

export type PlaceFields = v.InferOutput<typeof PlaceFields>;
export type StockCounted = v.InferOutput<typeof StockCounted>;
export type StockMoved = v.InferOutput<typeof StockMoved>;
