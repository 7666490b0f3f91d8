import { Hono } from 'hono';
import * as v from 'valibot';
import { SignedHead, WireEntry, type RescueReply } from '../../sync/protocol.ts';
import { requireTablet, type WithTablet } from '../auth/require-tablet.ts';
import { decode, readBytes } from '../http/body.ts';
import { syncLimit } from '../http/rate-limits.ts';
import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { lockHead } from '../storage/journal.ts';
import { numberLateDays } from './amend.ts';
import { checkEntries } from './check-request.ts';
import { deposit } from './deposit.ts';

/** A season of one tablet: far more than a batch, because the whole file hangs on one signature. */
const LIMIT = { bytes: 32_000_000, unzipped: 256_000_000 };

/** The first line of a rescue file; what it says beyond this is for people. */
const RescueHeader = v.object({
  kind: v.literal('imago-rescue'),
  version: v.literal(1),
  collective: v.string(),
  device: v.string(),
  signedHead: SignedHead,
});

/** `POST /api/rescue`: by a lead for any tablet, by a tablet for itself. */
export function rescueRoutes(hub: Hub): Hono<WithTablet> {
  const routes = new Hono<WithTablet>();
  routes.post('/rescue', syncLimit(), requireTablet(hub), async (c) => {
    const { tablet } = c.var;
    const file = readRescue(decode(await readBytes(c, LIMIT)));
    if (file.collective !== tablet.collective)
      throw new Refused('not-allowed', 'this rescue file belongs to another collective');
    if (tablet.class !== 'lead' && file.device !== tablet.device)
      throw new Refused('not-allowed', 'only a lead may bring the rescue file of another tablet');
    return c.json(await rescue(hub, file));
  });
  return routes;
}

interface RescueFile {
  readonly collective: string;
  readonly device: string;
  readonly signedHead: SignedHead;
  readonly entries: readonly WireEntry[];
}

/**
 * Parses a rescue file: JSON lines, first who it is from and the signed head, then one entry a line.
 * @throws Refused `malformed`, naming the line
 */
export function readRescue(text: string): RescueFile {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const header = v.safeParse(RescueHeader, parseLine(lines[0] ?? '', 1));
  if (!header.success) throw new Refused('malformed', 'line 1: not the head of a rescue file');
  const entries = lines.slice(1).map((line, at) => {
    const entry = v.safeParse(WireEntry, parseLine(line, at + 2));
    if (!entry.success) throw new Refused('malformed', `line ${at + 2}: not an entry`);
    return entry.output;
  });
  const { collective, device, signedHead } = header.output;
  return { collective, device, signedHead, entries };
}

/**
 * Feeds a rescue file: like another device's entries, under its signed head, in one transaction.
 * @throws Refused `malformed`, `unsigned-foreign-entry`
 */
export async function rescue(hub: Hub, file: RescueFile): Promise<RescueReply> {
  const { collective, device } = file;
  const known = await hub.db.selectFrom('collectives').select('id').where('id', '=', collective).executeTakeFirst();
  if (!known) throw new Refused('not-found', 'this hub has no such collective');
  const chains = checkEntries(file.entries, { [device]: file.signedHead }, collective, 'the rescue file');
  if (chains.some((chain) => chain.device !== device))
    throw new Refused('malformed', 'the rescue file holds entries of more than one tablet');
  const reply = await hub.db.transaction().execute(async (tx) => {
    const { stored, left } = await deposit(tx, hub, collective, chains, undefined, device);
    const head = await lockHead(tx, collective, device);
    return { device, entries: file.entries.length, stored, left, head: head ?? null };
  });
  await numberLateDays(hub, collective, device);
  hub.log.info({ collective, device, stored: reply.stored, left: reply.left }, 'rescue file fed');
  return reply;
}

function parseLine(line: string, at: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new Refused('malformed', `line ${at}: not JSON; the file may have been cut off`);
  }
}
