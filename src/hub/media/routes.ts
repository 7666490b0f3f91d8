import { Hono, type Context } from 'hono';
import { tabletFrom, requireTablet, type WithTablet } from '../auth/require-tablet.ts';
import { readBytes } from '../http/body.ts';
import { pictureLimit, syncLimit } from '../http/rate-limits.ts';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { hashBytes, keepMedium, mediumType, publisherOf, readMedium } from '../storage/media.ts';

/** A picture; masters for print will have a limit of their own. */
const LIMIT = { bytes: 2_000_000, unzipped: 2_000_000 };

/** `GET` and `PUT /api/media/<sha>`: pictures by the hash of their bytes, sent after the entries that name them. */
export function mediaRoutes(hub: Hub): Hono<WithTablet> {
  const routes = new Hono<WithTablet>();

  routes.put('/media/:sha', syncLimit(), requireTablet(hub), async (c) => {
    const sha = shaOf(c);
    const bytes = await readBytes(c, LIMIT);
    if (hashBytes(bytes) !== sha) throw new Refused('malformed', 'these bytes have another hash');
    const type = mediumType(bytes);
    if (type === undefined) throw new Refused('malformed', 'not a JPEG, PNG, WebP or AVIF picture');
    await keepMedium(hub, c.var.tablet.collective, sha, { type, bytes });
    return c.body(null, 204);
  });

  routes.get('/media/:sha', pictureLimit(), async (c) => {
    const sha = shaOf(c);
    const tablet = await tabletFrom(hub, c.req.header('authorization'));
    const collective = tablet?.collective ?? (await publisherOf(hub, sha));
    const medium = collective === undefined ? undefined : await readMedium(hub, collective, sha);
    if (!medium) throw new Refused('not-found', 'no such picture here');
    // Its address is its content: it can never change, and one who knows the hash has seen it.
    c.header('cache-control', tablet ? 'private, max-age=31536000, immutable' : 'public, max-age=31536000, immutable');
    return c.body(new Uint8Array(medium.bytes), 200, { 'content-type': medium.type });
  });
  return routes;
}

/** @throws Refused `not-found` if the address is not a hash (it becomes a file's name) */
function shaOf(c: Context): string {
  const sha = c.req.param('sha') ?? '';
  if (!/^[A-Za-z0-9_-]{43}$/.test(sha)) throw new Refused('not-found', 'not the hash of a picture');
  return sha;
}
