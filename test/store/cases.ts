import { Dexie } from 'dexie';
import { fact } from '../../src/domain/fact.ts';
import { done } from '../../src/domain/result.ts';
import { hashText } from '../../src/journal/hash.ts';
import { commit, type Author } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText, writeMeta } from '../../src/store/device.ts';
import { readLevels } from '../../src/store/read.ts';
import { aSale } from '../support/a-sale.ts';
import { proveJournal } from '../support/journal-proof.ts';

// What every storage engine must do, without a test runner, so that the same list runs on the stand-in and in browsers.

/** What only the host of an engine can do. */
export interface Engine {
  /** Leaves this many bytes to the origin, or lifts the limit; undefined where the engine has none. */
  readonly limitQuota?: (bytes: number | null) => Promise<void>;
}

interface StorageCase {
  readonly name: string;
  /** In a browser of its own: Chromium believes for a while how much room there was for the case before. */
  readonly isAlone?: true;
  /** Rejects with what is wrong. */
  run(engine: Engine): Promise<void>;
}

export const storageCases: readonly StorageCase[] = [
  // First: Chromium asks how much room there is when the first database opens, and believes it for a while.
  { name: 'a full storage is said, the cart stays, and selling goes on when there is room', run: fullStorage },
  {
    name: 'a full tablet puts away what the hub holds, large pictures first, and sells',
    run: makesRoom,
    isAlone: true,
  },
  { name: 'a transaction that breaks off leaves nothing', run: breaksOff },
  { name: 'hashing two hundred entries inside the transaction does not end it', run: hashesInside },
  { name: 'awaiting something foreign inside never leaves half a sale', run: foreignAwait },
  { name: 'ten writers at once number without a gap', run: tenWriters },
  { name: 'two tabs selling forty in turns give each its own number', run: twoTabs },
  { name: 'bytes come back as they were, with their type', run: bytesWithType },
  { name: 'a closed database is said, and nothing is confirmed', run: closedDatabase },
  { name: 'a connection taken away is opened again, once, for the next sale', run: lostConnection },
  { name: 'a newer build may raise the version: the older tab closes and confirms nothing more', run: versionChange },
];

interface Tablet {
  readonly db: StallDb;
  readonly author: Author;
}

async function aTablet(name = `case-${randomText()}`): Promise<Tablet> {
  const db = new StallDb(name);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const { key } = await ownDevice(db, { letters: 'A', name: 'Case', class: 'lead', now: Date.now() }, seed);
  const author = { device: key.device, by: 'p', day: 'd', now: () => Date.now(), salt: () => randomText() };
  return { db, author };
}

async function sell({ db, author }: Tablet, sale = randomText(), filling = '') {
  return commit<never>(db, author, ({ receipts }) => {
    const receipt = `A-${receipts + 1}`;
    const facts = [aSale({ sale, receipt }), ...(filling ? [{ type: 'note.taken', about: 'n', body: filling }] : [])];
    return Promise.resolve(done({ facts, draft: sale, receipts: receipts + 1 }));
  });
}

async function breaksOff(): Promise<void> {
  const tablet = await aTablet();
  const planted = () => {
    throw new RangeError('planted');
  };
  tablet.db.stockMoves.hook('creating', planted);
  const thrown = await sell(tablet).catch((problem: unknown) => problem);
  must(thrown instanceof RangeError, `the bug is seen, not ${String(thrown)}`);
  tablet.db.stockMoves.hook('creating').unsubscribe(planted);
  await holds(tablet, 0);
  must((await sell(tablet)).ok, 'the next sale is written');
  await holds(tablet, 1);
}

async function hashesInside(): Promise<void> {
  const tablet = await aTablet();
  const counted = (at: number) =>
    fact('stock.counted', 'stall', { place: 'stall', items: [{ variant: `v-${at}`, quantity: at }] });
  const facts = Array.from({ length: 200 }, (_, at) => counted(at));
  const written = await commit<never>(tablet.db, tablet.author, () => Promise.resolve(done({ facts })));
  must(written.ok && written.value.length === 200, 'two hundred entries are written');
  const rows = await tablet.db.journal.toArray();
  must(rows.length === 200 && rows.every((row) => row.hash === hashText(row.envelope)), 'each under its hash');
  must((await readLevels(tablet.db, 'stall')).get('v-199') === 199, 'and folded');
}

async function foreignAwait(): Promise<void> {
  for (const foreign of [digest, nextTask]) {
    const tablet = await aTablet();
    const sale = randomText();
    const answer = await commit<never>(tablet.db, tablet.author, async ({ receipts }) => {
      await foreign();
      return done({ facts: [aSale({ sale, receipt: `A-${receipts + 1}` })], receipts: receipts + 1 });
    }).catch((problem: unknown) => problem);
    const { entries } = await proven(tablet);
    const isOk = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
    must(entries === 1 || !isOk, 'what was confirmed is there');
  }
}

async function digest(): Promise<void> {
  await crypto.subtle.digest('SHA-256', new Uint8Array(1_000_000));
}

async function nextTask(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

async function tenWriters(): Promise<void> {
  const tablet = await aTablet();
  const written = await Promise.all(Array.from({ length: 10 }, () => sell(tablet)));
  must(
    written.every(({ ok }) => ok),
    'all are written',
  );
  await holds(tablet, 10);
}

async function twoTabs(): Promise<void> {
  const one = await aTablet();
  const other = await aTablet(one.db.collective);
  must(one.author.device === other.author.device, 'two tabs are one tablet');
  const twenty = async (tab: Tablet) => {
    for (let at = 0; at < 20; at++) must((await sell(tab)).ok, 'a sale is written');
  };
  await Promise.all([twenty(one), twenty(other)]);
  await holds(one, 40);
}

async function bytesWithType(): Promise<void> {
  const { db } = await aTablet();
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256);
  await db.media.put({ hash: 'h', type: 'image/webp', bytes: bytes.buffer, sent: 0 });
  const [row] = await db.media.where('sent').equals(0).toArray();
  must(row?.type === 'image/webp', 'the type');
  const back = new Uint8Array(row?.bytes ?? new ArrayBuffer(0));
  must(back.length === bytes.length && back.every((byte, at) => byte === bytes[at]), 'every byte');
}

async function fullStorage(engine: Engine): Promise<void> {
  await engine.limitQuota?.(1_000_000);
  const tablet = await aTablet();
  const sale = randomText();
  await tablet.db.drafts.put({ id: sale, state: 'open', changedAt: 1, value: { lines: ['one'] } });
  const refuse = () => {
    throw new DOMException('planted', 'QuotaExceededError');
  };
  let sold = 0;
  let answer = await sell(tablet, undefined, FILLING);
  for (; answer.ok && sold < 100; answer = await sell(tablet, undefined, FILLING)) {
    sold++;
    if (!engine.limitQuota && sold === 3) tablet.db.journal.hook('creating', refuse);
  }
  must(!answer.ok && answer.problem.kind === 'storage-full', `it is said, after ${sold} sales: ${said(answer)}`);
  must(!(await sell(tablet, sale, FILLING)).ok, 'and said again');
  must((await tablet.db.drafts.get(sale)) !== undefined, 'the cart stays');
  await engine.limitQuota?.(null);
  tablet.db.journal.hook('creating').unsubscribe(refuse);
  const { receipts } = await proven(tablet);
  must(receipts.length === sold, `${sold} sales confirmed, ${receipts.length} there`);
  must((await sell(tablet, sale)).ok, 'with room again that same cart is sold');
  must((await tablet.db.drafts.get(sale)) === undefined, 'and gone');
}

async function makesRoom(engine: Engine): Promise<void> {
  await engine.limitQuota?.(12_000_000);
  const tablet = await aTablet();
  const { db } = tablet;
  const pictures = Array.from({ length: 12 }, (_, at) => ({
    small: `small-${at}`.padEnd(43, '_'),
    medium: `medium-${at}`.padEnd(43, '_'),
    large: `large-${at}`.padEnd(43, '_'),
    width: 1600,
    height: 1200,
  }));
  const works = pictures.map((picture, at) =>
    fact('work.revised', `w-${at}`, { work: `w-${at}`, fields: { title: `Work ${at}`, picture }, variants: [] }),
  );
  await commit<never>(db, tablet.author, () => Promise.resolve(done({ facts: works })));
  const row = (hash: string, size: number) => ({
    hash,
    type: 'image/webp',
    bytes: noise(size).buffer,
    sent: 1 as const,
  });
  for (const { small, medium, large } of pictures) {
    await db.media.bulkPut([row(small, 20_000), row(medium, 60_000), row(large, 500_000)]);
  }
  await db.media.put({ ...row('mine', 400_000), sent: 0 });
  await writeMeta(db, 'hub', { url: '', token: '', hubId: 'h', life: { counter: 1, random: 'r' }, publicUrl: '' });
  const gone: string[] = [];
  db.media.hook('deleting', (hash) => void gone.push(hash));
  // The stand-in has no limit: it is full until one more picture is gone.
  let mustGo = 1;
  const refuse = () => {
    if (gone.length < mustGo) throw new DOMException('planted', 'QuotaExceededError');
  };
  if (!engine.limitQuota) db.journal.hook('creating', refuse);
  const steps: number[] = [];
  let sold = 0;
  // What repeats itself is kept in a few bytes.
  const filling = () => btoa(String.fromCodePoint(...noise(35_000)));
  let answer = await sell(tablet, undefined, filling());
  for (; answer.ok && sold < 600; answer = await sell(tablet, undefined, filling())) {
    sold++;
    mustGo = gone.length + 1;
    if (gone.length !== (steps.at(-1) ?? 0)) steps.push(gone.length);
  }
  must(!answer.ok && answer.problem.kind === 'storage-full', `in the end it is said, after ${sold}: ${said(answer)}`);
  must(steps[0] === 12, `a sale is written once twelve are gone, not ${steps.join(', ')} of ${sold} sales`);
  must(
    gone.slice(0, 12).every((hash) => hash.startsWith('large')),
    'the large ones go first',
  );
  must(gone.length === 36, 'then the others');
  must((await db.media.get('mine'))?.bytes.byteLength === 400_000, 'what the hub does not hold stays');
  await engine.limitQuota?.(null);
  db.journal.hook('creating').unsubscribe(refuse);
  const { receipts } = await proven(tablet);
  must(receipts.length === sold, `${sold} sales confirmed, ${receipts.length} there`);
}

/** Bytes that no storage makes smaller. */
function noise(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

/** What a sale is given beside it, so that a storage fills up in a few. */
const FILLING = 'x'.repeat(50_000);

async function closedDatabase(): Promise<void> {
  const tablet = await aTablet();
  must((await sell(tablet)).ok, 'the first sale is written');
  tablet.db.close({ disableAutoOpen: true });
  const answer = await sell(tablet);
  must(!answer.ok && answer.problem.kind === 'storage-closed', `it is said: ${said(answer)}`);
  await tablet.db.open();
  must((await sell(tablet)).ok, 'opened again, the next sale is written');
  await holds(tablet, 2);
}

async function lostConnection(): Promise<void> {
  const tablet = await aTablet();
  must((await sell(tablet)).ok, 'the first sale is written');
  // What a tablet does to a page in the background: the connection is closed and nobody tells Dexie.
  tablet.db.backendDB().close();
  must((await sell(tablet)).ok, 'the next sale opens it again and is written');
  await holds(tablet, 2);
}

async function versionChange(): Promise<void> {
  const tablet = await aTablet();
  must((await sell(tablet)).ok, 'the first sale is written');
  const newer = new Dexie(tablet.db.name);
  const today = tablet.db.tables.map((table) => [table.name, table.schema.primKey.src] as const);
  newer.version(1).stores(Object.fromEntries(today));
  newer.version(2).stores({ laterTable: 'key' });
  await newer.open();
  const answer = await sell(tablet);
  must(!answer.ok && answer.problem.kind === 'storage-closed', `it is said: ${said(answer)}`);
  must((await newer.table('journal').count()) === 1, 'the newer build finds what there was');
  newer.close();
}

/** This many sales, their receipts numbered without a gap, and nothing half-written. */
async function holds(tablet: Tablet, sales: number): Promise<void> {
  const { entries, receipts } = await proven(tablet);
  must(entries === sales && receipts.length === sales, `${sales} sales, not ${receipts.length} in ${entries} entries`);
}

async function proven({ db, author }: Tablet) {
  const proof = await proveJournal(db, author.device);
  must(proof.faults.length === 0, proof.faults.join('; '));
  return proof;
}

function said(answer: Awaited<ReturnType<typeof sell>>): string {
  return answer.ok ? 'written' : JSON.stringify(answer.problem);
}

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}
