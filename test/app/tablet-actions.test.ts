import { afterEach, expect, test, vi } from 'vitest';
import { tabletActions } from '../../src/app/tablet-actions.ts';
import { rememberCollective } from '../../src/app/registry.ts';
import { fact } from '../../src/domain/fact.ts';
import { done } from '../../src/domain/result.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText, readMeta } from '../../src/store/device.ts';
import { readUnsent } from '../../src/store/read.ts';
import { syncOnce } from '../../src/sync/engine.ts';
import { joinCollective } from '../../src/sync/enrol.ts';
import { makeExchange } from '../../src/sync/exchange.ts';
import { feedRescue, removeTablet } from '../../src/sync/hub-calls.ts';
import { rescueLines } from '../../src/sync/rescue.ts';
import { aHub } from '../support/a-hub.ts';
import { aSale } from '../support/a-sale.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('removing the example never takes a real collective off the tablet, even one the hub has removed', async () => {
  vi.stubGlobal('location', { assign: () => undefined });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ kind: 'not-enrolled' }, { status: 401 })));
  const db = new StallDb('real');
  await db.drafts.put({ id: 'cart', state: 'open', changedAt: 1, value: {} });
  const removed = await tabletActions(db, '').removeExample();
  expect(removed).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } });
  expect(await new StallDb('real').drafts.count()).toBe(1);
});

test('a collective whose database cannot be read is named, and hides none of the others', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [mine, broken, other] = [new StallDb('mine'), new StallDb('broken'), new StallDb('other')];
  for (const [db, name] of [
    [mine, 'Mine'],
    [broken, 'Lumen Row'],
    [other, 'Other'],
  ] as const) {
    await rememberCollective(db.collective, 1);
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const { key } = await ownDevice(db, { letters: 'B', name: 'B', class: 'lead', now: 1 }, seed);
    const author = { device: key.device, by: '', day: '', now: () => 1_000, salt: () => randomText() };
    const named = fact('collective.revised', 'own', { fields: { name } });
    await commit<never>(db, author, () => Promise.resolve(done({ facts: [named] })));
  }
  const { collectives } = tabletActions(mine, '');
  expect((await collectives()).map(({ name }) => name)).toEqual(['Lumen Row', 'Mine', 'Other']);
  for (const db of [broken, other]) db.close();
  const whole = Reflect.get(IDBFactory.prototype, 'open') as (this: IDBFactory, ...call: unknown[]) => IDBOpenDBRequest;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function open(this: IDBFactory, ...call: unknown[]) {
    if (call[0] === 'imago-broken') throw new DOMException('planted', 'UnknownError');
    return whole.apply(this, call);
  });
  const found = await collectives();
  expect(found.map(({ name, isUnread = false }) => [name, isUnread])).toEqual([
    ['Lumen Row', true],
    ['Mine', false],
    ['Other', false],
  ]);
  expect(found.find(({ name }) => name === 'Other')).toMatchObject({ letters: 'B', class: 'lead' });
});

test('a tablet that its hub has forgotten joins again under its own name and letters, whoever came before it', async () => {
  const hub = await aHub();
  await hub.collective('row');
  const network: typeof fetch = (input, init) => Promise.resolve(hub.app.request(input as string, init));
  vi.stubGlobal('location', { assign: () => undefined, origin: 'https://stall.example' });
  vi.stubGlobal('fetch', network);
  const join = async (seed: number, open: (id: string) => StallDb) => {
    const bytes = new Uint8Array(32).fill(seed);
    const joined = await joinCollective({ url: '', fetch: network }, await hub.code('row'), 'T', bytes, 1, open);
    if (!joined.ok) throw new Error(joined.problem.kind);
    return joined.value.db;
  };
  await join(1, (id) => new StallDb(`${id}-first`));
  const db = await join(2, (id) => new StallDb(id));
  const before = await readMeta(db, 'device');
  expect(before?.letters).toBe('B');
  await rememberCollective('row', 1);
  await hub.hub.db.deleteFrom('devices').execute();
  const link = await readMeta(db, 'hub');
  await syncOnce(db, makeExchange({ url: '', token: link?.token ?? '', fetch: network }));
  expect(await tabletActions(db, '').join(await hub.code('row'), 'T')).toMatchObject({ ok: true });
  expect(await readMeta(db, 'device')).toMatchObject({ letters: 'B', key: { device: before?.key.device } });
  await hub.close();
});

test('a tablet that a lead has removed joins again by a code, with a new name, and nothing it sold is gone', async () => {
  const hub = await aHub();
  await hub.collective('row');
  const network: typeof fetch = (input, init) => Promise.resolve(hub.app.request(input as string, init));
  vi.stubGlobal('location', { assign: () => undefined, origin: 'https://stall.example' });
  vi.stubGlobal('fetch', network);
  const joining = async (name: string, seed: number) => {
    const bytes = new Uint8Array(32).fill(seed);
    const open = (id: string) => new StallDb(seed === 1 ? id : `${id}-lead`);
    const joined = await joinCollective({ url: '', fetch: network }, await hub.code('row'), name, bytes, 1, open);
    if (!joined.ok) throw new Error(joined.problem.kind);
    return joined.value.db;
  };
  const sync = async () => {
    const link = await readMeta(db, 'hub');
    const exchange = makeExchange({ url: '', token: link?.token ?? '', fetch: network });
    for (let times = 0; times < 4; times++) await syncOnce(db, exchange);
  };
  const sell = async () => {
    const device = (await readMeta(db, 'device'))?.key.device ?? '';
    const author = { device, by: '', day: 'day', now: () => 2_000, salt: () => randomText() };
    await commit<never>(db, author, () => Promise.resolve(done({ facts: [aSale()] })));
    return device;
  };
  const sales = async () => {
    const rows = hub.hub.db.selectFrom('journal').select(['device', 'hash']).where('type', '=', 'sale.completed');
    return rows.execute();
  };

  const db = await joining('Stall', 1);
  const lead = await joining('Lead', 2);
  await rememberCollective('row', 1);
  await sell();
  await sync();
  const removed = await sell();
  const leadsHub = { url: '', token: (await readMeta(lead, 'hub'))?.token ?? '', fetch: network };
  expect(await removeTablet(leadsHub, removed)).toMatchObject({ ok: true });
  await sync();

  // The answer to the first try is lost on its way; the same code is good for a second.
  const code = await hub.code('row', 'code', 'stall');
  let answers = 0;
  vi.stubGlobal('fetch', async (...call: Parameters<typeof fetch>) => {
    const answer = await network(...call);
    return ++answers === 2 ? Promise.reject(new TypeError('cut')) : answer;
  });
  const { join } = tabletActions(db, '');
  expect(await join(code, 'Stall')).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  expect(await join(code, 'Stall')).toMatchObject({ ok: true });

  expect(await readMeta(db, 'device')).toMatchObject({ letters: 'C', class: 'stall' });
  expect(await sell()).not.toBe(removed);
  await sync();
  expect(await sales()).toHaveLength(2);
  expect(await readUnsent(db)).toMatchObject({ unsent: 1, held: 1 });
  const lines: string[] = [];
  for await (const line of rescueLines(db, 3_000)) lines.push(`${line}\n`);
  expect(await feedRescue(leadsHub, new Blob(lines))).toMatchObject({ ok: true, value: { stored: 1, left: 0 } });
  await sync();
  expect(await sales()).toHaveLength(3);
  expect(await readUnsent(db)).toMatchObject({ unsent: 0, held: 0 });
  await hub.close();
});
