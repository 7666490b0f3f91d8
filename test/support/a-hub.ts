import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import pino from 'pino';
import { createApp } from '../../src/hub/app.tsx';
import type { Hub } from '../../src/hub/hub.ts';
import { createCollective } from '../../src/hub/storage/collectives.ts';
import { openDatabase } from '../../src/hub/storage/database.ts';
import { flushWitness } from '../../src/hub/storage/witness.ts';
import { invite } from '../../src/hub/auth/invitations.ts';

/** Contract tests loop over these: `describe.each(DATABASES)`. */
export const DATABASES = ['sqlite'] as const;

export interface TestHub {
  readonly hub: Hub;
  readonly app: Hono;
  /** What the person at the console has been told. */
  readonly said: string[];
  /** What has been written to the log, as it would be. */
  readonly logged: string[];
  readonly clock: { now: number };
  /** A collective and a one-time code for it. */
  collective(id: string, options?: { readonly isExample?: boolean }): Promise<void>;
  code(collective: string, kind?: 'link' | 'code' | 'found', tabletClass?: 'lead' | 'stall'): Promise<string>;
  close(): Promise<void>;
}

/** A hub in this process, on a database of its own. */
export async function aHub(
  options: {
    readonly database?: (typeof DATABASES)[number];
    readonly dataDir?: string;
    readonly appFolder?: string;
    readonly publicUrl?: string;
    readonly busyMs?: number;
  } = {},
): Promise<TestHub> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'imago-hub-'));
  const db = await openDatabase(dataDir, { busyMs: options.busyMs ?? 100 });
  const appFolder = options.appFolder ?? join(dataDir, 'app');
  mkdirSync(appFolder, { recursive: true });
  const said: string[] = [];
  const logged: string[] = [];
  const clock = { now: Date.UTC(2026, 5, 13, 9) };
  let seed = 1;
  const hub: Hub = {
    db,
    dataDir,
    version: '0.0.0-test',
    address: 'http://localhost:4173',
    publicUrl: options.publicUrl ?? '',
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    now: () => clock.now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)).fill(seed++ % 256, 0, 1),
    announce: (text) => said.push(text),
  };
  return {
    hub,
    app: createApp(hub, appFolder),
    said,
    logged,
    clock,
    collective: async (id, { isExample = false } = {}) => {
      await db.transaction().execute((tx) => createCollective(tx, hub, { id, isExample }));
      await flushWitness(hub, id);
    },
    code: async (collective, kind = 'code', tabletClass = 'lead') =>
      (await db.transaction().execute((tx) => invite(tx, hub, { collective, kind, class: tabletClass }))).code,
    close: async () => {
      await db.destroy();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
