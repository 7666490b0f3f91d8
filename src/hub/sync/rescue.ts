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
import { deposit, PAIRED, type Accepts } from './deposit.ts';
import { rescueParts, type RescuePart } from './rescue-lines.ts';

/** Years of one tablet. Only a batch of it is held at a time. */
const LIMIT = { bytes: 128_000_000, unzipped: 1_000_000_000 };

/** `POST /api/rescue`: by a lead for any tablet, by a tablet for itself and the names it had before. */
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
    return c.json(await rescue(hub, streamBody(c, LIMIT), mayFeed, tablet.class === 'lead' ? 'any' : PAIRED));
  });
  return routes;
}

/**
 * Feeds a rescue file as it is read: like another device's entries, each batch under its signed head and in a transaction
 * of its own. Of a file that is broken somewhere, what was whole before stays, and the words say so.
 * @param mayFeed gets the file's first line; throws if this file may not be brought by who brings it
 * @param accepts `any` where a lead brings the file, or whoever is at the console: also of a tablet that was removed
 * @throws Refused `malformed` (naming the line), `unsigned-foreign-entry`, `not-found`, `too-large`
 */
export async function rescue(
  hub: Hub,
  bytes: AsyncIterable<Uint8Array>,
  mayFeed: (header: RescueHeader) => void = () => undefined,
  accepts: Accepts = 'any',
): Promise<RescueReply> {
  const fed = { entries: 0, stored: 0, left: 0 };
  const sections: Section[] = [];
  try {
    for await (const part of rescueParts(bytes)) {
      const section = sections.at(-1);
      if (part.kind === 'header') {
        requireWhole(section);
        const first = sections[0]?.header ?? part.header;
        requireSameFile(first, part.header, sections.length);
        mayFeed(first);
        await requireCollective(hub, first.collective);
        sections.push({ header: part.header, last: undefined });
      } else if (section) {
        const done = await feedBatch(hub, section.header, part, accepts);
        fed.entries += part.entries.length;
        fed.stored += done.stored;
        fed.left += done.left;
        section.last = part.head;
      }
    }
    requireWhole(sections.at(-1));
    requireAll(sections);
  } catch (cause) {
    if (cause instanceof Refused) throw withKept(cause, fed);
    throw cause;
  } finally {
    if (fed.stored > 0) for (const { header } of sections) await tryToNumber(hub, header.collective, header.device);
  }
  const { collective, device } = (sections[0] ?? never()).header;
  const head = await hub.db.transaction().execute((tx) => lockHead(tx, collective, device));
  hub.log.info({ collective, device, stored: fed.stored, left: fed.left }, 'rescue file fed');
  return { device, ...fed, head: head ?? null };
}

/** The entries of one identity, and how far they have been read. */
interface Section {
  readonly header: RescueHeader;
  last: Head | undefined;
}

function requireWhole(section: Section | undefined): void {
  if (!section || section.last?.hash === section.header.signedHead.hash) return;
  const n = section.last?.n ?? 0;
  throw new Refused('malformed', `the file ends at entry ${n} of ${section.header.signedHead.n}: it was cut off`);
}

/** Each identity that the first line names, in its order: a file cut between two of them is noticed. */
function requireAll(sections: readonly Section[]): void {
  const missing = sections[0]?.header.former?.[sections.length - 1];
  if (missing !== undefined)
    throw new Refused('malformed', `the file ends before the entries of ${missing}: it was cut off`);
}

function requireSameFile(first: RescueHeader, header: RescueHeader, at: number): void {
  if (at === 0) return;
  if (header.collective === first.collective && header.device === first.former?.[at - 1]) return;
  throw new Refused('malformed', `entries of ${header.device}, which the first line of the file does not name next`);
}

function never(): never {
  throw new Error('a rescue file without a head was not refused');
}

async function feedBatch(
  hub: Hub,
  { collective, device }: RescueHeader,
  batch: RescuePart & { kind: 'batch' },
  accepts: Accepts,
) {
  const place = (at: number) => `line ${batch.line + at}`;
  const chains = await checkEntries(batch.entries, { [device]: batch.head }, collective, place);
  if (chains.some((chain) => chain.device !== device))
    throw new Refused('malformed', `${place(0)}: entries of another tablet than the line before them says`);
  try {
    return await hub.db.transaction().execute((tx) => deposit(tx, hub, collective, chains, undefined, device, accepts));
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
