import type { Head } from '../journal/entry.ts';
import { signHead, type DeviceId, type DeviceKey } from '../journal/device-key.ts';
import type { HeadRow, JournalRow, OwnDevice, StallDb } from '../store/db.ts';
import {
  NOT_SENT,
  randomText,
  readMeta,
  writeMeta,
  type FormerDevice,
  type HubLink,
  type SyncState,
} from '../store/device.ts';
import { readEntriesFrom, readUnsent } from '../store/read.ts';
import { receive } from '../store/receive.ts';
import type { Exchange } from './exchange.ts';
import { fromWire, LIMITS, PROTOCOL, toWire, type HubLife, type SyncReply, type SyncRequest } from './protocol.ts';

/** What one exchange came to. `progress`: something was sent or learnt. `more`: there is more on either side. */
export type Outcome =
  | { readonly kind: 'exchanged'; readonly progress: boolean; readonly more: boolean }
  | { readonly kind: 'offline'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'needs-a-person'; readonly needs: NonNullable<SyncState['needs']> };

/** How much a batch may hold; halved when the hub says it is too large. */
export interface BatchSize {
  readonly entries: number;
  readonly bytes: number;
}

export const FULL_BATCH: BatchSize = { entries: LIMITS.batchEntries, bytes: LIMITS.batchBytes };

/** What a drain keeps from one exchange to the next: the request that is on its way already. */
export interface Ahead {
  sent?: Sent | undefined;
}

interface Sent {
  readonly asked: Asked;
  readonly sentAt: number;
  readonly answering: ReturnType<Exchange>;
}

/**
 * One request and its reply: my unsent entries out, what I lack in. Any number may run at once and any answer may be
 * late, doubled or lost: numbering and hashes make that harmless. Nothing but a valid reply moves `acked`.
 * @param ahead handed to every call of a drain, it sends the next batch before this reply is written down
 */
export async function syncOnce(
  db: StallDb,
  exchange: Exchange,
  size: BatchSize = FULL_BATCH,
  ahead?: Ahead,
): Promise<Outcome> {
  const sent = ahead?.sent ?? (await sendFirst(db, exchange, size));
  if (ahead) ahead.sent = undefined;
  if (!sent) return { kind: 'needs-a-person', needs: 'enrolment' };
  const { asked, sentAt } = sent;
  const preparing = ahead && asked.unsentAfter > 0 ? prepareNext(db, exchange, size, asked) : undefined;
  const answer = await sent.answering;
  if (answer.ok) {
    const heardAt = (sentAt + Date.now()) / 2;
    const next = await preparing;
    if (ahead && next && isTakenAsItIs(asked, answer.value)) ahead.sent = send(exchange, next);
    return believe(db, asked, answer.value, heardAt);
  }
  const { problem } = answer;
  switch (problem.kind) {
    case 'not-enrolled':
      return needsPerson(db, 'enrolment');
    case 'protocol-too-old':
      return needsPerson(db, 'update');
    case 'forked':
      return checkFork(db, asked.device, problem.head);
    case 'too-large':
      return { kind: 'too-large' };
    default: {
      const wait = problem.retryAfterSeconds;
      return wait === undefined ? { kind: 'offline' } : { kind: 'offline', retryAfterSeconds: wait };
    }
  }
}

interface Asked {
  readonly request: SyncRequest;
  readonly device: OwnDevice;
  readonly hub: HubLink;
  readonly unsentAfter: number;
}

async function sendFirst(db: StallDb, exchange: Exchange, size: BatchSize): Promise<Sent | undefined> {
  const asked = await readAsked(db, size);
  return asked && send(exchange, asked);
}

function send(exchange: Exchange, asked: Asked): Sent {
  return { asked, sentAt: Date.now(), answering: exchange(asked.request) };
}

/** The request after this one, made while this one is on its way. */
async function prepareNext(db: StallDb, exchange: Exchange, size: BatchSize, asked: Asked): Promise<Asked | undefined> {
  try {
    const next = await readAsked(db, size, asked.request.last);
    if (next) exchange.prepare?.(next.request);
    return next;
  } catch {
    return undefined; // The storage went away; the next exchange says so.
  }
}

/** Whether the hub has all of this batch and told nothing new, so that what was made meanwhile may follow. */
function isTakenAsItIs(asked: Asked, reply: SyncReply): boolean {
  const head = reply.heads[asked.device.key.device];
  const isSameLife = reply.life.random === asked.hub.life.random && reply.life.counter === asked.hub.life.counter;
  return isSameLife && reply.entries.length === 0 && head !== undefined && head.hash === asked.request.last?.hash;
}

/**
 * One snapshot: heads, and the tail of the own journal past what the hub has; after it, that of a former identity.
 * @param after what it will have, when a batch is under way
 */
async function readAsked(db: StallDb, size: BatchSize, after?: Head | null): Promise<Asked | undefined> {
  return db.transaction('r', db.meta, db.heads, db.journal, async () => {
    const [device, hub] = [await readMeta(db, 'device'), await readMeta(db, 'hub')];
    if (!device || !hub) return undefined;
    const sync = (await readMeta(db, 'sync')) ?? NOT_SENT;
    const heads = await db.heads.toArray();
    const own = await readTail(db, { key: device.key, acked: after ?? sync.acked }, size);
    const former = own.length > 0 ? undefined : await readFormerTail(db, size);
    const signed = former && signedLast(db, former.key, former.tail.at(-1));
    const request: SyncRequest = {
      protocol: PROTOCOL,
      collective: db.collective,
      request: randomText(),
      life: hub.life,
      last: signedLast(db, device.key, own.at(-1)),
      ...(former && signed ? { signed: { [former.key.device]: signed } } : {}),
      heads: Object.fromEntries(heads.map(({ device: id, n, hash }) => [id, { n, hash }])),
      entries: (former?.tail ?? own).map(toWire),
    };
    const held = heads.find((head) => head.device === device.key.device);
    return { request, device, hub, unsentAfter: own.length > 0 ? (held?.n ?? 0) - (own.at(-1)?.n ?? 0) : 0 };
  });
}

/** What the hub lacks of one identity, as much as a batch may hold. */
async function readTail(db: StallDb, { key, acked }: FormerDevice, size: BatchSize): Promise<readonly JournalRow[]> {
  return within(await readEntriesFrom(db, key.device, (acked?.n ?? 0) + 1, size.entries), size.bytes);
}

async function readFormerTail(db: StallDb, size: BatchSize) {
  for (const former of (await readMeta(db, 'former')) ?? []) {
    const tail = await readTail(db, former, size);
    if (tail.length > 0) return { key: former.key, tail };
  }
  return undefined;
}

function within(rows: readonly JournalRow[], bytes: number): readonly JournalRow[] {
  let total = 0;
  const end = rows.findIndex((row) => (total += row.envelope.length + (row.payload?.length ?? 0)) > bytes);
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
}

function signedLast(db: StallDb, key: DeviceKey, last: JournalRow | undefined): SyncRequest['last'] {
  if (!last) return null;
  const signature = signHead(key, db.collective, last.n, last.hash);
  return { n: last.n, hash: last.hash, signature, publicKey: key.publicKey };
}

async function believe(db: StallDb, asked: Asked, reply: SyncReply, heardAt: number): Promise<Outcome> {
  // An answer from an earlier life of the hub (or from a hub restored behind our back) moves nothing.
  if (isOlder(reply.life, asked.hub.life)) return { kind: 'offline' };
  const signed: Record<string, NonNullable<HeadRow['signed']>> = reply.signed;
  const received = await receive(db, reply.entries.map(fromWire), signed);
  return db.transaction('rw', db.meta, db.heads, db.journal, async () => {
    const hub = await readMeta(db, 'hub');
    // Joined anew while this answer was on its way: it is about another link, and moves nothing of this one.
    if (hub?.token !== asked.hub.token) return { kind: 'exchanged', progress: false, more: true };
    const before = (await readMeta(db, 'sync')) ?? NOT_SENT;
    const former = (await readMeta(db, 'former')) ?? [];
    const mine = await Promise.all([asked.device, ...former].map(({ key }) => compareHead(db, key.device, reply)));
    if (mine.includes('other')) return markForked(db, before);
    const [acked = null, ...formerAcked] = mine.map((each) => (each === 'other' ? null : each));
    const sent = acked && acked.n > (before.acked?.n ?? 0);
    const formerSent = former.some((each, at) => (formerAcked[at]?.n ?? 0) > (each.acked?.n ?? 0));
    await writeMeta(db, 'sync', {
      acked,
      lastSentAt: Date.now(),
      offset: Math.round(reply.hubNow - heardAt),
      needs: null,
    });
    if (former.length > 0)
      await writeMeta(
        db,
        'former',
        former.map(({ key }, at) => ({ key, acked: formerAcked[at] ?? null })),
      );
    const newLife = isOlder(hub.life, reply.life) || hub.hubId !== reply.hubId;
    if (newLife) await writeMeta(db, 'hub', { ...hub, life: reply.life, hubId: reply.hubId });
    const { unsent } = await readUnsent(db);
    const progress = Boolean(sent) || formerSent || received.stored > 0;
    return { kind: 'exchanged', progress, more: unsent > 0 || reply.more };
  });
}

/** The hub's head of one of our identities: null if it has none, 'other' if it is not the entry we hold there. */
async function compareHead(db: StallDb, device: DeviceId, reply: SyncReply): Promise<Head | null | 'other'> {
  const head = reply.heads[device];
  if (!head) return null;
  const held = await db.journal.where('[device+n]').equals([device, head.n]).first();
  return held?.hash === head.hash ? { n: head.n, hash: head.hash } : 'other';
}

/** "You hold fewer than I do, or another entry" is believed only if it is still so in the journal as it is now. */
async function checkFork(db: StallDb, device: OwnDevice, head: Head | undefined): Promise<Outcome> {
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

async function needsPerson(db: StallDb, needs: NonNullable<SyncState['needs']>): Promise<Outcome> {
  await db.transaction('rw', db.meta, async () => {
    await writeMeta(db, 'sync', { ...((await readMeta(db, 'sync')) ?? NOT_SENT), needs });
  });
  return { kind: 'needs-a-person', needs };
}

function isOlder(a: HubLife, b: HubLife): boolean {
  return a.counter < b.counter || (a.counter === b.counter && a.random !== b.random && a.random < b.random);
}
