import { Dexie } from 'dexie';
import { StallDb } from './db.ts';

/** The one database name a rehearsal has; no collective's id looks like it. */
export const REHEARSAL = 'rehearsal';

/** Whether what is sold here is only practice. */
export function isRehearsal(db: StallDb): boolean {
  return db.collective === REHEARSAL;
}

/** What a till needs to be tried with the real catalogue: tables as they are folded, not the facts behind them. */
const COPIED = ['records', 'stockMoves', 'stockCounts', 'copies', 'media'] as const;
/** Without hub and sync nothing of it can be sent; without a day it opens its own. */
const COPIED_META: readonly string[] = ['device', 'person', 'projections'];

/**
 * Copies the catalogue, stock and pictures of a collective into a database that is thrown away afterwards. Nothing
 * written there is a fact of the collective: its journal begins empty, under another id, and has no hub.
 */
export async function makeRehearsal(from: StallDb): Promise<void> {
  await dropRehearsal();
  const rehearsal = new StallDb(REHEARSAL);
  try {
    for (const name of COPIED) await rehearsal.table(name).bulkPut(await from.table(name).toArray());
    const meta = await from.meta.toArray();
    await rehearsal.meta.bulkPut(meta.filter((row) => COPIED_META.includes(row.name)));
  } finally {
    rehearsal.close();
  }
}

/** Throws the rehearsal away, with all that was sold in it. */
export async function dropRehearsal(): Promise<void> {
  await Dexie.delete(`imago-${REHEARSAL}`);
}
