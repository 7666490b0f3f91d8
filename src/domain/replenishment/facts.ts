import * as v from 'valibot';
import { Count, Id, Text } from '../parts.ts';

/** A person said yes; `why` is kept, so that a later reader sees what was known then. Private: leads only. */
export const ReorderApproved = v.object({
  order: Id,
  partner: v.string(),
  lines: v.pipe(v.array(v.object({ variant: Id, quantity: Count, why: Text })), v.minLength(1), v.maxLength(300)),
});

export type ReorderApproved = v.InferOutput<typeof ReorderApproved>;
