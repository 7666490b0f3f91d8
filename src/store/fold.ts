import type { Table } from 'dexie';
import { parseFact, type FactRead } from '../domain/fact.ts';
import { projections } from '../domain/projections.ts';
import type { Read } from '../journal/entry.ts';
import type { AnyProjection } from '../journal/projection.ts';
import type { StallDb } from './db.ts';

interface Row {
  readonly key: string;
}

/** Folds facts into every table they touch, inside the transaction that stores them. */
export async function foldInto(db: StallDb, reads: readonly Read[]): Promise<void> {
  const facts = reads.flatMap((read) => parseFact(read) ?? []);
  await Promise.all(projections.map((projection) => foldOne(db, projection, facts)));
}

async function foldOne(db: StallDb, projection: AnyProjection, facts: readonly FactRead[]): Promise<void> {
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
  await table.bulkPut([...rows.values()]);
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
