import { signHead, signSuccessor, type DeviceKey } from '../journal/device-key.ts';
import type { Head } from '../journal/entry.ts';
import type { JournalRow, OwnDevice, StallDb } from '../store/db.ts';
import { NOT_SENT, randomText, readMeta, type FormerDevice, type HubLink } from '../store/device.ts';
import { readEntriesFrom } from '../store/read.ts';
import { LIMITS, PROTOCOL, toWire, type SyncRequest } from './protocol.ts';

/** How much a batch may hold; halved when the hub says it is too large. */
export interface BatchSize {
  readonly entries: number;
  readonly bytes: number;
}

/** What a batch holds at the most, before anything was too large. */
export const FULL_BATCH: BatchSize = { entries: LIMITS.batchEntries, bytes: LIMITS.batchBytes };

/** A request, and who asked whom when it was made: an answer may come to a tablet that has joined anew. */
export interface Asked {
  readonly request: SyncRequest;
  readonly device: OwnDevice;
  readonly hub: HubLink;
  /** Own entries that are waiting behind this batch. */
  readonly unsentAfter: number;
}

/**
 * One snapshot: heads, and the tail of the own journal past what the hub has; after it, that of a former identity.
 * @param after what it will have, when a batch is under way
 * @returns undefined where the tablet belongs to no hub
 */
export async function readAsked(db: StallDb, size: BatchSize, after?: Head | null): Promise<Asked | undefined> {
  return db.transaction('r', db.meta, db.heads, db.journal, async () => {
    const [device, hub] = [await readMeta(db, 'device'), await readMeta(db, 'hub')];
    if (!device || !hub) return undefined;
    const sync = (await readMeta(db, 'sync')) ?? NOT_SENT;
    const heads = await db.heads.toArray();
    const own = await readTail(db, { key: device.key, acked: after ?? sync.acked }, size);
    const former = own.length > 0 ? undefined : await readFormerTail(db, size);
    const signed = former && signedLast(db, former.key, former.tail.at(-1));
    const request: SyncRequest = {
      protocol: PROTOCOL,
      collective: db.collective,
      request: randomText(),
      life: hub.life,
      last: signedLast(db, device.key, own.at(-1)),
      ...(former && signed
        ? {
            signed: { [former.key.device]: signed },
            successor: { [former.key.device]: signSuccessor(former.key, db.collective, device.key.device) },
          }
        : {}),
      heads: Object.fromEntries(heads.map(({ device: id, n, hash }) => [id, { n, hash }])),
      entries: (former?.tail ?? own).map(toWire),
    };
    const held = heads.find((head) => head.device === device.key.device);
    return { request, device, hub, unsentAfter: own.length > 0 ? (held?.n ?? 0) - (own.at(-1)?.n ?? 0) : 0 };
  });
}

/** What the hub lacks of one identity, as much as a batch may hold. */
async function readTail(
  db: StallDb,
  { key, acked }: Pick<FormerDevice, 'key' | 'acked'>,
  size: BatchSize,
): Promise<readonly JournalRow[]> {
  return within(await readEntriesFrom(db, key.device, (acked?.n ?? 0) + 1, size.entries), size.bytes);
}

async function readFormerTail(db: StallDb, size: BatchSize) {
  // Of a removed one the hub takes nothing from here: it must not keep the others waiting.
  const rank = ({ removed }: FormerDevice) => (removed ? 1 : 0);
  const all = ((await readMeta(db, 'former')) ?? []).toSorted((a, b) => rank(a) - rank(b));
  for (const former of all) {
    if (former.reissued !== undefined) continue; // Its branch ends here: the hub continues another.
    const tail = await readTail(db, former, size);
    if (tail.length > 0) return { key: former.key, tail };
  }
  return undefined;
}

function within(rows: readonly JournalRow[], bytes: number): readonly JournalRow[] {
  let total = 0;
  const end = rows.findIndex((row) => (total += row.envelope.length + (row.payload?.length ?? 0)) > bytes);
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
}

function signedLast(db: StallDb, key: DeviceKey, last: JournalRow | undefined): SyncRequest['last'] {
  if (!last) return null;
  const signature = signHead(key, db.collective, last.n, last.hash);
  return { n: last.n, hash: last.hash, signature, publicKey: key.publicKey };
}
