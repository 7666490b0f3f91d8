import { afterEach, beforeEach, expect, test } from 'vitest';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { fact } from '../../src/domain/fact.ts';
import { done } from '../../src/domain/result.ts';
import { hashBytes } from '../../src/hub/storage/media.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { randomText, readMeta } from '../../src/store/device.ts';
import { syncOnce } from '../../src/sync/engine.ts';
import { joinCollective } from '../../src/sync/enrol.ts';
import { makeExchange, type HubAddress } from '../../src/sync/exchange.ts';
import { mediaRound } from '../../src/sync/media.ts';
import { aHub, type TestHub } from '../support/a-hub.ts';

const picture = (last: number) => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, last]);
const [SMALL, MEDIUM] = [picture(1), picture(2)];
const [small, medium] = [hashBytes(SMALL), hashBytes(MEDIUM)];

let at: TestHub;
beforeEach(async () => {
  at = await aHub();
  await at.collective('moles');
});
afterEach(() => at.close());

async function aJoined(seed: number): Promise<{ readonly db: StallDb; readonly hub: HubAddress }> {
  const fetch = ((url: string, init: RequestInit) => at.app.request(url, init)) as typeof globalThis.fetch;
  const code = await at.code('moles', 'code', 'lead');
  const open = (id: string) => new StallDb(id, { indexedDB: new IDBFactory(), IDBKeyRange });
  const joined = await joinCollective({ url: '', fetch }, code, 'T', new Uint8Array(32).fill(seed), at.clock.now, open);
  if (!joined.ok) throw new Error(joined.problem.kind);
  const { db } = joined.value;
  return { db, hub: { url: '', token: (await readMeta(db, 'hub'))?.token ?? '', fetch } };
}

async function hang({ db }: { readonly db: StallDb }): Promise<void> {
  const device = (await readMeta(db, 'device'))?.key.device ?? '';
  const author = { device, by: '', day: '', now: () => at.clock.now, salt: () => randomText() };
  const fields = { title: 'Quay', picture: { small, medium, width: 3, height: 2 } };
  await commit<never>(db, author, () =>
    Promise.resolve(done({ facts: [fact('work.revised', 'w', { work: 'w', fields, variants: [] })] })),
  );
  await db.media.bulkPut(
    [SMALL, MEDIUM].map((bytes) => ({
      hash: hashBytes(bytes),
      type: 'image/jpeg',
      bytes: bytes.buffer,
      sent: 0 as const,
    })),
  );
}

test('a picture hung on one tablet is on the other after both have spoken with the hub', async () => {
  const [a, b] = [await aJoined(1), await aJoined(2)];
  await hang(a);
  expect(await mediaRound(a.db, a.hub)).toEqual({ sent: 0, fetched: 0, isAway: false }); // entries go first
  await syncOnce(a.db, makeExchange(a.hub));
  expect(await mediaRound(a.db, a.hub)).toEqual({ sent: 2, fetched: 0, isAway: false });
  await syncOnce(b.db, makeExchange(b.hub));
  expect(await mediaRound(b.db, b.hub)).toEqual({ sent: 0, fetched: 2, isAway: false });
  expect(new Uint8Array((await b.db.media.get(medium))?.bytes ?? new ArrayBuffer(0))).toEqual(MEDIUM);
  expect(await mediaRound(a.db, a.hub)).toEqual({ sent: 0, fetched: 0, isAway: false });
});

test('a portal’s page is no picture and no receipt: what was not sent stays unsent', async () => {
  const a = await aJoined(1);
  await hang(a);
  await syncOnce(a.db, makeExchange(a.hub));
  const portal = (() =>
    Promise.resolve(new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }))) as typeof fetch;
  expect(await mediaRound(a.db, { ...a.hub, fetch: portal })).toMatchObject({ sent: 0, isAway: true });
  expect(await a.db.media.where('sent').equals(0).count()).toBe(2);
});

test('bytes that are not what their name says are not kept', async () => {
  const [a, b] = [await aJoined(1), await aJoined(2)];
  await hang(a);
  await syncOnce(a.db, makeExchange(a.hub));
  await syncOnce(b.db, makeExchange(b.hub));
  const forged = (() =>
    Promise.resolve(new Response(picture(9), { headers: { 'content-type': 'image/jpeg' } }))) as typeof fetch;
  expect(await mediaRound(b.db, { ...b.hub, fetch: forged })).toMatchObject({ fetched: 0 });
  expect(await b.db.media.count()).toBe(0);
});
