import type { Table } from 'dexie';
import { parseFact, type FactRead } from '../domain/fact.ts';
import { projections } from '../domain/projections.ts';
import type { Read } from '../journal/entry.ts';
import type { AnyProjection } from '../journal/projection.ts';
import type { StallDb } from './db.ts';

interface Row {
  readonly key: string;
}

/** Rows put in one step; only what takes more than one can be watched on its way. */
const AT_ONCE = 2_000;

/**
 * Folds facts into every table they touch, inside the transaction that stores them.
 * @param told how much of it is put, 0 to 1 and never less than before; nothing counts before the transaction ends
 */
export async function foldInto(db: StallDb, reads: readonly Read[], told?: (share: number) => void): Promise<void> {
  const facts = reads.flatMap((read) => parseFact(read) ?? []);
  const rows = { all: 0, put: 0 };
  let most = 0;
  const count = (change: Partial<typeof rows>) => {
    rows.all += change.all ?? 0;
    rows.put += change.put ?? 0;
    if (rows.put / rows.all > most) told?.((most = rows.put / rows.all));
  };
  await Promise.all(projections.map((projection) => foldOne(db, projection, facts, count)));
}

async function foldOne(
  db: StallDb,
  projection: AnyProjection,
  facts: readonly FactRead[],
  count: (change: { readonly all?: number; readonly put?: number }) => void,
): Promise<void> {
  const steps = facts
    .filter((fact) => projection.types.includes(fact.type))
    .flatMap((fact) => projection.keys(fact).map((key) => ({ key, fact })));
  if (steps.length === 0) return;
  const table: Table<Row, string> = db.table(projection.table);
  const keys = [...new Set(steps.map(({ key }) => key))];
  const held = await table.bulkGet(keys);
  const rows = new Map<string, Row>();
  keys.forEach((key, at) => {
    const row = held[at];
    if (row) rows.set(key, row);
  });
  for (const { key, fact } of steps) rows.set(key, projection.fold(rows.get(key), fact, key));
  const all = [...rows.values()];
  count({ all: all.length });
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const part = all.slice(at, at + AT_ONCE);
    await table.bulkPut(part);
    count({ put: part.length });
  }
}

/**
 * What was not folded yet of entries just stored. A fact that was issued again after a fork is folded once by its first
 * hash, whichever entry came first; `folded` has a row only where that can happen.
 */
export async function onlyNew(db: StallDb, reads: readonly Read[]): Promise<readonly Read[]> {
  const again = reads.filter((read) => read.first !== read.hash).map(({ first }) => ({ first }));
  const before = await db.folded.bulkGet(reads.map(({ first }) => first));
  const originals = await db.journal.bulkGet(again.map(({ first }) => first));
  await db.folded.bulkPut(again);
  const done = new Set(before.map((row) => row?.first));
  // A sealed original was not folded: the one that can be read stands for it.
  const held = new Set(originals.map((row) => (row?.payload === null ? undefined : row?.hash)));
  return reads.filter(({ first, hash }) => {
    if (done.has(first) || (first !== hash && held.has(first))) return false;
    done.add(first);
    return true;
  });
}
