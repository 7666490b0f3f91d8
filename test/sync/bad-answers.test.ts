import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done } from '../../src/domain/result.ts';
import { makeDeviceKey } from '../../src/journal/device-key.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { randomText, readMeta } from '../../src/store/device.ts';
import { readUnsent } from '../../src/store/read.ts';
import type { Outcome } from '../../src/sync/believe.ts';
import { syncOnce } from '../../src/sync/engine.ts';
import { joinCollective } from '../../src/sync/enrol.ts';
import { makeExchange } from '../../src/sync/exchange.ts';
import { startSyncLoop } from '../../src/sync/loop.ts';
import { PROTOCOL, type SyncReply, type SyncRequest } from '../../src/sync/protocol.ts';
import { readSyncStatus } from '../../src/sync/status.ts';
import { aHub, type TestHub } from '../support/a-hub.ts';
import { aSale } from '../support/a-sale.ts';

let hub: TestHub;
let db: StallDb;
/** Another tablet of the collective, whose sales the hub already has. */
let other: StallDb;

beforeEach(async () => {
  hub = await aHub();
  await hub.collective('row');
  db = await aTablet(1);
  other = await aTablet(2);
  await sell(other, 2);
  await exchange(other, straight);
  await sell(db, 3);
});
afterEach(() => hub.close());

const straight: typeof fetch = async (input, init) =>
  typeof input === 'string' ? hub.app.request(input, init) : Promise.reject(new TypeError('only addresses'));

/** The hub's true answer, changed on its way. */
function altered(change: (reply: SyncReply) => object): typeof fetch {
  return async (input, init) => {
    const answer = await straight(input, init);
    return Response.json(change((await answer.json()) as SyncReply));
  };
}

async function aTablet(seed: number): Promise<StallDb> {
  const open = (collective: string) => new StallDb(collective, { indexedDB: new IDBFactory(), IDBKeyRange });
  const bytes = new Uint8Array(32).fill(seed);
  const code = await hub.code('row');
  const joined = await joinCollective({ url: '', fetch: straight }, code, `T${seed}`, bytes, hub.clock.now, open);
  if (!joined.ok) throw new Error(joined.problem.kind);
  return joined.value.db;
}

async function sell(tablet: StallDb, count: number, now = hub.clock.now): Promise<void> {
  const device = (await readMeta(tablet, 'device'))?.key.device ?? '';
  const author = { device, by: 'p', day: 'day', now: () => now++, salt: () => randomText() };
  const facts = Array.from({ length: count }, () => aSale());
  const written = await commit<never>(tablet, author, () => Promise.resolve(done({ facts })));
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
}

async function exchange(tablet: StallDb, network: typeof fetch, url = ''): Promise<Outcome> {
  const token = (await readMeta(tablet, 'hub'))?.token ?? '';
  return syncOnce(tablet, makeExchange({ url, token, fetch: network }));
}

/** Everything an answer could have touched. */
async function everything(tablet: StallDb) {
  const tables = tablet.tables.filter(({ name }) => name !== 'meta');
  const rows = await Promise.all(tables.map((table) => table.toArray()));
  return { rows, sync: await readMeta(tablet, 'sync'), hub: await readMeta(tablet, 'hub') };
}

/** The answer counts for nothing. */
async function changesNothing(network: typeof fetch, url = ''): Promise<void> {
  const before = await everything(db);
  expect(await exchange(db, network, url)).toMatchObject({ kind: 'offline' });
  expect(await everything(db)).toEqual(before);
}

/** True answers from now on; the sales of the collective at the hub then, each once. */
async function allArrives(): Promise<number> {
  for (let more = true, tries = 0; more && tries < 5; tries++) {
    const outcome = await exchange(db, straight);
    more = outcome.kind !== 'exchanged' || outcome.more;
  }
  expect((await readUnsent(db)).unsent).toBe(0);
  const sales = await hub.hub.db.selectFrom('journal').select('about').where('type', '=', 'sale.completed').execute();
  expect(new Set(sales.map(({ about }) => about)).size).toBe(sales.length);
  return sales.length;
}

/** A server that is not ours, on this machine. */
async function withStranger(answer: RequestListener, meet: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    await meet(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const PORTAL = '<html><body>Welcome. Please log in.</body></html>';

describe('an answer that is none', () => {
  it("a portal's page with status 200", async () => {
    await withStranger(
      (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL),
      (url) => changesNothing(fetch, url),
    );
    expect(await allArrives()).toBe(5);
  });

  it('a portal that sends elsewhere, and JSON of its own there', async () => {
    await withStranger(
      (request, response) =>
        void (request.url === '/login'
          ? response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
          : response.writeHead(302, { location: '/login' }).end()),
      (url) => changesNothing(fetch, url),
    );
    expect(await allArrives()).toBe(5);
  });

  it('JSON of somebody else, an empty body, a list, a page that calls itself JSON', async () => {
    for (const body of ['{"ok":true}', '', '[]', 'null', PORTAL]) {
      const before = await everything(db);
      const json = { headers: { 'content-type': 'application/json' } };
      expect(await exchange(db, () => Promise.resolve(new Response(body, json)))).toEqual({ kind: 'offline' });
      expect(await everything(db)).toEqual(before);
    }
    expect(await allArrives()).toBe(5);
  });

  it('the reply cut at every byte', async () => {
    const heads = Object.fromEntries(
      (await hub.hub.db.selectFrom('heads').selectAll().execute()).map(({ device, n, hash }) => [device, { n, hash }]),
    );
    const asked = { protocol: PROTOCOL, collective: 'row', request: 'r1', life: null, last: null, heads, entries: [] };
    const token = (await readMeta(db, 'hub'))?.token ?? '';
    let whole = new Uint8Array();
    const once = makeExchange({
      url: '',
      token,
      fetch: async (input, init) => {
        const answer = await straight(input, init);
        whole = new Uint8Array(await answer.clone().arrayBuffer());
        return answer;
      },
    });
    expect(await once(asked)).toMatchObject({ ok: true });
    expect(whole.length).toBeGreaterThan(500);
    const headers = { 'content-type': 'application/json' };
    for (let cut = 0; cut < whole.length; cut++) {
      const short = () => Promise.resolve(new Response(whole.slice(0, cut), { headers }));
      const answer = await makeExchange({ url: '', token, fetch: short })(asked);
      expect(answer, `cut at ${cut}`).toEqual({ ok: false, problem: { kind: 'offline' } });
    }
  }, 30_000);

  it('a connection that is open and silent: given up after 15 s and 1 s for each 20 kB', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let asked: () => void = () => undefined;
      const asking = new Promise<void>((resolve) => (asked = resolve));
      let isGivenUp = false;
      const silent: typeof fetch = (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            isGivenUp = true;
            reject(new DOMException('late', 'AbortError'));
          });
          asked();
        });
      const outcome = exchange(db, silent);
      await asking;
      vi.advanceTimersByTime(14_900);
      expect(isGivenUp).toBe(false);
      vi.advanceTimersByTime(1_100);
      expect(isGivenUp).toBe(true);
      expect(await outcome).toEqual({ kind: 'offline' });
    } finally {
      vi.useRealTimers();
    }
    expect(await allArrives()).toBe(5);
  });
});

describe('an answer that is not for us, or not now', () => {
  it('to another request', async () => {
    await changesNothing(altered((reply) => ({ ...reply, inReplyTo: 'another' })));
    expect(await allArrives()).toBe(5);
  });

  it('of a protocol we do not know', async () => {
    await changesNothing(altered((reply) => ({ ...reply, protocol: 99 })));
    expect(await allArrives()).toBe(5);
  });

  it('from an earlier life of the hub', async () => {
    // Of two lives of one counter the smaller text is the earlier; '!' comes before all that a hub writes.
    await changesNothing(altered((reply) => ({ ...reply, life: { ...reply.life, random: '!' } })));
    expect(await allArrives()).toBe(5);
  });

  it('with entries of another collective, altered ones, or texts that are none: they are left, the rest is right', async () => {
    const foreign = (text: string) => text.replace('"collective":"row"', '"collective":"elsewhere"');
    const dearer = (text: string | null) => text?.replaceAll('2500', '9900') ?? null;
    const changes: ((entry: SyncReply['entries'][number]) => [string, string | null])[] = [
      ([envelope, payload]) => [foreign(envelope), payload],
      ([envelope, payload]) => [envelope, dearer(payload)],
      ([envelope, payload]) => [envelope.replace('"n":1', '"n":2'), payload],
      () => ['not an entry', 'at all'],
      () => ['{}', null],
    ];
    for (const change of changes) {
      const known = await db.journal.count();
      await exchange(
        db,
        altered((reply) => ({ ...reply, entries: reply.entries.map(change) })),
      );
      const rows = await db.journal.toArray();
      expect(rows.filter(({ payload }) => payload?.includes('9900'))).toEqual([]);
      expect(rows.length - known).toBeLessThanOrEqual(2); // the hub's own notes of the pairings name no price
    }
    expect(await allArrives()).toBe(5);
  });
});

describe('a hub that asks for something', () => {
  const refusing = (status: number, headers: Record<string, string>, body: object = { kind: 'slow-down' }) =>
    exchange(db, () => Promise.resolve(Response.json(body, { status, headers })));

  it('Retry-After in seconds and as a date, at most ten minutes; another word for nothing', async () => {
    const date = new Date(Date.now() + 120_000).toUTCString();
    expect(await refusing(429, { 'retry-after': '7' })).toEqual({ kind: 'offline', retryAfterSeconds: 7 });
    expect(await refusing(503, { 'retry-after': '99999' }, { kind: 'hub-busy' })).toEqual({
      kind: 'offline',
      retryAfterSeconds: 600,
    });
    const dated = await refusing(503, { 'retry-after': date }, { kind: 'hub-busy' });
    expect(dated).toEqual({ kind: 'offline', retryAfterSeconds: expect.closeTo(120, -1) });
    expect(await refusing(503, { 'retry-after': 'soon' }, { kind: 'hub-busy' })).toEqual({ kind: 'offline' });
    expect(await allArrives()).toBe(5);
  });

  it('smaller batches: halved until they pass, whoever says so and however', async () => {
    const sizes: number[] = [];
    const small: typeof fetch = async (input, init) => {
      const body = init?.body;
      const text = body instanceof Uint8Array ? gunzipSync(body).toString() : typeof body === 'string' ? body : '';
      const count = (JSON.parse(text) as SyncRequest).entries.length;
      sizes.push(count);
      if (count > 3) return new Response('<html>413</html>', { status: 413, headers: { 'content-type': 'text/html' } });
      return straight(input, init);
    };
    await sell(db, 20);
    const token = (await readMeta(db, 'hub'))?.token ?? '';
    const loop = startSyncLoop(db, makeExchange({ url: '', token, fetch: small }));
    try {
      await vi.waitFor(async () => expect((await readUnsent(db)).unsent).toBe(0), { timeout: 10_000, interval: 20 });
    } finally {
      loop.stop();
    }
    expect(Math.min(...sizes.filter((size) => size > 0))).toBeLessThanOrEqual(3);
    expect(sizes.length).toBeLessThan(40);
  });

  it.each([
    ['older-life', 409, 'old-hub'],
    ['protocol-too-old', 426, 'update'],
    ['hub-too-old', 409, 'hub-update'],
    ['malformed', 400, 'refused'],
    ['unsigned-foreign-entry', 422, 'refused'],
    ['not-allowed', 403, 'refused'],
  ] as const)(
    'a person, when it says %s: the sales stay, and go out when it takes them',
    async (kind, status, needs) => {
      expect(await refusing(status, {}, { kind })).toEqual({ kind: 'needs-a-person', needs });
      expect((await readSyncStatus(db)).needs).toBe(needs);
      expect((await readUnsent(db)).unsent).toBe(3);
      expect(await allArrives()).toBe(5);
      expect((await readSyncStatus(db)).needs).toBeNull();
    },
  );

  it('a person, when not even one entry is small enough for what stands in front of it', async () => {
    const token = (await readMeta(db, 'hub'))?.token ?? '';
    const none: typeof fetch = () => Promise.resolve(new Response('<html>413</html>', { status: 413 }));
    const loop = startSyncLoop(db, makeExchange({ url: '', token, fetch: none }));
    try {
      await vi.waitFor(async () => expect((await readSyncStatus(db)).needs).toBe('refused'), { timeout: 10_000 });
    } finally {
      loop.stop();
    }
    expect((await readUnsent(db)).unsent).toBe(3);
  });

  it('a new enrolment: the sales stay, and are sent once the tablet is known again', async () => {
    const outcome = await refusing(401, {}, { kind: 'not-enrolled' });
    expect(outcome).toEqual({ kind: 'needs-a-person', needs: 'enrolment' });
    expect((await readMeta(db, 'sync'))?.needs).toBe('enrolment');
    expect((await readUnsent(db)).unsent).toBe(3);
    expect(await allArrives()).toBe(5);
    expect((await readMeta(db, 'sync'))?.needs).toBeNull();
  });
});

describe('a clock that is years off', () => {
  it.each([-8, 12])('by %i years: the sales arrive, and the offset is learnt', async (years) => {
    const off = years * 365 * 86_400_000;
    await sell(db, 1, hub.clock.now + off);
    await exchange(db, straight);
    expect((await readUnsent(db)).unsent).toBe(0);
    const offset = (await readMeta(db, 'sync'))?.offset ?? NaN;
    expect(Math.abs(offset - (hub.clock.now - Date.now()))).toBeLessThan(5_000);
    const { device } = makeDeviceKey(new Uint8Array(32).fill(1));
    const rows = await hub.hub.db.selectFrom('journal').select('hash').where('device', '=', device).execute();
    expect(rows).toHaveLength(4);
  });
});
