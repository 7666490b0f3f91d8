import { serve } from '@hono/node-server';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createApp } from './app.tsx';
import { announceFoundCode, announceLeadLink } from './auth/links.ts';
import type { Config } from './config.ts';
import type { Hub } from './hub.ts';
import { isLocal } from './http/plain-http.tsx';
import { createLog } from './log.ts';
import { ensureExample, type MakeExample } from './example.ts';
import { CannotStart, openDatabase } from './storage/database.ts';
import { checkWitnesses } from './storage/witness.ts';

/** What the build put beside the hub. */
export interface Built {
  readonly version: string;
  /** The till. */
  readonly appFolder: string;
  /** What fills the example collective; without it the example is empty. */
  readonly makeExample: MakeExample | undefined;
}

export interface Running {
  readonly hub: Hub;
  readonly port: number;
  /** Finishes what is being answered (ten seconds at most), folds the write-ahead log into the file, closes it. */
  stop(): Promise<void>;
}

/** @throws CannotStart if the database or the port cannot be had */
export async function startHub(config: Config, built: Built): Promise<Running> {
  const hub = await openHub(config, built.version);
  try {
    await checkWitnesses(hub);
    const example = config.isEmpty ? undefined : await ensureExample(hub, built.makeExample);
    const server = await listen(createApp(hub, built.appFolder).fetch, config);
    const port = portOf(server, config.port);
    console.log(`Imago Stall ${hub.version}\nready ${hub.address}`);
    if (example !== undefined) await announceLeadLink(hub, example);
    await announceFoundCode(hub);
    return { hub, port, stop: () => stop(hub, server) };
  } catch (cause) {
    await hub.db.destroy();
    throw cause;
  }
}

/** The hub without its door: for the start, and for commands at the console. */
export async function openHub(config: Config, version: string): Promise<Hub> {
  const scheme = config.tls ? 'https' : 'http';
  return {
    db: await openDatabase(config.dataDir),
    dataDir: config.dataDir,
    version,
    address: config.publicUrl ?? `${scheme}://localhost:${config.port}`,
    publicUrl: config.publicUrl !== undefined && !isLocal(new URL(config.publicUrl).host) ? config.publicUrl : '',
    log: createLog(config.logLevel),
    now: () => Date.now(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    announce: (text) => console.log(`\n${text}`),
  };
}

async function listen(fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<Server> {
  const server = serve({
    fetch,
    port: config.port,
    hostname: config.host,
    ...(config.tls ? { createServer: createHttpsServer, serverOptions: config.tls } : {}),
  }) as Server;
  const failed = once(server, 'error').then(([cause]) => {
    throw new CannotStart(sentenceFor(cause, config));
  });
  await Promise.race([once(server, 'listening'), failed]);
  failed.catch(() => undefined);
  return server;
}

async function stop(hub: Hub, server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(late);
  await hub.db.destroy();
}

function portOf(server: Server, wished: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : wished;
}

function sentenceFor(cause: unknown, config: Config): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is taken by another program. Stop it, or start with PORT=${config.port + 1}.`;
  if (code === 'EACCES')
    return `Port ${config.port} is not allowed for this user. Take one above 1024, for example PORT=4173.`;
  if (code === 'EADDRNOTAVAIL') return `HOST is "${config.host}"; this machine has no such address.`;
  return `The hub could not listen on ${config.host}:${config.port} (${code}).`;
}
