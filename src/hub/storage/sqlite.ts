import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type { Db, Schema } from './schema.ts';

type Raw = InstanceType<typeof DatabaseSync>;
type Value = null | number | bigint | string | Uint8Array;

/**
 * Opens (and makes) the hub's file: one process, one connection (decision 030).
 * @param busyMs how long a statement waits for another program's lock; it stops everything else meanwhile
 */
export function openSqlite(file: string, busyMs = 5_000): Db {
  const raw = new DatabaseSync(file, { timeout: busyMs });
  try {
    // FULL on every connection: in WAL mode the usual NORMAL may lose committed transactions in a power cut.
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
      raw.exec(`PRAGMA ${pragma}`);
  } catch (cause) {
    raw.close();
    throw cause;
  }
  return new Kysely<Schema>({ dialect: new Dialect({ database: kyselyDatabase(raw) }) });
}

/** Kysely runs SQLite's migrations outside transactions, though SQLite can roll tables back: a kill would leave half of one. */
class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new WholeMigrations();
  }
}

class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Statements are kept: preparing costs more than most of them, and this driver frees them only with the garbage. */
const KEPT = 300;

function kyselyDatabase(raw: Raw): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close() {
      if (!raw.isOpen) return;
      kept.clear();
      try {
        raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // Read-only or locked: the log stays and is read at the next start.
      }
      raw.close();
    },
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      const statement = prepare(raw, text);
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(text, statement);
      return statement;
    },
  };
}

function prepare(raw: Raw, text: string): SqliteStatement {
  // A transaction that reads first and writes later would be refused if another process wrote in between.
  const statement = raw.prepare(text === 'begin' ? 'begin immediate' : text);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...bind(values)),
    run: (values) => statement.run(...bind(values)),
    iterate: (values) => statement.iterate(...bind(values)) as IterableIterator<unknown>,
  };
}

/** The driver takes no booleans and no undefined. */
function bind(values: readonly unknown[]): Value[] {
  return values.map((value) =>
    typeof value === 'boolean' ? Number(value) : value === undefined ? null : (value as Value),
  );
}
