import { askStorage } from '../../store/commit.ts';
import type { StallDb } from '../../store/db.ts';
import { beginNext, isUsed, readDraft, tillOf, withHeldAttempt, type Draft, type Till } from './till-store.ts';

/** Takes a parked cart up again. Nothing where another one is open; its own question first, if an amount of it is out. */
export async function resumeCart(db: StallDb, till: Till, draft: Draft): Promise<void> {
  const { remark: _, ...open } = draft;
  const held = await askStorage(db, () => withHeldAttempt(db, open));
  // Somebody began another while this one was looked up; or the storage is closed, which is said above every screen.
  if (!held.ok || isUsed(till.getState().draft)) return;
  // Its row is an open one again as the till keeps it.
  till.leave(held.value);
  if (held.value.attempt)
    till.setState((state) => ({ ...beginNext(state), view: { kind: 'unclear', instead: 'card' } }));
}

/** Brings back the question what became of an amount that is out: the open cart's, else a parked one's. */
export async function askAgain(db: StallDb): Promise<void> {
  const till = await tillOf(db);
  if (till.getState().draft.attempt) {
    return till.setState({ view: { kind: 'unclear', instead: 'card' }, sheet: null });
  }
  const rows = await db.drafts.where('state').equals('parked').toArray();
  const waiting = rows.map(readDraft).find((draft) => draft?.attempt);
  if (waiting) await resumeCart(db, till, waiting);
}
