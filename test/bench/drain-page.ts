import { group } from 'd3-array';
import { done } from '../../src/domain/result.ts';
import type { JournalRow } from '../../src/store/db.ts';
import { StallDb } from '../../src/store/db.ts';
import { commit, type Author } from '../../src/store/commit.ts';
import { ownDevice, randomText, readMeta } from '../../src/store/device.ts';
import { readEntriesFrom } from '../../src/store/read.ts';
import { FULL_BATCH } from '../../src/sync/batch.ts';
import { syncOnce, type Ahead } from '../../src/sync/engine.ts';
import { foundCollective } from '../../src/sync/enrol.ts';
import { makeExchange } from '../../src/sync/exchange.ts';
import { aThreeLineSale } from './a-three-line-sale.ts';

// Sending what a tablet sold offline. The control ("limit A") keeps the same sales as a till without a journal does, a
// sale and its lines in rows of their own and a queue of what is unsent; it reads them by 500 with plain IndexedDB, turns
// them into JSON, posts them to a server that parses and stores nothing, and clears them from the queue.

const BATCH = 500;
const db = new StallDb('bench-drain');
const seed = crypto.getRandomValues(new Uint8Array(32));
const device = await ownDevice(db, { letters: 'A', name: 'Bench', class: 'lead', now: Date.now() }, seed);
const author: Author = {
  device: device.key.device,
  by: 'person-1',
  day: 'day-1',
  now: () => Date.now(),
  salt: () => randomText(),
};

/** Sells `count` times, a hundred to a transaction. */
async function fill(count: number): Promise<void> {
  for (let from = 0; from < count; from += 100) {
    const facts = Array.from({ length: 100 }, (_, at) => aThreeLineSale(randomText(), from + at, randomText()));
    const written = await commit<never>(db, author, () => Promise.resolve(done({ facts })));
    if (!written.ok) throw new Error(JSON.stringify(written.problem));
  }
}

/** Brings the collective to a fresh hub, so that the hub has none of it. */
async function found(url: string, code: string): Promise<void> {
  const answer = await foundCollective(db, { url, fetch: fetch.bind(globalThis) }, code, Date.now());
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
}

/** Milliseconds of sending what is left after `warmUp` requests, and how many requests that took. */
async function drain(warmUp: number): Promise<{ ms: number; requests: number }> {
  const link = await readMeta(db, 'hub');
  if (!link) throw new Error('no hub');
  let requests = 0;
  const counted: typeof fetch = (...args) => (requests++, fetch(...args));
  const exchange = makeExchange({ url: link.url, token: link.token, fetch: counted });
  for (let at = 0; at < warmUp; at++) await syncOnce(db, exchange);
  const ahead: Ahead = {};
  requests = 0;
  const from = performance.now();
  for (;;) {
    const outcome = await syncOnce(db, exchange, FULL_BATCH, ahead);
    if (outcome.kind !== 'exchanged') throw new Error(JSON.stringify(outcome));
    if (!outcome.more) return { ms: performance.now() - from, requests };
  }
}

async function limitA(url: string, warmUp: number): Promise<number> {
  await keepStructured(await readEntriesFrom(db, device.key.device, 1, Infinity));
  const idb = await structured();
  let from = performance.now();
  for (let round = 0; ; round++) {
    if (round === warmUp) from = performance.now();
    const sales = await salesInQueue(idb);
    if (sales.length === 0) break;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(sales) });
    const { n } = (await answer.json()) as { n: number };
    await settled(idb.transaction('queue', 'readwrite').objectStore('queue').delete(IDBKeyRange.upperBound(n)));
  }
  const ms = performance.now() - from;
  idb.close();
  return ms;
}

interface SaleRow {
  readonly n: number;
  readonly envelope: unknown;
  readonly salt: unknown;
  readonly sale: Readonly<Record<string, unknown>>;
}

interface LineRow {
  readonly n: number;
  readonly at: number;
  readonly line: unknown;
}

/** The next sales to send, each with its lines. */
async function salesInQueue(idb: IDBDatabase): Promise<readonly SaleRow[]> {
  const tx = idb.transaction(['queue', 'sales', 'lines']);
  const queue = await settled<{ n: number }[]>(tx.objectStore('queue').getAll(null, BATCH));
  const [first, last] = [queue[0], queue.at(-1)];
  if (!first || !last) return [];
  const sales: Promise<SaleRow[]> = settled(tx.objectStore('sales').getAll(IDBKeyRange.bound(first.n, last.n)));
  const lines = tx.objectStore('lines').getAll(IDBKeyRange.bound([first.n, 0], [last.n, Infinity]));
  const linesBySale = group(await settled<LineRow[]>(lines), (row) => row.n);
  return (await sales).map((row) => ({
    ...row,
    sale: { ...row.sale, lines: linesBySale.get(row.n)?.map(({ line }) => line) },
  }));
}

async function keepStructured(rows: readonly JournalRow[]): Promise<void> {
  const idb = await structured();
  const tx = idb.transaction(['queue', 'sales', 'lines'], 'readwrite');
  for (const { n, envelope, payload } of rows) {
    const { salt, body } = JSON.parse(payload ?? '{}') as { salt: string; body: { lines: unknown[] } };
    const { lines, ...sale } = body;
    tx.objectStore('sales').put({ n, envelope: JSON.parse(envelope), salt, sale });
    for (const [at, line] of lines.entries()) tx.objectStore('lines').put({ n, at, line });
    tx.objectStore('queue').put({ n });
  }
  await new Promise((resolve, reject) => {
    tx.addEventListener('complete', resolve);
    tx.addEventListener('error', reject);
  });
  idb.close();
}

function structured(): Promise<IDBDatabase> {
  const opening = indexedDB.open('bench-limit-a');
  opening.addEventListener('upgradeneeded', () => {
    for (const [store, keyPath] of Object.entries({ queue: 'n', sales: 'n', lines: ['n', 'at'] }))
      opening.result.createObjectStore(store, { keyPath });
  });
  return settled(opening);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

Object.assign(globalThis, { bench: { fill, found, drain, limitA } });
