import { fact } from '../../src/domain/fact.ts';
import { done } from '../../src/domain/result.ts';
import { commit, type Author } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText, readMeta } from '../../src/store/device.ts';
import { turnLog } from '../../src/store/turn-log.ts';
import { foundCollective } from '../../src/sync/enrol.ts';
import { makeExchange } from '../../src/sync/exchange.ts';
import { startSyncLoop, type SyncLoop } from '../../src/sync/loop.ts';
import { readSyncStatus } from '../../src/sync/status.ts';
import { aSale } from './a-sale.ts';
import { proveJournal, type JournalProof } from './journal-proof.ts';

// A tablet without screens, as a page: its journal, and words to a recorder in another process.

const query = new URL(location.href).searchParams;
await turnLog(); // as each start of the till
const db = new StallDb(query.get('db') ?? 'proof');
const seed = crypto.getRandomValues(new Uint8Array(32));
const device = await ownDevice(db, { letters: 'A', name: 'Proof', class: 'lead', now: Date.now() }, seed);
const author: Author = {
  device: device.key.device,
  by: 'person-1',
  day: 'day-1',
  now: () => Date.now(),
  salt: () => randomText(),
};

/** What the page tells the recorder. `tap`: the sale is asked for. `inside`: its transaction has begun. */
type Word =
  | { readonly kind: 'tap' | 'inside' | 'acknowledged'; readonly receipt: string }
  | { readonly kind: 'proof'; readonly proof: JournalProof };

async function tell(word: Word): Promise<void> {
  await fetch('/recorder', { method: 'POST', body: JSON.stringify(word) });
}

function receiptAfter(receipts: number): string {
  return `A-${String(receipts + 1).padStart(4, '0')}`;
}

/** One sale as the till makes it: a cart that is a draft, then one commit that takes it away. */
async function sell(): Promise<void> {
  const sale = randomText();
  await db.drafts.put({ id: sale, state: 'open', changedAt: Date.now(), value: { lines: [] } });
  const own = await db.heads.get(device.key.device);
  void tell({ kind: 'tap', receipt: receiptAfter(own?.receipts ?? 0) });
  let receipt = '';
  const written = await commit(db, author, ({ receipts }) => {
    receipt = receiptAfter(receipts);
    void tell({ kind: 'inside', receipt });
    const variant = `variant-${receipts % 7}`;
    const copy = receipts % 5 === 0 ? { edition: 'e', number: receipts + 1, marked: true } : undefined;
    const sold = aSale({ sale, receipt, variant, quantity: copy ? 1 : 2, ...(copy ? { copy } : {}) });
    return Promise.resolve(done({ facts: [sold], draft: sale, receipts: receipts + 1 }));
  });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  await tell({ kind: 'acknowledged', receipt });
}

/** Proves what is there, then sells until something ends this process. */
async function proveAndSell(): Promise<void> {
  const proof = await proveJournal(db, device.key.device);
  await tell({ kind: 'proof', proof });
  if (proof.entries === 0) {
    const items = Array.from({ length: 7 }, (_, at) => ({ variant: `variant-${at}`, quantity: 1000 }));
    await commit(db, author, () =>
      Promise.resolve(done({ facts: [fact('stock.counted', 'stall', { place: 'stall', items })] })),
    );
  }
  for (;;) await sell();
}

/** A sale without words to a recorder; the receipt's number. */
async function ringUp(): Promise<string> {
  let receipt = '';
  const written = await commit(db, author, ({ receipts }) => {
    receipt = receiptAfter(receipts);
    return Promise.resolve(done({ facts: [aSale({ sale: randomText(), receipt })], receipts: receipts + 1 }));
  });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return receipt;
}

/** Brings this tablet's collective to the hub; the problem's kind, or "done". */
async function found(code: string): Promise<string> {
  const answer = await foundCollective(db, { url: '', fetch: fetch.bind(globalThis) }, code, Date.now());
  return answer.ok ? 'done' : answer.problem.kind;
}

/** The loop as the till runs it. */
async function startSending(): Promise<void> {
  const link = await readMeta(db, 'hub');
  if (!link) throw new Error('no hub yet');
  sending = startSyncLoop(db, makeExchange({ url: '', token: link.token, fetch: fetch.bind(globalThis) }));
}
let sending: SyncLoop | undefined;

const stall = {
  ringUp,
  found,
  startSending,
  tryNow: () => sending?.tryNow(),
  status: () => readSyncStatus(db),
  prove: () => proveJournal(db, device.key.device),
  collective: db.collective,
  device: device.key.device,
};
/** What a test reaches by `page.evaluate`. */
export type StallPage = typeof stall;
Object.assign(globalThis, { stall });

if (query.get('do') === 'sell') void proveAndSell();
if (query.get('do') === 'prove')
  void proveJournal(db, device.key.device).then((proof) => tell({ kind: 'proof', proof }));
