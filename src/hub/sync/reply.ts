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
/** Read at a time: of the largest entries so many are still no burden. */
const ROWS = 100;

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

/**
 * What the tablet lacks, an equal share of the page for each device, and what is left over shared again: a chain that is
 * long, or that the tablet cannot take, leaves room for the others.
 */
async function readPage(
  tx: Tx,
  tablet: Tablet,
  heads: ReadonlyMap<DeviceId, Head>,
  theirs: SyncRequest['heads'],
): Promise<Page> {
  const entries: WireEntry[] = [];
  const reached = new Map<DeviceId, number>();
  for (const [device, head] of heads) reached.set(device, Math.min(theirs[device]?.n ?? 0, head.n));
  let behind = await devicesBehind(tx, tablet, heads, theirs);
  // Beginning with another one each time, should a page hold less than a turn of all.
  const first = behind.length > 0 ? Object.values(theirs).reduce((sum, { n }) => sum + n, 0) % behind.length : 0;
  behind = [...behind.slice(first), ...behind.slice(0, first)];
  let bytes = 0;
  while (behind.length > 0) {
    const share = {
      entries: Math.ceil((LIMITS.pageEntries - entries.length) / behind.length),
      bytes: (PAGE_BYTES - bytes) / behind.length,
    };
    const left: DeviceId[] = [];
    for (const device of behind) {
      const room = LIMITS.pageEntries - entries.length;
      if (room === 0 || bytes >= PAGE_BYTES) return { entries, more: true, reached };
      const after = reached.get(device) ?? 0;
      const turn = { entries: Math.min(share.entries, room), bytes: Math.min(share.bytes, PAGE_BYTES - bytes) };
      const taken = await readTurn(tx, tablet, device, after, turn);
      entries.push(...taken.entries);
      bytes += taken.bytes;
      reached.set(device, taken.n);
      // An entry that is not there although the head says so cannot be waited for.
      if (taken.n > after && taken.n < (heads.get(device)?.n ?? 0)) left.push(device);
    }
    behind = left;
  }
  return { entries, more: false, reached };
}

/** Devices of which the tablet lacks entries that would fit behind what it holds. */
async function devicesBehind(
  tx: Tx,
  tablet: Tablet,
  heads: ReadonlyMap<DeviceId, Head>,
  theirs: SyncRequest['heads'],
): Promise<DeviceId[]> {
  const behind: DeviceId[] = [];
  for (const [device, head] of heads) {
    const their = theirs[device];
    if (device === tablet.device || (their?.n ?? 0) >= head.n) continue;
    if (!their || (await isSameBranch(tx, tablet.collective, device, their))) behind.push(device);
  }
  return behind;
}

/** A device's entries after a number: at least one, and no more once the turn is used up. */
async function readTurn(
  tx: Tx,
  tablet: Tablet,
  device: DeviceId,
  after: number,
  turn: { readonly entries: number; readonly bytes: number },
): Promise<{ readonly entries: WireEntry[]; readonly bytes: number; readonly n: number }> {
  const entries: WireEntry[] = [];
  let [bytes, n] = [0, after];
  while (entries.length < turn.entries) {
    const rows = await readRows(tx, tablet, device, n, Math.min(ROWS, turn.entries - entries.length));
    for (const row of rows) {
      if (bytes >= turn.bytes) return { entries, bytes, n };
      const payload = row.type === 'private' && tablet.class !== 'lead' ? null : row.payload;
      entries.push([row.envelope, payload]);
      bytes += row.envelope.length + (payload?.length ?? 0);
      n = row.n;
    }
    if (rows.length === 0) break;
  }
  return { entries, bytes, n };
}

async function readRows(tx: Tx, { collective }: Tablet, device: DeviceId, after: number, limit: number) {
  return await tx
    .selectFrom('journal')
    .select(['n', 'type', 'envelope', 'payload'])
    .where('collective', '=', collective)
    .where('device', '=', device)
    .where('branch', '=', MAIN)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute();
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
