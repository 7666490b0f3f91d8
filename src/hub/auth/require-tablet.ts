import { createMiddleware } from 'hono/factory';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { tabletOf, type Tablet } from './devices.ts';

export interface WithTablet {
  Variables: { tablet: Tablet };
}

/** Lets a request through only with the token of a paired tablet, and says which. */
export function requireTablet(hub: Hub) {
  return createMiddleware<WithTablet>(async (c, next) => {
    const tablet = await tabletFrom(hub, c.req.header('authorization'));
    if (!tablet) throw new Refused('not-enrolled', 'no token, or one of a tablet that was removed');
    c.set('tablet', tablet);
    await next();
  });
}

/** For what only leads may do. */
export function requireLead(hub: Hub) {
  return createMiddleware<WithTablet>(async (c, next) => {
    const tablet = await tabletFrom(hub, c.req.header('authorization'));
    if (!tablet) throw new Refused('not-enrolled', 'no token, or one of a tablet that was removed');
    if (tablet.class !== 'lead') throw new Refused('not-allowed', 'only a lead may do this');
    c.set('tablet', tablet);
    await next();
  });
}

/** The tablet an Authorization header belongs to, if any. */
export async function tabletFrom(hub: Hub, header: string | undefined): Promise<Tablet | undefined> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,128})$/.exec(header ?? '')?.[1];
  return token === undefined ? undefined : await tabletOf(hub.db, token);
}
