import { Hono } from 'hono';
import * as v from 'valibot';
import { EnrolRequest, FoundRequest, InvitationRequest, type InvitationReply } from '../../sync/protocol.ts';
import { removeExample } from '../example.ts';
import { readJson } from '../http/body.ts';
import { allCodesLimit, codeLimit, syncLimit } from '../http/rate-limits.ts';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { removeTablet } from './devices.ts';
import { invite } from './invitations.ts';
import { joinAddress } from './links.ts';
import { enrol, found } from './pairing.ts';
import { requireLead, type WithTablet } from './require-tablet.ts';

const SMALL = { bytes: 10_000, unzipped: 10_000 };

/** Pairing, founding, inviting, removing. */
export function authRoutes(hub: Hub): Hono<WithTablet> {
  const routes = new Hono<WithTablet>();
  // One count for both, so that guesses cannot be spread over them. By address first: who guesses on after the tenth is
  // not counted among all, or one machine could keep everybody from pairing.
  const [perAddress, together] = [codeLimit(), allCodesLimit()];

  routes.post('/enrol', perAddress, together, async (c) =>
    c.json(await enrol(hub, await readJson(c, EnrolRequest, SMALL))),
  );
  routes.post('/collectives', perAddress, together, async (c) =>
    c.json(await found(hub, await readJson(c, FoundRequest, SMALL))),
  );

  routes.post('/invitations', syncLimit(), requireLead(hub), async (c) => {
    const request = await readJson(c, InvitationRequest, SMALL);
    const { collective } = c.var.tablet;
    const { code, expiresAt } = await hub.db
      .transaction()
      .execute((tx) => invite(tx, hub, { collective, class: request.class, kind: 'code' }));
    return c.json({ code, url: joinAddress(hub, code), expiresAt } satisfies InvitationReply);
  });

  routes.get('/devices', syncLimit(), requireLead(hub), async (c) => {
    const devices = await hub.db
      .selectFrom('devices')
      .select(['device', 'class', 'letters', 'name', 'last_seen as lastSeen', 'app_version as appVersion'])
      .where('collective', '=', c.var.tablet.collective)
      .where('removed_at', 'is', null)
      .orderBy('paired_at')
      .orderBy('letters')
      .execute();
    return c.json({ devices });
  });

  routes.delete('/devices/:device', syncLimit(), requireLead(hub), async (c) => {
    const device = v.parse(v.string(), c.req.param('device'));
    const { collective } = c.var.tablet;
    const wasThere = await hub.db.transaction().execute((tx) => removeTablet(tx, hub, collective, device));
    if (!wasThere) throw new Refused('not-found', 'no such tablet');
    hub.log.info({ collective, device }, 'tablet removed');
    return c.body(null, 204);
  });

  // Its id, or `example` for whichever example the token belongs to.
  routes.delete('/collectives/:collective', syncLimit(), requireLead(hub), async (c) => {
    const { collective } = c.var.tablet;
    const asked = c.req.param('collective');
    const row = await hub.db
      .selectFrom('collectives')
      .select('is_example')
      .where('id', '=', collective)
      .executeTakeFirstOrThrow();
    const isMeant = asked === collective || asked === 'example';
    if (!isMeant || row.is_example !== 1) throw new Refused('not-allowed', 'only the example can be removed');
    await removeExample(hub, collective);
    hub.log.info({ collective }, 'the example was removed');
    return c.body(null, 204);
  });
  return routes;
}
