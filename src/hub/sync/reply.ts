import type { DeviceId } from '../../journal/device-key.ts';
import type { Head } from '../../journal/entry.ts';
import {
  LIMITS,
  PROTOCOL,
  type SignedHead,
  type SyncReply,
  type SyncRequest,
  type WireEntry,
} from '../../sync/protocol.ts';
import type { Tablet } from '../auth/devices.ts';
import type { Hub } from '../hub.ts';
import { hashesBetween, MAIN, readHeads } from '../storage/journal.ts';
import { currentSelf } from '../storage/lives.ts';
import type { Tx } from '../storage/schema.ts';

/** Texts of one page; a tablet parses it in one go. */
const PAGE_BYTES = 4_000_000;

/** The answer to an exchange, from the same snapshot in which its entries were stored. */
export async function buildReply(tx: Tx, hub: Hub, tablet: Tablet, request: SyncRequest): Promise<SyncReply> {
  const { collective } = tablet;
  const heads = await readHeads(tx, collective);
  const page = await readPage(tx, tablet, heads, request.heads);
  const { life, key } = await currentSelf(tx, collective);
  return {
    protocol: PROTOCOL,
    hubId: key.device,
    life,
    inReplyTo: request.request,
    hubNow: hub.now(),
    heads: Object.fromEntries(heads),
    signed: await signedHeads(tx, collective, page.reached),
    wanted: await wantedPayloads(tx, tablet),
    entries: page.entries,
    more: page.more,
  };
}

interface Page {
  readonly entries: WireEntry[];
  readonly more: boolean;
  /** Where the tablet will stand once it has stored the page. */
  readonly reached: ReadonlyMap<DeviceId, number>;
}

async function readPage(
  tx: Tx,
  tablet: Tablet,
  heads: ReadonlyMap<DeviceId, Head>,
  theirs: SyncRequest['heads'],
): Promise<Page> {
  const entries: WireEntry[] = [];
  const reached = new Map<DeviceId, number>();
  let bytes = 0;
  for (const [device, head] of heads) {
    const their = theirs[device];
    reached.set(device, Math.min(their?.n ?? 0, head.n));
    if (device === tablet.device || (their?.n ?? 0) >= head.n) continue;
    if (their && !(await isSameBranch(tx, tablet.collective, device, their))) continue;
    const rows = await tx
      .selectFrom('journal')
      .select(['n', 'type', 'envelope', 'payload'])
      .where('collective', '=', tablet.collective)
      .where('device', '=', device)
      .where('branch', '=', MAIN)
      .where('n', '>', their?.n ?? 0)
      .orderBy('n')
      .limit(LIMITS.pageEntries - entries.length)
      .execute();
    for (const row of rows) {
      if (bytes > PAGE_BYTES) return { entries, more: true, reached };
      const payload = row.type === 'private' && tablet.class !== 'lead' ? null : row.payload;
      entries.push([row.envelope, payload]);
      bytes += row.envelope.length + (payload?.length ?? 0);
      reached.set(device, row.n);
    }
    if ((reached.get(device) ?? 0) < head.n) return { entries, more: true, reached };
  }
  return { entries, more: false, reached };
}

/** After a fork a tablet may hold another branch; what the hub continues would not fit behind it. */
async function isSameBranch(tx: Tx, collective: string, device: DeviceId, their: Head): Promise<boolean> {
  return (await hashesBetween(tx, collective, device, their.n, their.n)).get(their.n) === their.hash;
}

/** For each device the newest signed head that the tablet will hold in full: with it, it can bring those entries back. */
async function signedHeads(
  tx: Tx,
  collective: string,
  reached: ReadonlyMap<DeviceId, number>,
): Promise<Record<DeviceId, SignedHead>> {
  const signed: Record<DeviceId, SignedHead> = {};
  for (const [device, n] of reached) {
    const row = await tx
      .selectFrom('signed_heads')
      .select(['n', 'hash', 'signature', 'public_key as publicKey'])
      .where('collective', '=', collective)
      .where('device', '=', device)
      .where('n', '<=', n)
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) signed[device] = row;
  }
  return signed;
}

/** Payloads the hub holds only as hashes; of a stall tablet only those it may read are asked. */
async function wantedPayloads(tx: Tx, tablet: Tablet): Promise<string[]> {
  const rows = await tx
    .selectFrom('journal')
    .select('payload_hash')
    .where('collective', '=', tablet.collective)
    .where('payload', 'is', null)
    .$if(tablet.class !== 'lead', (query) => query.where('type', '<>', 'private'))
    .limit(LIMITS.batchEntries)
    .execute();
  return rows.map((row) => row.payload_hash);
}
