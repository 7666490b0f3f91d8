import { isFactType, parseFact } from '../domain/fact.ts';
import type { Result } from '../domain/result.ts';
import { writeEntry, type Entry, type FactText, type Head, type Read } from '../journal/entry.ts';
import type { Instant, Stamp } from '../journal/stamp.ts';
import type { DeviceId } from '../journal/device-key.ts';
import { noteClosed, noteOpen } from './closed.ts';
import type { StallDb } from './db.ts';
import { foldInto } from './fold.ts';
import { withRoom } from './make-room.ts';
import { closedName, isStorageFull } from './storage-names.ts';

/** Who writes, from which tablet, and where clock and randomness come from. */
export interface Author {
  readonly device: DeviceId;
  /** The person at the tablet. */
  readonly by: string;
  /** The market day selected on this tablet, '' outside one. */
  readonly day: string;
  /** Corrected by the hub's offset when there was one. */
  now(): Instant;
  /** 16 random bytes, base64url. */
  salt(): string;
}

/** Why nothing was written. The cart, or whatever was being done, is as it was. */
export type CommitProblem =
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'storage-closed'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly bytes: number };

/** What is decided inside the transaction: the facts, and what goes with them on this tablet only. */
export interface Decision {
  readonly facts: readonly FactText[];
  /** A draft that becomes the sale: deleted in the same transaction. */
  readonly draft?: string;
  /** Numbers this tablet has now given out. */
  readonly receipts?: number;
  readonly zs?: number;
  /** Told how far the writing is, 0 to 1, where it is long enough to be watched. */
  readonly told?: (share: number) => void;
}

/** Under the hub's limit of 64 kB, with a margin: what is let through here is never refused there. */
const ENTRY_BYTES = 60_000;

/**
 * The one door in. Reads, decides, writes entries, moves the head and folds, in one transaction: both or neither.
 * `decide` may await this database and nothing else. It gets this tablet's own head row to take numbers from. It runs
 * again if pictures had to be put away to make room.
 * The promise settles after IndexedDB's `complete`, so what it returns is on the disk.
 */
export async function commit<P>(
  db: StallDb,
  author: Author,
  decide: (own: { readonly receipts: number; readonly zs: number }) => Promise<Result<Decision, P>>,
): Promise<Result<readonly Entry[], P | CommitProblem>> {
  try {
    // `async` is not for show: Dexie follows native awaits only inside a function that says it has them.
    const value = await withRoom(db, () =>
      db.transaction('rw', db.tables, async () => decideAndStore(db, author, decide)),
    );
    noteOpen(db);
    return { ok: true, value };
  } catch (thrown) {
    if (thrown instanceof Declined) return { ok: false, problem: thrown.problem as P | CommitProblem };
    return { ok: false, problem: storageProblem(db, thrown) };
  }
}

async function decideAndStore<P>(
  db: StallDb,
  author: Author,
  decide: (own: { readonly receipts: number; readonly zs: number }) => Promise<Result<Decision, P>>,
): Promise<readonly Entry[]> {
  const heads = await db.heads.toArray();
  const own = heads.find((head) => head.device === author.device);
  const counted = { receipts: own?.receipts ?? 0, zs: own?.zs ?? 0 };
  const decided = await decide(counted);
  if (!decided.ok) throw new Declined(decided.problem);
  const latest = heads.reduce<Stamp | undefined>((max, { stamp }) => (max && max > stamp ? max : stamp), undefined);
  const written = writeAll(db, author, decided.value.facts, own, latest);
  const large = written.find(({ entry }) => bytesOf(entry) > ENTRY_BYTES);
  if (large) throw new Declined({ kind: 'too-large', bytes: bytesOf(large.entry) } satisfies CommitProblem);
  await store(db, author, decided.value, written, counted);
  return written.map(({ entry }) => entry);
}

/** What touches the database outside a commit, with the storage's refusals as a commit says them. */
export async function askStorage<T>(db: StallDb, work: () => Promise<T>): Promise<Result<T, CommitProblem>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, problem: storageProblem(db, thrown) };
  }
}

/** Breaks the transaction off: a refusal leaves nothing of what `decide` may have written on its way. */
class Declined extends Error {
  readonly problem: unknown;

  constructor(problem: unknown) {
    super('declined');
    this.problem = problem;
  }
}

interface Written {
  readonly entry: Entry;
  readonly read: Read;
}

function writeAll(
  db: StallDb,
  author: Author,
  facts: readonly FactText[],
  own: Head | undefined,
  latest: Stamp | undefined,
): Written[] {
  const writer = { collective: db.collective, device: author.device, by: author.by, day: author.day };
  let [head, seen] = [own, latest];
  return facts.map((fact) => {
    const written = writeEntry(fact, writer, head, seen, author.now(), author.salt());
    // Others' unreadable facts are kept; one of our own is a bug, and must not become history.
    if (isFactType(fact.type) && !parseFact(written.read)) throw new TypeError(`not a ${fact.type} by its schema`);
    head = { n: written.read.n, hash: written.read.hash };
    seen = written.read.stamp;
    return written;
  });
}

async function store(
  db: StallDb,
  author: Author,
  decision: Decision,
  written: readonly Written[],
  counted: { readonly receipts: number; readonly zs: number },
): Promise<void> {
  const last = written.at(-1)?.read;
  const steps: PromiseLike<unknown>[] = [];
  if (decision.draft !== undefined) steps.push(db.drafts.delete(decision.draft));
  if (last) {
    const rows = written.map(({ entry, read }) => ({
      hash: entry.hash,
      device: read.device,
      n: read.n,
      about: read.about,
      day: read.day,
      envelope: entry.envelope,
      payload: entry.payload,
    }));
    const numbers = { receipts: decision.receipts ?? counted.receipts, zs: decision.zs ?? counted.zs };
    steps.push(db.journal.bulkAdd(rows));
    steps.push(db.heads.put({ device: author.device, n: last.n, hash: last.hash, stamp: last.stamp, ...numbers }));
    steps.push(
      foldInto(
        db,
        written.map(({ read }) => read),
        decision.told,
      ),
    );
  }
  await Promise.all(steps);
}

function bytesOf(entry: Entry): number {
  // The exact count costs as much as the hash; three bytes a character is the most UTF-8 takes here.
  const most = (entry.envelope.length + (entry.payload?.length ?? 0)) * 3;
  if (most <= ENTRY_BYTES) return most;
  const encoder = new TextEncoder();
  return encoder.encode(entry.envelope).length + encoder.encode(entry.payload ?? '').length;
}

/**
 * What a person can do something about.
 * @throws whatever is not the storage's: a bug must be seen, and it has changed nothing
 */
function storageProblem(db: StallDb, thrown: unknown): CommitProblem {
  if (isStorageFull(thrown)) return { kind: 'storage-full' };
  const found = closedName(thrown);
  if (found === undefined) throw thrown;
  noteClosed(db);
  return { kind: 'storage-closed', detail: found };
}
