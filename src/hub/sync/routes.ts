import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { LIMITS, SyncRequest } from '../../sync/protocol.ts';
import { requireTablet, type WithTablet } from '../auth/require-tablet.ts';
import { readJson } from '../http/body.ts';
import { syncLimit } from '../http/rate-limits.ts';
import type { Hub } from '../hub.ts';
import { exchange } from './exchange.ts';

const LIMIT = { bytes: LIMITS.bodyBytes, unzipped: LIMITS.unzippedBytes };

export function syncRoutes(hub: Hub): Hono<WithTablet> {
  const routes = new Hono<WithTablet>();
  routes.post('/sync', syncLimit(), compress({ encoding: 'gzip' }), requireTablet(hub), async (c) => {
    const request = await readJson(c, SyncRequest, LIMIT);
    const appVersion = (c.req.header('imago-app-version') ?? '').slice(0, 40);
    c.header('cache-control', 'no-store');
    return c.json(await exchange(hub, c.var.tablet, request, appVersion));
  });
  return routes;
}
