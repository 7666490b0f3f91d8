import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkChain } from '../support/check-chain.ts';
import { startHub } from '../support/hub-process.mjs';
import { seededRandom } from '../support/seeded-random.ts';
import { WireTablet, type Door } from '../support/wire-tablet.ts';

// What is lost once is lost: no second try here.
test.describe.configure({ retries: 0 });

const ROUNDS = Number(process.env['IMAGO_HUB_KILLS'] ?? 5);
const SEED = Number(process.env['IMAGO_SEED'] ?? 20260613);
const BATCH = 100;
const BATCHES = 6;

test(`a hub killed ${ROUNDS} times during a drain loses nothing it has acknowledged and doubles nothing (seed ${SEED})`, async () => {
  test.setTimeout(20_000 + ROUNDS * 10_000);
  const random = seededRandom(SEED);
  const dataDir = mkdtempSync(join(tmpdir(), 'imago-kill-'));
  let hub = await startHub({ dataDir });
  let acknowledged = 0;
  let cut = 0;
  let unheard = 0;
  try {
    const tablet = new WireTablet('', 1);
    const door: Door = { request: (path, init) => fetch(hub.url + path, init) };
    const secret = /\/app\/join#(\S+)/.exec(hub.output())?.[1] ?? '';
    const { collective } = await tablet.enrol(door, secret);
    tablet.collective = collective;

    for (let round = 0; round < ROUNDS; round++) {
      tablet.scribble(BATCH * BATCHES);
      const killedAt = Math.floor(random() * BATCHES);
      for (let batch = 0; batch <= killedAt; batch++) {
        const from = acknowledged + 1;
        const answer = tablet.sync(door, tablet.request(from, Math.min(from + BATCH - 1, tablet.entries.length)));
        const heard = answer.then(
          (reply) => reply.heads[tablet.key.device]?.n ?? 0,
          () => undefined,
        );
        if (batch === killedAt) {
          await wait(random() * 25);
          await hub.kill();
        }
        const head = await heard;
        if (head === undefined) cut++;
        else acknowledged = head;
      }
      const held = chainIn(dataDir, tablet.key.device).length;
      expect(held).toBeGreaterThanOrEqual(acknowledged);
      expect(held % BATCH).toBe(0); // a batch is there or it is not
      if (held > acknowledged) unheard++;
      hub = await startHub({ port: hub.port, dataDir });
      acknowledged = (await tablet.sync(door, tablet.request(1, 0))).heads[tablet.key.device]?.n ?? 0;
    }

    while (acknowledged < tablet.entries.length) {
      const to = Math.min(acknowledged + BATCH, tablet.entries.length);
      acknowledged = (await tablet.sync(door, tablet.request(acknowledged + 1, to))).heads[tablet.key.device]?.n ?? 0;
    }
    await hub.stop();
    const chain = chainIn(dataDir, tablet.key.device);
    expect(chain.map((entry) => entry.hash)).toEqual(tablet.entries.map((entry) => entry.hash));
    expect(checkChain(chain, tablet.collective)).toBe(tablet.entries.length);
    console.log(
      `${ROUNDS} kills, ${cut} requests cut off (${unheard} of them after their commit), ${chain.length} entries, seed ${SEED}`,
    );
    expect(cut).toBeGreaterThan(0); // otherwise every kill came too late to prove anything
  } finally {
    await hub.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

interface Row {
  readonly n: number;
  readonly hash: string;
  readonly envelope: string;
  readonly payload: string | null;
}

/** What lies in the file, read as another program would; the database says that it is whole. */
function chainIn(dataDir: string, device: string): Row[] {
  const raw = new DatabaseSync(join(dataDir, 'hub.sqlite'));
  try {
    expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    return raw.prepare('SELECT n, hash, envelope, payload FROM journal WHERE device = ? ORDER BY n').all(device);
  } finally {
    raw.close();
  }
}
