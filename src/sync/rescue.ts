import { signHead, type DeviceKey } from '../journal/device-key.ts';
import type { Head } from '../journal/entry.ts';
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

/** A name this tablet has or had, and where its entries end. */
interface Identity {
  readonly key: DeviceKey;
  readonly letters: string;
  readonly head: Head;
}

/**
 * Every entry of this tablet as text a person can carry to the hub: JSON lines, a section for each identity, the present
 * one first. A section says whose it is and up to where, then an entry a line and, after each batch of them, the signed
 * head they end with. So the hub reads and stores the file batch by batch, and of a file that was cut off it keeps the
 * whole batches.
 */
export async function* rescueLines(db: StallDb, now: number): AsyncGenerator<string> {
  const identities = await readIdentities(db);
  const former = identities.slice(1).map(({ key }) => key.device);
  for (const [at, identity] of identities.entries()) {
    const { key, letters, head } = identity;
    yield JSON.stringify({
      kind: 'imago-rescue',
      version: RESCUE_VERSION,
      collective: db.collective,
      device: key.device,
      letters,
      savedAt: now,
      signedHead: signed(db, key, head),
      ...(at === 0 && former.length > 0 ? { former } : {}),
    } satisfies RescueHeader);
    for (let n = 1; n <= head.n;) {
      const batch = await readBatch(db, key.device, n, head.n);
      const last = batch.at(-1);
      if (!last) return;
      for (const row of batch) yield JSON.stringify(toWire(row));
      yield JSON.stringify({ signedHead: signed(db, key, last) } satisfies RescueSignature);
      n = last.n + 1;
    }
  }
}

/** The present one and those before it, the newest first, as far as anything was written under them. */
async function readIdentities(db: StallDb): Promise<readonly Identity[]> {
  return db.transaction('r', db.meta, db.heads, async () => {
    const device = await readMeta(db, 'device');
    const former = (await readMeta(db, 'former')) ?? [];
    const all = [...(device ? [device] : []), ...former.toReversed()];
    const heads = await db.heads.bulkGet(all.map(({ key }) => key.device));
    return all.flatMap(({ key, letters }, at): Identity[] => {
      const head = heads[at];
      return head ? [{ key, letters, head: { n: head.n, hash: head.hash } }] : [];
    });
  });
}

function signed(db: StallDb, key: DeviceKey, { n, hash }: Head): SignedHead {
  return { n, hash, signature: signHead(key, db.collective, n, hash), publicKey: key.publicKey };
}

/** At least one entry, and no more than a request would carry. */
async function readBatch(db: StallDb, device: string, from: number, to: number): Promise<readonly JournalRow[]> {
  const rows = await readEntriesFrom(db, device, from, Math.min(LIMITS.batchEntries, to - from + 1));
  let bytes = 0;
  const end = rows.findIndex((row) => (bytes += row.envelope.length + (row.payload?.length ?? 0)) > LIMITS.batchBytes);
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
}
