import { Migrator } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from './migrations.ts';
import type { Db } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** Why the hub cannot start, as a sentence for the person at the console. */
export class CannotStart extends Error {}

interface OpenOptions {
  readonly busyMs?: number;
}

/**
 * Opens the database in `dataDir`, making folder and tables if they are not there.
 * @throws CannotStart if it is locked, read-only, damaged, or was written by a newer hub; nothing is changed then
 */
export async function openDatabase(dataDir: string, options: OpenOptions = {}): Promise<Db> {
  const file = join(dataDir, 'hub.sqlite');
  try {
    mkdirSync(dataDir, { recursive: true });
    const db = openSqlite(file, options.busyMs);
    try {
      await migrate(db);
      await db.transaction().execute(() => Promise.resolve()); // may it be written to? Better asked now than at a sale
    } catch (cause) {
      await db.destroy();
      throw cause;
    }
    return db;
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause;
    throw new CannotStart(sentenceFor(cause, file, dataDir), { cause });
  }
}

/** @throws CannotStart if the database knows migrations that this hub does not */
async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some((table) => table.name === 'kysely_migration')) {
    const applied = await db
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom('kysely_migration')
      .select('name')
      .execute();
    const strangers = applied.filter((row) => !(row.name in migrations));
    if (strangers.length > 0)
      throw new CannotStart(
        `The database was written by a newer version of Imago Stall (it knows "${strangers[0]?.name}"). ` +
          'Nothing was changed. Start the newer version, or another DATA_DIR.',
      );
    if (applied.length === Object.keys(migrations).length) return; // a read-only look is enough
  }
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('the tables could not be made', { cause: error });
}

function sentenceFor(cause: unknown, file: string, dataDir: string): string {
  if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')
    return `DATA_DIR is "${dataDir}"; it is a file and must be a folder. Nothing was changed.`;
  const kind = databaseTrouble(cause);
  if (kind === 'locked')
    return `Another program is using ${file}. Close it (a second hub, a database tool), then start again. Nothing was changed.`;
  if (kind === 'damaged')
    return `${file} is damaged or is not a database of ours. Nothing was changed. Put a backup in its place; what tablets still hold they send again.`;
  if (kind === 'read-only')
    return `${dataDir} cannot be written to. Give this user the right to write there, or set DATA_DIR to another folder. Nothing was changed.`;
  if (kind === 'full')
    return `The disk that holds ${dataDir} is full. Make room, then start again. Nothing was changed.`;
  return `${file} could not be opened: ${cause instanceof Error ? cause.message : String(cause)}`;
}

type DatabaseTrouble = 'locked' | 'read-only' | 'damaged' | 'full';

/** What is wrong with the database, if that is what an error means. */
export function databaseTrouble(cause: unknown): DatabaseTrouble | undefined {
  const text = cause instanceof Error ? `${cause.message} ${'code' in cause ? String(cause.code) : ''}` : '';
  if (/database (table )?is locked|SQLITE_BUSY|SQLITE_LOCKED/i.test(text)) return 'locked';
  if (/not a database|malformed|SQLITE_CORRUPT|SQLITE_NOTADB|corrupt/i.test(text)) return 'damaged';
  if (/readonly|read-only|unable to open|EACCES|EROFS|EPERM|ENOTDIR|SQLITE_CANTOPEN/i.test(text)) return 'read-only';
  if (/disk is full|SQLITE_FULL|ENOSPC/i.test(text)) return 'full';
  return undefined;
}
