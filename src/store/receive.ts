import { continues, parseEnvelope, readEntry } from '../journal/check.ts';
import type { DeviceId } from '../journal/device-key.ts';
import type { Entry, Envelope, Read } from '../journal/entry.ts';
import type { HeadRow, JournalRow, StallDb } from './db.ts';
import { foldInto, onlyNew } from './fold.ts';

/** What became of a page of entries. `refused`: texts that are not entries of this collective, or do not continue a chain. */
interface Received {
  readonly stored: number;
  readonly known: number;
  readonly refused: number;
}

/** Entries checked and stored at a time: a sale tapped meanwhile waits for so many and no more. */
const SLICE = 100;

/**
 * Stores others' entries: each must continue what is held of its device. Receiving twice is harmless; a gap stores
 * nothing; a payload this build cannot read is kept and passed on. Long pages are stored in slices, each whole.
 */
export async function receive(
  db: StallDb,
  incoming: readonly Entry[],
  signed: Readonly<Record<DeviceId, NonNullable<HeadRow['signed']>>> = {},
): Promise<Received> {
  const all = { stored: 0, known: 0, refused: 0 };
  for (let from = 0; from === 0 || from < incoming.length; from += SLICE) {
    const slice = await receiveSlice(db, incoming.slice(from, from + SLICE), signed);
    all.stored += slice.stored;
    all.known += slice.known;
    all.refused += slice.refused;
  }
  return all;
}

async function receiveSlice(
  db: StallDb,
  incoming: readonly Entry[],
  signed: Readonly<Record<DeviceId, NonNullable<HeadRow['signed']>>>,
): Promise<Received> {
  const parsed = incoming.map((entry) => ({ entry, envelope: parseEnvelope(entry, db.collective) }));
  return db.transaction('rw', db.tables, async () => {
    const heads = new Map((await db.heads.toArray()).map((head) => [head.device, head]));
    const [rows, reads]: [JournalRow[], Read[]] = [[], []];
    let [known, refused] = [0, 0];
    for (const { entry, envelope } of parsed) {
      if (typeof envelope === 'string') refused++;
      else if (envelope.n <= (heads.get(envelope.device)?.n ?? 0)) known++;
      else if (!continues(envelope, heads.get(envelope.device))) refused++;
      else {
        const read = readEntry(entry, envelope);
        rows.push(rowOf(entry, envelope, read));
        if (read) reads.push(read);
        heads.set(envelope.device, moved(heads.get(envelope.device), entry, envelope));
      }
    }
    if (rows.length > 0) await db.journal.bulkAdd(rows);
    await db.heads.bulkPut([...heads.values()].map((head) => withSigned(head, signed[head.device])));
    await foldInto(db, await onlyNew(db, reads));
    return { stored: rows.length, known, refused };
  });
}

function rowOf(entry: Entry, envelope: Envelope, read: Read | undefined): JournalRow {
  return {
    hash: entry.hash,
    device: envelope.device,
    n: envelope.n,
    about: read?.about ?? envelope.about,
    day: read?.day ?? envelope.day,
    envelope: entry.envelope,
    payload: entry.payload,
  };
}

function moved(head: HeadRow | undefined, entry: Entry, envelope: Envelope): HeadRow {
  const stamp = head && head.stamp > envelope.stamp ? head.stamp : envelope.stamp;
  return { ...head, device: envelope.device, n: envelope.n, hash: entry.hash, stamp };
}

function withSigned(head: HeadRow, signed: HeadRow['signed']): HeadRow {
  if (!signed || signed.n > head.n || (head.signed && head.signed.n >= signed.n)) return head;
  return { ...head, signed };
}
