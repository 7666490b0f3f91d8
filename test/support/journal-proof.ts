import { projections } from '../../src/domain/projections.ts';
import { isFact, parseFact, type FactRead } from '../../src/domain/fact.ts';
import { attemptsOf, isOpen } from '../../src/domain/payments/attempts.ts';
import { continues, parseEnvelope, readEntry } from '../../src/journal/check.ts';
import type { StallDb } from '../../src/store/db.ts';
import { rebuild } from '../../src/store/rebuild.ts';

/** What a tablet's database holds, and everything about it that is not as it must be. */
export interface JournalProof {
  readonly entries: number;
  /** Receipt numbers of this tablet's sales, in the order of its journal. */
  readonly receipts: readonly string[];
  /** Empty when nothing is lost half-way: chains, heads, receipt numbers, drafts, and folded rows equal to a rebuild. */
  readonly faults: readonly string[];
}

/** Reads every entry and refolds every table; looked at are the receipts of `device` that begin with its `letters`. */
export async function proveJournal(db: StallDb, device: string, letters = 'A'): Promise<JournalProof> {
  const faults: string[] = [];
  const rows = await db.journal.orderBy('[device+n]').toArray();
  const heads = new Map((await db.heads.toArray()).map((head) => [head.device, head]));
  const ends = new Map<string, { n: number; hash: string }>();
  const [receipts, sales]: [string[], Set<string>] = [[], new Set()];
  const facts: FactRead[] = [];
  for (const row of rows) {
    const envelope = parseEnvelope(row, db.collective);
    if (typeof envelope === 'string') {
      faults.push(`${row.device}:${row.n} is ${envelope}`);
      continue;
    }
    if (!continues(envelope, ends.get(row.device))) faults.push(`${row.device}:${row.n} does not continue its chain`);
    ends.set(row.device, { n: row.n, hash: row.hash });
    const read = readEntry(row, envelope);
    const fact = read && parseFact(read);
    if (!fact || row.device !== device) continue;
    facts.push(fact);
    if (!isFact('sale.completed')(fact)) continue;
    if (sales.has(fact.body.sale)) faults.push(`sale ${fact.body.sale} is there twice`);
    sales.add(fact.body.sale);
    if (fact.body.receipt.startsWith(`${letters}-`)) receipts.push(fact.body.receipt);
  }
  for (const id of new Set([...heads.keys(), ...ends.keys()])) {
    const [head, end] = [heads.get(id), ends.get(id)];
    if (head?.n !== end?.n || head?.hash !== end?.hash) faults.push(`the head of ${id} is not its last entry`);
  }
  const counts = receipts.map((receipt) => Number(receipt.split('-')[1]));
  if (counts.some((count, at) => count !== at + 1)) faults.push(`receipt numbers have a gap: ${receipts.join(' ')}`);
  if ((heads.get(device)?.receipts ?? 0) !== receipts.length)
    faults.push('the head counts other receipts than there are');
  const drafts = await db.drafts.toArray();
  for (const { id } of drafts) if (sales.has(id)) faults.push(`the draft of sale ${id} is left`);
  for (const { attempt, sale } of attemptsOf(facts).filter(isOpen)) {
    const draft = drafts.find(({ id }) => id === sale)?.value as { attempt?: { id: string } | null } | undefined;
    if (!sales.has(sale) && draft?.attempt?.id !== attempt) faults.push(`no draft knows of attempt ${attempt}`);
  }
  faults.push(...(await foldFaults(db)));
  return { entries: rows.length, receipts, faults };
}

async function foldFaults(db: StallDb): Promise<string[]> {
  const before = await foldedRows(db);
  await rebuild(db, undefined, true);
  const after = await foldedRows(db);
  return projections.flatMap(({ table }) =>
    before.get(table) === after.get(table) ? [] : [`${table} is not what a rebuild gives`],
  );
}

async function foldedRows(db: StallDb): Promise<ReadonlyMap<string, string>> {
  const tables = await Promise.all(
    projections.map(async ({ table }) => [table, JSON.stringify(await db.table(table).toArray(), inOrder)] as const),
  );
  return new Map(tables);
}

/** The same text for the same value, whatever the order its keys were set in. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
