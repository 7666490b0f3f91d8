import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { makeDeviceKey, type DeviceKey } from '../../src/journal/device-key.ts';
import { toBase64Url } from '../../src/journal/hash.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { done } from '../../src/domain/result.ts';
import { commit, type Author } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { writeMeta } from '../../src/store/device.ts';
import { seededRandom } from './seeded-random.ts';

/** A tablet in this process: its own database, key, clock and randomness, all from a seed. */
export interface TestTablet {
  readonly db: StallDb;
  readonly key: DeviceKey;
  readonly author: Author;
  /** Writes facts down; fails the test if the store refuses. */
  write(...facts: readonly FactText[]): Promise<void>;
  /** Sets the tablet's clock. */
  setClock(now: number): void;
}

let tablets = 0;

/** @param day the market day selected on it */
export async function aTablet(
  options: { seed?: number; letters?: string; day?: string; collective?: string } = {},
): Promise<TestTablet> {
  const random = seededRandom((options.seed ?? 1) * 7919 + ++tablets);
  const collective = options.collective ?? `test-${tablets}`;
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const key = makeDeviceKey(bytes(32));
  // A factory of its own: two tablets of one collective live side by side in one process.
  const db = new StallDb(collective, { indexedDB: new IDBFactory(), IDBKeyRange });
  let now = Date.UTC(2026, 5, 13, 8, 0, 0);
  const author: Author = {
    device: key.device,
    by: 'person-1',
    day: options.day ?? '',
    now: () => (now += 1000),
    salt: () => toBase64Url(bytes(16)),
  };
  const letters = options.letters ?? 'A';
  await writeMeta(db, 'device', { key, letters, name: `Tablet ${letters}`, class: 'lead', madeAt: now });
  return {
    db,
    key,
    author,
    async write(...facts) {
      const written = await commit(db, author, () => Promise.resolve(done({ facts })));
      if (!written.ok) throw new Error(`not written: ${JSON.stringify(written.problem)}`);
    },
    setClock(to) {
      now = to;
    },
  };
}
