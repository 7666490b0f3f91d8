import { Hono } from 'hono';
import type { Head } from '../../journal/entry.ts';
import type { RescueHeader, RescueReply } from '../../sync/protocol.ts';
import { requireTablet, type WithTablet } from '../auth/require-tablet.ts';
import { streamBody } from '../http/body.ts';
import { syncLimit } from '../http/rate-limits.ts';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { lockHead } from '../storage/journal.ts';
import { tryToNumber } from './amend.ts';
import { checkEntries } from './check-request.ts';
import { deposit } from './deposit.ts';
import { rescueParts, type RescuePart } from './rescue-lines.ts';

/** Years of one tablet. Only a batch of it is held at a time. */
const LIMIT = { bytes: 128_000_000, unzipped: 1_000_000_000 };

/** `POST /api/rescue`: by a lead for any tablet, by a tablet for itself. */
export function rescueRoutes(hub: Hub): Hono<WithTablet> {
  const routes = new Hono<WithTablet>();
  routes.post('/rescue', syncLimit(), requireTablet(hub), async (c) => {
    const { tablet } = c.var;
    const mayFeed = ({ collective, device }: RescueHeader) => {
      if (collective !== tablet.collective)
        throw new Refused('not-allowed', 'this rescue file belongs to another collective');
      if (tablet.class !== 'lead' && device !== tablet.device)
        throw new Refused('not-allowed', 'only a lead may bring the rescue file of another tablet');
    };
    return c.json(await rescue(hub, streamBody(c, LIMIT), mayFeed));
  });
  return routes;
}

/**
 * Feeds a rescue file as it is read: like another device's entries, each batch under its signed head and in a transaction
 * of its own. Of a file that is broken somewhere, what was whole before stays, and the words say so.
 * @param mayFeed throws if this file may not be brought by who brings it
 * @throws Refused `malformed` (naming the line), `unsigned-foreign-entry`, `not-found`, `too-large`
 */
export async function rescue(
  hub: Hub,
  bytes: AsyncIterable<Uint8Array>,
  mayFeed: (header: RescueHeader) => void = () => undefined,
): Promise<RescueReply> {
  const fed = { entries: 0, stored: 0, left: 0 };
  let header: RescueHeader | undefined;
  try {
    let last: Head | undefined;
    for await (const part of rescueParts(bytes)) {
      if (part.kind === 'header') {
        ({ header } = part);
        mayFeed(header);
        await requireCollective(hub, header.collective);
      } else if (header) {
        const done = await feedBatch(hub, header, part);
        fed.entries += part.entries.length;
        fed.stored += done.stored;
        fed.left += done.left;
        last = part.head;
      }
    }
    if (!header || last?.hash !== header.signedHead.hash)
      throw new Refused(
        'malformed',
        `the file ends at entry ${last?.n ?? 0} of ${header?.signedHead.n}: it was cut off`,
      );
  } catch (cause) {
    if (cause instanceof Refused) throw withKept(cause, fed);
    throw cause;
  } finally {
    if (header && fed.stored > 0) await tryToNumber(hub, header.collective, header.device);
  }
  const { collective, device } = header;
  const head = await hub.db.transaction().execute((tx) => lockHead(tx, collective, device));
  hub.log.info({ collective, device, stored: fed.stored, left: fed.left }, 'rescue file fed');
  return { device, ...fed, head: head ?? null };
}

async function feedBatch(hub: Hub, { collective, device }: RescueHeader, batch: RescuePart & { kind: 'batch' }) {
  const place = (at: number) => `line ${batch.line + at}`;
  const chains = await checkEntries(batch.entries, { [device]: batch.head }, collective, place);
  if (chains.some((chain) => chain.device !== device))
    throw new Refused('malformed', `${place(0)}: entries of another tablet than the file's first line says`);
  try {
    return await hub.db.transaction().execute((tx) => deposit(tx, hub, collective, chains, undefined, device));
  } catch (cause) {
    if (cause instanceof Refused && cause.refusal.kind === 'unsigned-foreign-entry')
      throw new Refused('unsigned-foreign-entry', `${place(0)}: the signature after these entries is not the tablet’s`);
    throw cause;
  }
}

async function requireCollective(hub: Hub, id: string): Promise<void> {
  const known = await hub.db.selectFrom('collectives').select('id').where('id', '=', id).executeTakeFirst();
  if (!known) throw new Refused('not-found', 'this hub has no such collective');
}

function withKept({ refusal }: Refused, fed: { readonly entries: number; readonly stored: number }): Refused {
  const kept =
    fed.entries === 0
      ? 'Nothing was changed'
      : `The ${fed.entries} entries before it are kept, ${fed.stored} of them new`;
  return new Refused(refusal.kind, `${refusal.detail}. ${kept}`);
}
