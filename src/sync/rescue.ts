import { signHead } from '../journal/device-key.ts';
import type { JournalRow, StallDb } from '../store/db.ts';
import { readMeta } from '../store/device.ts';
import { readEntriesFrom } from '../store/read.ts';
import {
  LIMITS,
  RESCUE_VERSION,
  toWire,
  type RescueHeader,
  type RescueSignature,
  type SignedHead,
} from './protocol.ts';

/**
 * Every entry of this tablet as text a person can carry to the hub: JSON lines, first who they are from and up to where,
 * then an entry a line and, after each batch of them, the signed head they end with. So the hub reads and stores the file
 * batch by batch, and of a file that was cut off it keeps the whole batches.
 */
export async function* rescueLines(db: StallDb, now: number): AsyncGenerator<string> {
  const device = await readMeta(db, 'device');
  const head = device && (await db.heads.get(device.key.device));
  if (!device || !head) return;
  const { key, letters } = device;
  const signed = ({ n, hash }: { readonly n: number; readonly hash: string }): SignedHead => {
    const signature = signHead(key, db.collective, n, hash);
    return { n, hash, signature, publicKey: key.publicKey };
  };
  yield JSON.stringify({
    kind: 'imago-rescue',
    version: RESCUE_VERSION,
    collective: db.collective,
    device: key.device,
    letters,
    savedAt: now,
    signedHead: signed(head),
  } satisfies RescueHeader);
  for (let n = 1; n <= head.n;) {
    const batch = await readBatch(db, key.device, n, head.n);
    const last = batch.at(-1);
    if (!last) return;
    for (const row of batch) yield JSON.stringify(toWire(row));
    yield JSON.stringify({ signedHead: signed(last) } satisfies RescueSignature);
    n = last.n + 1;
  }
}

/** At least one entry, and no more than a request would carry. */
async function readBatch(db: StallDb, device: string, from: number, to: number): Promise<readonly JournalRow[]> {
  const rows = await readEntriesFrom(db, device, from, Math.min(LIMITS.batchEntries, to - from + 1));
  let bytes = 0;
  const end = rows.findIndex((row) => (bytes += row.envelope.length + (row.payload?.length ?? 0)) > LIMITS.batchBytes);
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
}
