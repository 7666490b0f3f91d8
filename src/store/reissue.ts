import type { DeviceId } from '../journal/device-key.ts';
import { trustedEnvelope } from '../journal/check.ts';
import { writeAgain } from '../journal/entry.ts';
import type { JournalRow, StallDb } from './db.ts';
import { readEntriesFrom } from './read.ts';

/**
 * Writes what a former identity wrote after `after` down again as the next entries of the present one: the hub continues
 * another branch under the old name, and these would reach nobody. They are folded here already. Runs in the caller's
 * transaction over journal, heads and `folded`.
 * @returns how many
 */
export async function reissue(db: StallDb, from: DeviceId, after: number, to: DeviceId): Promise<number> {
  const rows = await readEntriesFrom(db, from, after + 1, Infinity);
  const before = await db.heads.get(to);
  let head = before;
  const again: JournalRow[] = [];
  for (const row of rows) {
    const envelope = trustedEnvelope(row);
    const entry = writeAgain(row, envelope, to, head);
    const n = (head?.n ?? 0) + 1;
    const stamp = head && head.stamp > envelope.stamp ? head.stamp : envelope.stamp;
    head = { ...head, device: to, n, hash: entry.hash, stamp };
    again.push({ ...entry, device: to, n, about: row.about, day: row.day });
  }
  if (!head || again.length === 0) return 0;
  await db.journal.bulkAdd(again);
  await db.folded.bulkPut(again.map((row) => ({ first: trustedEnvelope(row).again ?? row.hash })));
  await db.heads.put(head);
  return again.length;
}
