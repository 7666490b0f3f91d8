import type { Hash } from '../journal/hash.ts';
import type { StallDb } from './db.ts';
import { readMeta } from './device.ts';
import { readCatalogue } from './read.ts';
import { isStorageFull } from './storage-names.ts';

/** What can be fetched again is put away in this order: what a sale shows least comes first. */
const STEPS: readonly ((db: StallDb) => Promise<readonly Hash[]>)[] = [largeHeldByHub, allHeldByHub];

/**
 * Writes; on a full tablet puts away pictures the hub holds (the large ones first, then the others) and writes again.
 * `write` may run several times, each time as if for the first. What is unsent is never put away.
 * @throws what `write` throws, also when all that could go is gone and there is still no room
 */
export async function withRoom<T>(db: StallDb, write: () => PromiseLike<T>): Promise<T> {
  let full: unknown;
  try {
    return await write();
  } catch (thrown) {
    if (!isStorageFull(thrown)) throw thrown;
    full = thrown;
  }
  for (const step of STEPS) {
    const hashes = await step(db).catch(() => []);
    if (hashes.length === 0) continue;
    await db.media.bulkDelete([...hashes]);
    try {
      return await write();
    } catch (thrown) {
      if (!isStorageFull(thrown)) throw thrown;
      full = thrown;
    }
  }
  throw full;
}

/** The renditions for the story and the shopper's side: a wall without them sells as well. */
async function largeHeldByHub(db: StallDb): Promise<readonly Hash[]> {
  const { works } = await readCatalogue(db);
  const large = new Set(works.flatMap(({ picture }) => picture?.large ?? []));
  return (await allHeldByHub(db)).filter((hash) => large.has(hash));
}

async function allHeldByHub(db: StallDb): Promise<readonly Hash[]> {
  if (!(await readMeta(db, 'hub'))) return [];
  return db.media.where('sent').equals(1).primaryKeys();
}

/** Pictures are fetched only while at least this much is free: otherwise they would fill what was just emptied. */
const ROOM_FOR_PICTURES = 40_000_000;

/** Whether pictures may come in; true where the browser does not say how much is left. */
export async function hasRoomForPictures(): Promise<boolean> {
  const { quota = 0, usage = 0 } = (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === 0 || quota - usage > ROOM_FOR_PICTURES;
}
