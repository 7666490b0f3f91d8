import type { DeviceId } from '../journal/device-key.ts';
import type { Head } from '../journal/entry.ts';
import type { HeadRow, OwnDevice, StallDb } from '../store/db.ts';
import { NOT_SENT, readMeta, writeMeta, type FormerDevice, type SyncState } from '../store/device.ts';
import { readUnsent } from '../store/read.ts';
import { receive } from '../store/receive.ts';
import { reissue } from '../store/reissue.ts';
import type { Asked } from './batch.ts';
import { fromWire, type HubLife, type SyncReply } from './protocol.ts';

/** What one exchange came to. `progress`: something was sent or learnt. `more`: there is more on either side. */
export type Outcome =
  | { readonly kind: 'exchanged'; readonly progress: boolean; readonly more: boolean }
  | { readonly kind: 'offline'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'needs-a-person'; readonly needs: NonNullable<SyncState['needs']> };

/**
 * Stores what a reply brought, and moves `acked` where the hub's hash is ours; nothing else does (ADR 002).
 * @param heardAt own clock, half way between request and reply: what the hub's clock is compared with
 */
export async function believe(db: StallDb, asked: Asked, reply: SyncReply, heardAt: number): Promise<Outcome> {
  // An answer from an earlier life of the hub (or from a hub restored behind our back) moves nothing.
  if (isOlder(reply.life, asked.hub.life)) return { kind: 'offline' };
  const signed: Record<string, NonNullable<HeadRow['signed']>> = reply.signed;
  const received = await receive(db, reply.entries.map(fromWire), signed);
  return db.transaction('rw', db.meta, db.heads, db.journal, db.folded, async () => {
    const hub = await readMeta(db, 'hub');
    // Joined anew while this answer was on its way: it is about another link, and moves nothing of this one.
    if (hub?.token !== asked.hub.token) return { kind: 'exchanged', progress: false, more: true };
    const before = (await readMeta(db, 'sync')) ?? NOT_SENT;
    const acked = await compareHead(db, asked.device.key.device, reply);
    if (acked === 'other') return markForked(db, before);
    const formerMoved = await believeFormer(db, asked.device, reply);
    const sent = acked && acked.n > (before.acked?.n ?? 0);
    await writeMeta(db, 'sync', {
      acked,
      lastSentAt: Date.now(),
      offset: Math.round(reply.hubNow - heardAt),
      needs: null,
    });
    const newLife = isOlder(hub.life, reply.life) || hub.hubId !== reply.hubId;
    if (newLife) await writeMeta(db, 'hub', { ...hub, life: reply.life, hubId: reply.hubId });
    const { unsent } = await readUnsent(db);
    const progress = Boolean(sent) || formerMoved || received.stored > 0;
    return { kind: 'exchanged', progress, more: unsent > 0 || reply.more };
  });
}

/**
 * Moves `acked` of the identities this tablet had before. Where the hub continues another branch under such a name, what
 * it lacks of ours is written down again under the present one; that is no reason for a person to look.
 * @returns whether the hub has more of them now, or something was written
 */
async function believeFormer(db: StallDb, present: OwnDevice, reply: SyncReply): Promise<boolean> {
  const before = (await readMeta(db, 'former')) ?? [];
  if (before.length === 0) return false;
  let moved = false;
  const former: FormerDevice[] = [];
  for (const { reissued, acked, ...name } of before) {
    const { key } = name;
    const head = await compareHead(db, key.device, reply);
    if (head === 'other') {
      const done = Math.max(acked?.n ?? 0, reissued ?? 0);
      const more = await reissue(db, key.device, done, present.key.device);
      moved ||= more > 0;
      former.push({ ...name, acked, reissued: done + more });
    } else {
      moved ||= (head?.n ?? 0) > (acked?.n ?? 0);
      former.push({ ...name, acked: head });
    }
  }
  await writeMeta(db, 'former', former);
  return moved;
}

/** The hub's head of one of our identities: null if it has none, 'other' if it is not the entry we hold there. */
async function compareHead(db: StallDb, device: DeviceId, reply: SyncReply): Promise<Head | null | 'other'> {
  const head = reply.heads[device];
  if (!head) return null;
  const held = await db.journal.where('[device+n]').equals([device, head.n]).first();
  return held?.hash === head.hash ? { n: head.n, hash: head.hash } : 'other';
}

/** "You hold fewer than I do, or another entry" is believed only if it is still so in the journal as it is now. */
export async function checkFork(db: StallDb, device: OwnDevice, head: Head | undefined): Promise<Outcome> {
  return db.transaction('rw', db.meta, db.heads, db.journal, async () => {
    const held = head && (await db.journal.where('[device+n]').equals([device.key.device, head.n]).first());
    if (!head || held?.hash === head.hash) return { kind: 'exchanged', progress: false, more: true };
    return markForked(db, (await readMeta(db, 'sync')) ?? NOT_SENT);
  });
}

async function markForked(db: StallDb, sync: SyncState): Promise<Outcome> {
  await writeMeta(db, 'sync', { ...sync, needs: 'fork' });
  return { kind: 'needs-a-person', needs: 'fork' };
}

/** Nothing more is sent by itself until somebody has acted. */
export async function needsPerson(db: StallDb, needs: NonNullable<SyncState['needs']>): Promise<Outcome> {
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'sync', { ...((await readMeta(db, 'sync')) ?? NOT_SENT), needs });
  });
  return { kind: 'needs-a-person', needs };
}

function isOlder(a: HubLife, b: HubLife): boolean {
  return a.counter < b.counter || (a.counter === b.counter && a.random !== b.random && a.random < b.random);
}
