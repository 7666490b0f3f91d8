import type { Table } from 'dexie';
import { parseFact } from '../domain/fact.ts';
import { projections } from '../domain/projections.ts';
import { readEntry, trustedEnvelope } from '../journal/check.ts';
import type { AnyProjection } from '../journal/projection.ts';
import type { JournalRow, StallDb } from './db.ts';

interface Row {
  readonly key: string;
}

const PAGE = 2_000;

/**
 * Refolds every table whose version differs from the one it was folded with, in one transaction: a crash leaves the
 * old rows. Returns the tables' names. Do it with the till closed.
 * @param all refold everything, whatever the versions say
 */
export async function rebuild(
  db: StallDb,
  onProgress?: (done: number, total: number) => void,
  all = false,
): Promise<readonly string[]> {
  const stale = await staleProjections(db, all);
  if (stale.length === 0) return [];
  await db.transaction('rw', db.tables, async () => {
    const tables = new Map(stale.map((projection) => [projection, new Map<string, Row>()]));
    const total = await db.journal.count();
    const folded = new Set<string>();
    let [after, done] = ['', 0];
    for (;;) {
      const page = await db.journal.where('hash').above(after).limit(PAGE).toArray();
      if (page.length === 0) break;
      for (const row of page) foldRow(row, tables, folded);
      after = page.at(-1)?.hash ?? after;
      done += page.length;
      onProgress?.(done, total);
    }
    for (const [projection, rows] of tables) {
      const table: Table<Row, string> = db.table(projection.table);
      await table.clear();
      await table.bulkPut([...rows.values()]);
    }
    await db.meta.put({ name: 'projections', value: versions() });
  });
  return stale.map((projection) => projection.table);
}

function foldRow(row: JournalRow, tables: Map<AnyProjection, Map<string, Row>>, folded: Set<string>): void {
  const read = readEntry(row, trustedEnvelope(row));
  const fact = read && parseFact(read);
  if (!fact || folded.has(fact.first)) return;
  folded.add(fact.first);
  for (const [projection, rows] of tables) {
    if (!projection.types.includes(fact.type)) continue;
    for (const key of projection.keys(fact)) rows.set(key, projection.fold(rows.get(key), fact, key));
  }
}

async function staleProjections(db: StallDb, all: boolean): Promise<readonly AnyProjection[]> {
  if (all) return projections;
  const known = ((await db.meta.get('projections'))?.value ?? {}) as Readonly<Record<string, number>>;
  return projections.filter((projection) => known[projection.table] !== projection.version);
}

function versions(): Readonly<Record<string, number>> {
  return Object.fromEntries(projections.map((projection) => [projection.table, projection.version]));
}
