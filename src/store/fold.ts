import type { Table } from 'dexie';
import { parseFact, type FactRead } from '../domain/fact.ts';
import { projections } from '../domain/projections.ts';
import type { Read } from '../journal/entry.ts';
import type { AnyProjection } from '../journal/projection.ts';
import type { StallDb } from './db.ts';

interface Row {
  readonly key: string;
}

/**
 * Folds facts into every table they touch, inside the transaction that stores them.
 * A re-issued entry (`again`) is folded once by its first hash; `folded` has a row only where that can happen.
 */
export async function foldInto(db: StallDb, reads: readonly Read[]): Promise<void> {
  const facts = (await onlyNew(db, reads)).flatMap((read) => parseFact(read) ?? []);
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

async function onlyNew(db: StallDb, reads: readonly Read[]): Promise<readonly Read[]> {
  const again = reads.filter((read) => read.first !== read.hash);
  if (again.length === 0) return reads;
  const done = new Set<string>();
  for (const { first } of again) {
    if ((await db.folded.get(first)) || (await db.journal.get(first))) done.add(first);
    await db.folded.put({ first });
  }
  return reads.filter((read, at) => {
    if (read.first === read.hash) return true;
    return !done.has(read.first) && reads.findIndex((each) => each.first === read.first) === at;
  });
}

/** The tables folds write, and what rebuild clears. */
export const foldedTables = projections.map((projection) => projection.table);
