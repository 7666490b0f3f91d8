import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { CannotStart } from '../storage/database.ts';

interface Door {
  readonly port: number;
  readonly host: string;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Listens, with TLS if there is a certificate.
 * @throws CannotStart with a sentence if the port cannot be had or the certificate cannot be used
 */
export async function listen(fetch: Fetch, door: Door): Promise<Server> {
  const server = startServer(fetch, door);
  try {
    await once(server, 'listening'); // an 'error' before it rejects
    return server;
  } catch (cause) {
    throw new CannotStart(sentenceFor(cause, door), { cause });
  }
}

/** Lets what is being answered finish (ten seconds at most), then closes every connection. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(late);
}

/** The port it listens on, which the system has chosen if 0 was asked for. */
export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen on a port');
  return address.port;
}

function startServer(fetch: Fetch, { port, host, tls }: Door): Server {
  try {
    return serve({
      fetch,
      port,
      hostname: host,
      ...(tls ? { createServer: createHttpsServer, serverOptions: tls } : {}),
    }) as Server;
  } catch (cause) {
    if (!tls) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`TLS_CERT and TLS_KEY cannot be used together: ${why}.`, { cause });
  }
}

function sentenceFor(cause: unknown, { host, port }: Door): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or start with PORT=${port + 10}.`;
  if (code === 'EACCES')
    return `Port ${port} is not allowed for this user. Take one above 1024, for example PORT=4173.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is "${host}"; this machine has no such address.`;
  return `The hub could not listen on ${host}:${port} (${code}).`;
}
