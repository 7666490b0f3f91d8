import { Dexie } from 'dexie';
import { done, type Result } from '../domain/result.ts';
import type { DeviceId } from '../journal/device-key.ts';
import type { FactText } from '../journal/entry.ts';
import { commit, type CommitProblem } from '../store/commit.ts';
import { StallDb } from '../store/db.ts';
import { randomText } from '../store/device.ts';
import type { OnProgress } from './on-progress.ts';

/** Who writes, as far as it can be cloned. `offset`: the tablet's corrected clock minus `Date.now`, milliseconds. */
export interface Writer {
  readonly device: DeviceId;
  readonly by: string;
  readonly day: string;
  readonly offset: number;
}

/** All facts in one transaction, on a connection of its own; how many entries were written. `decide` reads inside it. */
export async function writeMany(
  collective: string,
  { device, by, day, offset }: Writer,
  decide: (db: StallDb) => Promise<readonly FactText[]>,
  onProgress: OnProgress = () => undefined,
): Promise<Result<number, CommitProblem>> {
  const db = new StallDb(collective);
  try {
    const author = { device, by, day, now: () => Math.round(Date.now() + offset), salt: () => randomText() };
    const written = await commit<never>(db, author, async () =>
      // What is told goes to the page and has no part in the transaction.
      done({ facts: await decide(db), told: (share) => Dexie.ignoreTransaction(() => onProgress(share)) }),
    );
    return written.ok ? done(written.value.length) : written;
  } finally {
    db.close();
  }
}
