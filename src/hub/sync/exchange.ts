import type { DeviceId } from '../../journal/device-key.ts';
import type { Head } from '../../journal/entry.ts';
import { PROTOCOL, type HubLife, type SyncReply, type SyncRequest } from '../../sync/protocol.ts';
import type { Tablet } from '../auth/devices.ts';
import { forked, Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import { lockHead } from '../storage/journal.ts';
import { currentSelf } from '../storage/lives.ts';
import type { Tx } from '../storage/schema.ts';
import { checkEntries, type Chain } from './check-request.ts';
import { hasLateDays, tryToNumber } from './amend.ts';
import { deposit, signedHeadsOf } from './deposit.ts';
import { buildReply } from './reply.ts';
import { isSucceededBy } from './verify-head.ts';

const A_MINUTE = 60_000;

/**
 * One exchange: stores what the tablet brings and answers with what it lacks, in one transaction.
 * @throws Refused as protocol.ts lists; nothing is stored then
 */
export async function exchange(hub: Hub, tablet: Tablet, request: SyncRequest, appVersion = ''): Promise<SyncReply> {
  if (request.protocol < PROTOCOL - 1 || request.protocol < 1)
    throw new Refused('protocol-too-old', 'this tablet needs the newer app');
  if (request.protocol > PROTOCOL) throw new Refused('hub-too-old', 'this hub needs to be updated');
  if (request.collective !== tablet.collective)
    throw new Refused('not-enrolled', 'this token belongs to another collective');
  const signed = signedHeadsOf(tablet.device, request.last, request.signed);
  const chains = await checkEntries(request.entries, signed, tablet.collective); // hashing and signatures: outside the lock
  const former = await formerOf(tablet, chains, request);
  const began = hub.now();
  const { reply, done, isOver } = await hub.db.transaction().execute(async (tx) => {
    await refuseOlderLife(tx, tablet.collective, request.life);
    await refuseShorterJournal(tx, tablet, request.heads);
    const done = await deposit(tx, hub, tablet.collective, chains, tablet.device, tablet.device, { former });
    await noteSeen(tx, hub, tablet, appVersion);
    const reply = await buildReply(tx, hub, tablet, request);
    const isOver =
      hasSentAll(request, reply, tablet.device) && (await hasLateDays(tx, hub, tablet.collective, tablet.device));
    return { reply, done, isOver };
  });
  hub.log.debug({ device: tablet.device, ...done, sent: reply.entries.length, ms: hub.now() - began }, 'exchange');
  // After the commit: what the tablet brought is safe whatever becomes of this, and it asks again for what is new.
  return isOver && (await tryToNumber(hub, tablet.collective, tablet.device)) ? { ...reply, more: true } : reply;
}

/** Whose entries this batch brings that the tablet was before, by their own word. */
async function formerOf(
  { collective, device }: Tablet,
  chains: readonly Chain[],
  { successor = {} }: SyncRequest,
): Promise<ReadonlySet<DeviceId>> {
  const former = new Set<DeviceId>();
  for (const { device: was, signed } of chains) {
    const word = successor[was];
    if (word && signed && (await isSucceededBy(collective, was, signed.publicKey, device, word))) former.add(was);
  }
  return former;
}

/** Nothing more will come in this sending: the hub has all the tablet holds, or the tablet brought nothing. */
function hasSentAll(request: SyncRequest, reply: SyncReply, own: DeviceId): boolean {
  const isHere = ([device, { n }]: readonly [string, Head]) => (reply.heads[device]?.n ?? 0) >= n;
  const claimed = Object.entries(request.heads);
  if (request.entries.length > 0) return claimed.every(isHere);
  return claimed.filter(([device]) => device === own).every(isHere);
}

/** A hub that learns of a later life than its own has been replaced by a restored one, and writes nothing more. */
async function refuseOlderLife(tx: Tx, collective: string, known: HubLife | null): Promise<void> {
  if (!known) return;
  const { life } = await currentSelf(tx, collective);
  const isLater = known.counter > life.counter || (known.counter === life.counter && known.random > life.random);
  if (isLater) throw new Refused('older-life', 'this hub was restored elsewhere since; it takes nothing more');
}

/**
 * A tablet whose own journal is shorter than what the hub has of it was set back, or this request is a late one: the
 * tablet finds out which (it compares again with its journal as it is then).
 */
async function refuseShorterJournal(tx: Tx, tablet: Tablet, heads: Readonly<Record<DeviceId, Head>>): Promise<void> {
  const head = await lockHead(tx, tablet.collective, tablet.device);
  const claimed = heads[tablet.device];
  if (!head || (claimed && claimed.n > head.n)) return;
  if (!claimed || claimed.n < head.n)
    throw forked(head, `the hub holds ${head.n} entries of this tablet, more than it says it has`);
  if (claimed.hash !== head.hash)
    throw forked(head, `the hub holds another entry of this tablet under number ${head.n}`);
}

/** A write only once a minute: a poll that brings nothing must cost no flush. */
async function noteSeen(tx: Tx, hub: Hub, tablet: Tablet, appVersion: string): Promise<void> {
  const now = hub.now();
  if (now - tablet.lastSeen < A_MINUTE && appVersion === tablet.appVersion) return;
  await tx
    .updateTable('devices')
    .set({ last_seen: now, app_version: appVersion })
    .where('collective', '=', tablet.collective)
    .where('device', '=', tablet.device)
    .execute();
}
