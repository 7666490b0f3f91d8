import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureExample } from '../../../src/hub/example.ts';
import { hashBytes } from '../../../src/hub/storage/media.ts';
import { StallDb } from '../../../src/store/db.ts';
import { readMeta } from '../../../src/store/device.ts';
import { readCatalogue, readLevels, readMarketDays } from '../../../src/store/read.ts';
import { syncOnce } from '../../../src/sync/engine.ts';
import { joinCollective } from '../../../src/sync/enrol.ts';
import { makeExchange } from '../../../src/sync/exchange.ts';
import { makeExample } from '../../../src/tools/example/make-example.ts';
import { aHub, type TestHub } from '../../support/a-hub.ts';

let hub: TestHub;
beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined); // it says how far it is
  hub = await aHub();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await hub.close();
});

const network: typeof fetch = (input, init) => Promise.resolve(hub.app.request(input as string, init));

/** A stranger's tablet that opened the one-time link, everything received. */
async function aLeadOf(collective: string): Promise<{ readonly db: StallDb; readonly token: string }> {
  const open = (id: string) => new StallDb(id, { indexedDB: new IDBFactory(), IDBKeyRange });
  const code = await hub.code(collective, 'link');
  const seed = new Uint8Array(32).fill(9);
  const joined = await joinCollective({ url: '', fetch: network }, code, 'Mine', seed, hub.clock.now, open);
  if (!joined.ok) throw new Error(joined.problem.kind);
  const { db } = joined.value;
  const link = await readMeta(db, 'hub');
  if (!link) throw new Error('not joined');
  const exchange = makeExchange({ url: '', token: link.token, fetch: network });
  for (let tries = 0; tries < 20; tries++) {
    const outcome = await syncOnce(db, exchange);
    if (outcome.kind === 'exchanged' && !outcome.more) return { db, token: link.token };
  }
  throw new Error('the example did not arrive');
}

describe('the example in a hub', () => {
  it('is made once, and a lead who joins has its whole past, its shares and its pictures', async () => {
    const id = await ensureExample(hub.hub, makeExample);
    if (id === undefined) throw new Error('no example');
    expect(await ensureExample(hub.hub, makeExample)).toBe(id);

    const { db, token } = await aLeadOf(id);
    const { collective, works, terms } = await readCatalogue(db);
    expect(collective.example).toBe(true);
    expect(terms).toHaveLength(6);
    expect((await readMarketDays(db)).filter(({ closed }) => closed)).toHaveLength(4);
    expect((await readLevels(db, 'stall')).size).toBeGreaterThan(100);

    for (const { picture } of works) {
      for (const hash of [picture?.small ?? '', picture?.medium ?? '']) {
        const answer = await hub.app.request(`/api/media/${hash}`, { headers: { authorization: `Bearer ${token}` } });
        expect(answer.status).toBe(200);
        expect(hashBytes(new Uint8Array(await answer.arrayBuffer()))).toBe(hash);
      }
    }
  }, 60_000);

  it('goes as a whole, and another hub has another key for it', async () => {
    const id = await ensureExample(hub.hub, makeExample);
    const { token } = await aLeadOf(id ?? '');
    const head = async () => (await hub.hub.db.selectFrom('heads').select('device').execute()).map((row) => row.device);
    const [device] = await head();
    const gone = await hub.app.request('/api/collectives/example', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(gone.status).toBe(204);
    expect(await head()).toEqual([]);
    const other = await makeExample({ collective: 'example-other', now: hub.clock.now });
    expect(other.tablets[0]?.rescue).not.toContain(device);
  }, 60_000);
});
