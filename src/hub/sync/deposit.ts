import type { DeviceId } from '../../journal/device-key.ts';
import { genesis, type Head } from '../../journal/entry.ts';
import type { SignedHead } from '../../sync/protocol.ts';
import { forked, Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import {
  hashesBetween,
  insertEntries,
  keepSignedHead,
  lockHead,
  setHead,
  unsealEntries,
  type Checked,
} from '../storage/journal.ts';
import { beginLife, currentSelf } from '../storage/lives.ts';
import type { Tx } from '../storage/schema.ts';
import type { Chain } from './check-request.ts';
import { standingOf } from './standing.ts';
import { noticeLate } from './amend.ts';
import { noticeEntries } from './notice.ts';

/** What became of a device's entries; no entry is ever stored in part of a batch's chain but up to its signed head. */
interface Deposited {
  readonly stored: number;
  /** A gap before them, or another branch than the one the hub continues: nothing was stored. */
  readonly left: number;
}

/**
 * Whose entries are taken besides the bringer's own: of devices this hub has paired, and of those it has never heard of
 * that the bringer was before it joined anew (the database was put back from a copy); or of any that sign them.
 */
export type Accepts = { readonly former: ReadonlySet<DeviceId> } | 'any';

export const PAIRED: Accepts = { former: new Set() };

/**
 * Stores what continues each device's head; what is held already is compared, never stored twice.
 * A gap stores nothing: the answer's heads tell where to begin. Runs in the caller's transaction.
 * @param own the tablet that asks; undefined for a rescue file, where every device is foreign
 * @param by who brings them: the tablet that asks, or the one whose rescue file it is
 * @param accepts `any` only where a lead has looked: a device that signs itself may be anybody's invention
 * @throws Refused `forked` (the own device, another hash under a number), `unsigned-foreign-entry`
 */
export async function deposit(
  tx: Tx,
  hub: Hub,
  collective: string,
  chains: readonly Chain[],
  own: DeviceId | undefined,
  by: DeviceId,
  accepts: Accepts = PAIRED,
): Promise<Deposited> {
  let stored = 0;
  let left = 0;
  for (const chain of chains) {
    const done = await depositChain(tx, hub, collective, chain, chain.device === own, by, accepts);
    stored += done.stored;
    left += done.left;
  }
  return { stored, left };
}

async function depositChain(
  tx: Tx,
  hub: Hub,
  collective: string,
  chain: Chain,
  isOwn: boolean,
  by: DeviceId,
  accepts: Accepts,
): Promise<Deposited> {
  const head = await lockHead(tx, collective, chain.device);
  const known = chain.entries.filter(({ envelope }) => envelope.n <= (head?.n ?? 0));
  const fresh = chain.entries.slice(known.length);
  if (!(await isHeld(tx, collective, chain.device, known))) {
    if (isOwn) throw forked(head, 'the hub holds another entry under one of these numbers');
    return { stored: 0, left: chain.entries.length };
  }
  const unsealed = await unsealEntries(tx, collective, known);
  await noticeEntries(tx, collective, unsealed);
  await noticeLate(tx, hub, collective, by, unsealed);
  const [first] = fresh;
  if (!first) return { stored: 0, left: 0 };
  if (first.envelope.n > (head?.n ?? 0) + 1) return { stored: 0, left: fresh.length };
  if (first.envelope.prev !== (head?.hash ?? genesis(collective, chain.device))) {
    if (isOwn) throw forked(head, 'these entries continue another entry than the one the hub holds');
    return { stored: 0, left: fresh.length };
  }
  if (!isOwn && accepts !== 'any') {
    const standing = await standingOf(tx, collective, chain.device);
    if (standing === 'removed' || (standing === 'unknown' && !accepts.former.has(chain.device))) {
      hub.log.warn({ collective, by, device: chain.device }, 'entries of a device that is not paired were left out');
      return { stored: 0, left: fresh.length };
    }
  }
  const done = await append(tx, hub, collective, chain, fresh, isOwn);
  await noticeLate(tx, hub, collective, by, fresh.slice(0, done.stored));
  return done;
}

async function append(
  tx: Tx,
  hub: Hub,
  collective: string,
  chain: Chain,
  fresh: readonly Checked[],
  isOwn: boolean,
): Promise<Deposited> {
  const end = signedEnd(chain, fresh);
  if (end === undefined || (isOwn && end < fresh.length)) {
    if (isOwn) throw new Refused('malformed', 'the last own entry of a batch must be signed');
    throw new Refused('unsigned-foreign-entry', `entries of ${chain.device} without a head that it has signed`);
  }
  const taken = fresh.slice(0, end);
  const last = taken.at(-1);
  if (!last || !chain.signed) return { stored: 0, left: fresh.length };
  await guardOwnName(tx, hub, collective, chain.device);
  await insertEntries(tx, collective, taken, hub.now());
  const head: Head = { n: last.envelope.n, hash: last.entry.hash };
  await setHead(tx, collective, chain.device, head);
  await keepSignedHead(tx, collective, chain.device, chain.signed);
  await raiseLatestStamp(tx, collective, taken);
  await noticeEntries(tx, collective, taken);
  return { stored: taken.length, left: fresh.length - taken.length };
}

/** How many of the fresh entries the signed head covers; undefined if it is about none of them. */
function signedEnd(chain: Chain, fresh: readonly Checked[]): number | undefined {
  const { signed } = chain;
  if (!signed) return undefined;
  const at = fresh.findIndex(({ entry, envelope }) => envelope.n === signed.n && entry.hash === signed.hash);
  return at < 0 ? undefined : at + 1;
}

/** Whether the hub holds exactly these entries under their numbers. */
async function isHeld(tx: Tx, collective: string, device: DeviceId, known: readonly Checked[]): Promise<boolean> {
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return true;
  const held = await hashesBetween(tx, collective, device, first.envelope.n, last.envelope.n);
  return known.every(({ entry, envelope }) => held.get(envelope.n) === entry.hash);
}

/**
 * Entries under the hub's own present name that it does not hold: the database was put back from a copy, and the hub
 * must not write under that name again.
 */
async function guardOwnName(tx: Tx, hub: Hub, collective: string, device: DeviceId): Promise<void> {
  const self = await currentSelf(tx, collective);
  if (self.key.device !== device) return;
  await beginLife(tx, hub, collective);
  hub.log.warn({ collective }, 'a tablet brought entries of this hub that it had lost: a new life begins');
}

async function raiseLatestStamp(tx: Tx, collective: string, entries: readonly Checked[]): Promise<void> {
  const latest = entries.reduce((max, { envelope }) => (envelope.stamp > max ? envelope.stamp : max), '');
  await tx
    .updateTable('collectives')
    .set({ latest_stamp: latest })
    .where('id', '=', collective)
    .where('latest_stamp', '<', latest)
    .execute();
}

/** A signed head for each device, as the request brings them: its own in `last`, the others' in `signed`. */
export function signedHeadsOf(
  own: DeviceId,
  last: SignedHead | null,
  signed: Readonly<Record<DeviceId, SignedHead>> = {},
): Readonly<Record<DeviceId, SignedHead>> {
  const { [own]: _, ...others } = signed;
  return last ? { ...others, [own]: last } : others;
}
