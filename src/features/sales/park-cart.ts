import { done, type Result } from '../../domain/result.ts';
import { askStorage, type CommitProblem } from '../../store/commit.ts';
import { withRoom } from '../../store/make-room.ts';
import type { DraftRow, StallDb } from '../../store/db.ts';
import type { Stall } from '../../store/stall.tsx';
import { nextDraft } from './next-draft.ts';
import { isSold, isUsed, type Till } from './till-store.ts';

/**
 * Puts the open cart aside under a remark; what is scanned meanwhile begins the next one. Refused by the storage, the
 * cart stays open.
 */
export async function parkCart(
  { db, now }: Pick<Stall, 'db' | 'now'>,
  till: Till,
  remark: string,
): Promise<Result<unknown, CommitProblem>> {
  await till.flush();
  const { draft } = till.getState();
  const { id } = draft.cart;
  if (!isUsed(draft)) return done(undefined);
  // A scan in this moment would write it back as an open one.
  const release = till.hold();
  try {
    const row = { id, state: 'parked' as const, changedAt: now(), value: { ...draft, remark } };
    const parked = await askStorage(db, () => withRoom(db, () => keepParked(db, row)));
    // A second tap finds it put aside already.
    const { draft: then } = till.getState();
    if (parked.ok && then.cart.id === id) till.leave(nextDraft(then, draft.cart));
    return parked;
  } finally {
    release();
  }
}

/** Not where its sale was written a moment before: a sold cart would lie among the parked ones. */
function keepParked(db: StallDb, row: DraftRow): PromiseLike<void> {
  return db.transaction('rw', db.drafts, db.journal, async () => {
    if (await isSold(db, row.id)) await db.drafts.delete(row.id);
    else await db.drafts.put(row);
  });
}
