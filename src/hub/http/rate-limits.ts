import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import type { Refusal } from '../../sync/protocol.ts';

const A_MINUTE = 60_000;

/** A tablet that drains weeks of sales or re-supplies a hub asks a few times a second; this is far above it. */
export function syncLimit(): MiddlewareHandler {
  return limit(1_200, (c) => c.req.header('authorization') ?? addressOf(c), false);
}

/** Wrong codes: 10 a minute from one address. Codes that fit do not count, so pairing five tablets in a row is fine. */
export function codeLimit(): MiddlewareHandler {
  return limit(10, addressOf, true);
}

/** Wrong codes from everywhere together: 8 signs, 15 minutes and this make guessing hopeless. */
export function allCodesLimit(): MiddlewareHandler {
  return limit(120, () => 'all', true);
}

/** Pictures: a new tablet fetches a whole catalogue, and five tablets may share one address. */
export function pictureLimit(): MiddlewareHandler {
  return limit(6_000, addressOf, false);
}

/** Pages for shoppers, and whatever else is open to anyone. */
export function publicLimit(): MiddlewareHandler {
  return limit(600, addressOf, false);
}

function limit(perMinute: number, keyGenerator: (c: Context) => string, onlyRefused: boolean): MiddlewareHandler {
  return rateLimiter({
    windowMs: A_MINUTE,
    limit: perMinute,
    keyGenerator,
    skipSuccessfulRequests: onlyRefused,
    standardHeaders: 'draft-6',
    handler: (c) => {
      c.header('retry-after', '60');
      return c.json({ kind: 'slow-down', retryAfterSeconds: 60 } satisfies Refusal, 429);
    },
  });
}

/** Behind a proxy all requests have the proxy's address: the limits above allow for that. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'in-process'; // a test's `app.request` has no socket
  }
}
