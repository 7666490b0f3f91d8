import { done } from '../../src/domain/result.ts';
import { makeDeviceKey } from '../../src/journal/device-key.ts';
import { commit, type Author } from '../../src/store/commit.ts';
import { StallDb, type JournalRow } from '../../src/store/db.ts';
import { randomText } from '../../src/store/device.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { aThreeLineSale } from './a-three-line-sale.ts';

// What the benches of the store reach in the page. The control writes the rows our own commit wrote, with the plain
// IndexedDB calls: entry, head, and the stock chunks read, changed and written back; the draft is deleted.

const START = Date.UTC(2026, 5, 13, 8);

const key = makeDeviceKey(new Uint8Array(32).fill(7));
let tick = 0;
let sales = 0;
const author: Author = {
  device: key.device,
  by: 'person-1',
  day: 'day-1',
  now: () => START + tick++ * 1000,
  salt: () => randomText(),
};

const db = new StallDb(`bench-${new URL(location.href).searchParams.get('db') ?? 'checkout'}`);

async function checkout(): Promise<void> {
  const sale = `sale-${sales}-${tick}`;
  const written = await commit(db, author, (own) =>
    Promise.resolve(
      done({ facts: [aThreeLineSale(sale, sales++, randomText())], draft: sale, receipts: own.receipts + 1 }),
    ),
  );
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
}

/** Median milliseconds of `count` checkouts, one after the other. */
async function ours(count: number): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const from = performance.now();
    await checkout();
    times.push(performance.now() - from);
  }
  return middle(times);
}

/** The same rows through IndexedDB itself, strict as well. */
async function raw(count: number): Promise<number> {
  await db.open();
  const idb = db.backendDB();
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const rows = await rowsOfASale();
    const from = performance.now();
    await rawCheckout(idb, rows);
    times.push(performance.now() - from);
  }
  return middle(times);
}

interface Rows {
  readonly journal: JournalRow;
  readonly head: object;
  readonly chunks: readonly { readonly key: string }[];
}

async function rowsOfASale(): Promise<Rows> {
  const [last] = await db.journal.orderBy('[device+n]').reverse().limit(1).toArray();
  const head = await db.heads.get(key.device);
  const chunks = await db.stockMoves.limit(3).toArray();
  if (!last || !head) throw new Error('the control copies rows that ours wrote: run ours first');
  const fresh = randomText();
  const journal = { ...last, hash: fresh + fresh, n: 1e9 + tick++, device: 'RAWRAWRAWRAWRAWR' };
  return {
    journal,
    head: { ...head, device: 'RAWRAWRAWRAWRAWR' },
    chunks: chunks.map((row) => ({ ...row, key: `raw|${row.key}` })),
  };
}

function rawCheckout(idb: IDBDatabase, rows: Rows): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = idb.transaction(['journal', 'heads', 'stockMoves', 'drafts'], 'readwrite', { durability: 'strict' });
    tx.addEventListener('complete', () => resolve());
    tx.addEventListener('error', () => reject(tx.error ?? new Error('raw write')));
    tx.objectStore('heads')
      .getAll()
      .addEventListener('success', () => {
        const chunks = tx.objectStore('stockMoves');
        for (const row of rows.chunks) chunks.get(row.key).addEventListener('success', () => void chunks.put(row));
        tx.objectStore('journal').add(rows.journal);
        tx.objectStore('heads').put(rows.head);
        tx.objectStore('drafts').delete('none');
      });
  });
}

/** Fills the journal with `count` sales as if they had been made, then folds them once. */
async function fill(count: number): Promise<void> {
  await checkout();
  const template = await db.journal.toCollection().first();
  if (!template) throw new Error('nothing to copy');
  const head = await db.heads.get(key.device);
  if (!head) throw new Error('no head');
  // Chain and hashes are not looked at by what is measured; size, indexes and folding are.
  const batch = 5_000;
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const n = head.n + from + at + 1;
      const day = `day-${Math.floor((from + at) / 1500)}`;
      const stamp = `${String(START + (from + at) * 60_000).padStart(15, '0')}-0000-${key.device}`;
      const envelope = template.envelope.replace(/"stamp":"[^"]*"/, `"stamp":"${stamp}"`);
      const payload = (template.payload ?? '').replaceAll(
        /variant-\d+/g,
        (_found, where: number) => `variant-${(n * 7 + where) % 60}`,
      );
      return { ...template, n, day, envelope, payload, hash: randomText(32), about: `sale-${n}` };
    });
    await db.journal.bulkAdd(rows);
  }
  await db.heads.put({ ...head, n: head.n + count });
  tick = count * 60;
}

/** Milliseconds of refolding everything. */
async function refold(): Promise<number> {
  const from = performance.now();
  await rebuild(db, undefined, true);
  return performance.now() - from;
}

/** Milliseconds of reading and parsing every entry once: what any rebuild must at least do. */
async function readAll(): Promise<number> {
  const from = performance.now();
  let bytes = 0;
  for (let after = ''; ;) {
    const page = await db.journal.where('hash').above(after).limit(2_000).toArray();
    if (page.length === 0) break;
    for (const row of page)
      bytes +=
        Object.keys(JSON.parse(row.envelope) as object).length +
        Object.keys(JSON.parse(row.payload ?? '{}') as object).length;
    after = page.at(-1)?.hash ?? after;
  }
  if (bytes === 0) throw new Error('nothing read');
  return performance.now() - from;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
}

Object.assign(globalThis, { bench: { ours, raw, fill, refold, readAll } });
