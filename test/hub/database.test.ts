import { DatabaseSync } from '@photostructure/sqlite';
import { sql } from 'kysely';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseTrouble, openDatabase } from '../../src/hub/storage/database.ts';
import { migrations } from '../../src/hub/storage/migrations.ts';
import { checkWitnesses } from '../../src/hub/storage/witness.ts';
import { aHub, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

let dataDir: string;
let file: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'imago-db-'));
  file = join(dataDir, 'hub.sqlite');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function made(): Promise<void> {
  await (await openDatabase(dataDir)).destroy();
}

describe('at the start', () => {
  test('a database that another program has locked is named, and unharmed', async () => {
    await made();
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    await expect(openDatabase(dataDir, { busyMs: 20 })).rejects.toThrow(/Another program is using .*hub\.sqlite/);
    other.exec('ROLLBACK');
    other.close();
    await made();
  });

  test('a file that is no database is named and left as it is', async () => {
    writeFileSync(file, 'not a database, '.repeat(1_000));
    const before = readFileSync(file);
    await expect(openDatabase(dataDir)).rejects.toThrow(/is damaged or is not a database of ours. Nothing was changed/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('a damaged database is named', async () => {
    await made();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 100, 4_000);
    writeFileSync(file, bytes);
    await expect(openDatabase(dataDir)).rejects.toThrow(/is damaged/);
  });

  test('a DATA_DIR that is a file is named as one', async () => {
    const path = join(dataDir, 'a-file');
    writeFileSync(path, 'mine');
    await expect(openDatabase(path)).rejects.toThrow(`DATA_DIR is "${path}"; it is a file and must be a folder.`);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('a folder that may not be written to is named', async () => {
    // Where nobody may make anything, whoever runs the tests.
    await expect(openDatabase('/sys/kernel/imago-data')).rejects.toThrow(
      '/sys/kernel/imago-data cannot be written to. Give this user the right to write there, or set DATA_DIR',
    );
  });

  test('a folder that cannot be made is named', async () => {
    writeFileSync(join(dataDir, 'a-file'), '');
    await expect(openDatabase(join(dataDir, 'a-file', 'data'))).rejects.toThrow(/cannot be written to/);
  });

  test('what SQLite says of a file it may only read, and of a full disk, is understood', async () => {
    await made();
    const raw = new DatabaseSync(file, { readOnly: true });
    expect(databaseTrouble(thrownBy(() => raw.exec('CREATE TABLE more (a)')))).toBe('read-only');
    raw.close();
    const small = new DatabaseSync(file);
    small.exec('PRAGMA max_page_count = 1');
    expect(databaseTrouble(thrownBy(() => small.exec('CREATE TABLE more (a)')))).toBe('full');
    small.close();
  });

  test('a database of a newer hub is refused and not touched', async () => {
    await made();
    const raw = new DatabaseSync(file);
    raw.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('999-from-the-future', '2030')");
    raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    raw.close();
    const before = readFileSync(file);
    await expect(openDatabase(dataDir)).rejects.toThrow(/written by a newer version .* Nothing was changed/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('every migration has been run once, and a second start runs none', async () => {
    await made();
    await made();
    const raw = new DatabaseSync(file);
    expect(raw.prepare('SELECT name FROM kysely_migration ORDER BY name').all()).toEqual(
      Object.keys(migrations).map((name) => ({ name })),
    );
    raw.close();
  });

  test('a migration that breaks off leaves nothing, and is run whole at the next start', async () => {
    const raw = new DatabaseSync(file);
    raw.exec('CREATE TABLE receipts (in_the_way)');
    await expect(openDatabase(dataDir)).rejects.toThrow(/receipts/);
    expect(raw.prepare("SELECT name FROM sqlite_master WHERE name IN ('collectives', 'journal')").all()).toEqual([]);
    raw.exec('DROP TABLE receipts');
    raw.close();
    await made();
  });

  test('every table is led by the collective, and the log is written ahead with full flushes', async () => {
    const db = await openDatabase(dataDir);
    const tables = await db.introspection.getTables();
    for (const table of tables.filter((one) => one.name !== 'collectives'))
      expect([table.name, table.columns[0]?.name]).toEqual([table.name, 'collective']);
    await db.destroy();
  });
});

describe('while it runs', () => {
  let at: TestHub;
  let tablet: WireTablet;
  beforeEach(async () => {
    at = await aHub({ dataDir, busyMs: 20 });
    await at.collective('moles');
    tablet = new WireTablet('moles', 1);
    await tablet.enrol(at.app, await at.code('moles'));
    tablet.scribble(3);
  });
  afterEach(() => at.close());

  test('a locked database makes tablets wait, and nothing is lost', async () => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const response = await tablet.post(at.app, '/api/sync', tablet.request());
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toMatchObject({ kind: 'hub-busy', detail: "the hub's database is locked" });
    other.exec('ROLLBACK');
    other.close();
    expect((await tablet.sync(at.app)).heads[tablet.key.device]?.n).toBe(3);
  });

  test('a full disk makes tablets wait, says so, and acknowledges nothing', async () => {
    await sql`PRAGMA max_page_count = 1`.execute(at.hub.db);
    tablet.write({ type: 'note.taken', about: 'a', body: 'x'.repeat(50_000) });
    const response = await tablet.post(at.app, '/api/sync', tablet.request());
    expect([response.status, await response.json()]).toEqual([
      503,
      { kind: 'hub-busy', detail: "the hub's database is full", retryAfterSeconds: 30 },
    ]);
    await sql`PRAGMA max_page_count = 1000000`.execute(at.hub.db);
    expect((await tablet.sync(at.app)).heads[tablet.key.device]).toEqual(tablet.head);
  });

  test('a database that has become read-only makes tablets wait, says so, and acknowledges nothing', async () => {
    await sql`PRAGMA query_only = ON`.execute(at.hub.db);
    const response = await tablet.post(at.app, '/api/sync', tablet.request());
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { detail: "the hub's database is read-only" },
    ]);
    await sql`PRAGMA query_only = OFF`.execute(at.hub.db);
    expect((await tablet.sync(at.app)).heads[tablet.key.device]).toEqual(tablet.head);
  });

  test('a database whose file is damaged under way answers that it is busy, and acknowledges nothing', async () => {
    await at.close();
    truncateSync(file, 8_192);
    at = await aHub({ dataDir, busyMs: 20 }).catch(() => at);
    const response = await tablet.post(at.app, '/api/sync', tablet.request());
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(await response.json()).toMatchObject({ kind: 'hub-busy' });
  });

  test('a database put back from a copy is recognised by its witness: a new life with a new id begins', async () => {
    const before = await tablet.sync(at.app);
    await at.close();
    copyFileSync(file, join(dataDir, 'copy'));
    at = await aHub({ dataDir });
    const late = new WireTablet('moles', 2);
    await late.enrol(at.app, await at.code('moles'));
    await at.close();
    copyFileSync(join(dataDir, 'copy'), file);
    at = await aHub({ dataDir });
    await checkWitnesses(at.hub);
    const after = await tablet.sync(at.app);
    expect(after.life.counter).toBe(before.life.counter + 1);
    expect(after.hubId).not.toBe(before.hubId);
    expect(await late.refusedSync(at.app, late.request())).toMatchObject({ kind: 'not-enrolled' });
  });

  test('without its witness a new life begins too; with it a plain restart goes on as before', async () => {
    const before = await tablet.sync(at.app);
    await at.close();
    at = await aHub({ dataDir });
    await checkWitnesses(at.hub);
    expect((await tablet.sync(at.app)).life).toEqual(before.life);
    rmSync(join(dataDir, 'witness'), { recursive: true });
    await checkWitnesses(at.hub);
    expect((await tablet.sync(at.app)).life.counter).toBe(before.life.counter + 1);
    expect(existsSync(join(dataDir, 'witness', 'moles.json'))).toBe(true);
  });
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (cause) {
    return cause;
  }
  throw new Error('nothing was thrown');
}
