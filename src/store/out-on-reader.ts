import { createStore } from 'zustand/vanilla';
import type { StallDb } from './db.ts';

/** An amount that left for a reader or a code, as a kept cart knows it. */
interface AmountOut {
  readonly id: string;
  readonly kind: 'card' | 'qr';
}

/** The attempt whose answer somebody is reading off just now: nobody has to be called to it. Of this page alone. */
export const attended = createStore<{ readonly attempt: string | null }>(() => ({ attempt: null }));

/**
 * By what way an amount of a cart of this tablet went out that nobody attends to and nobody has answered for; a reader
 * before a code. For a live query. An amount of which somebody could not tell is in the inbox, and not here.
 */
export async function readUnattended(db: StallDb, attempt: string | null): Promise<AmountOut['kind'] | undefined> {
  const rows = await db.drafts.toArray();
  const kinds = rows.flatMap(({ value }) => {
    const out = (value as { readonly attempt?: AmountOut | null }).attempt;
    return out && out.id !== attempt ? [out.kind] : [];
  });
  return kinds.toSorted()[0];
}
