import { sha256 } from '@noble/hashes/sha2.js';
import { liveQuery } from 'dexie';
import { toBase64Url, type Hash } from '../journal/hash.ts';
import { readCatalogue, readUnsent } from '../store/read.ts';
import type { StallDb } from '../store/db.ts';
import { hasRoomForPictures } from '../store/make-room.ts';
import type { HubAddress } from './exchange.ts';

/** What one round came to. `isAway`: no answer that counts, try later. */
interface MediaRound {
  readonly sent: number;
  readonly fetched: number;
  readonly isAway: boolean;
}

const TIMEOUT = 60_000;
/** The hub's limit for a picture; more than that is not one. */
const MOST_BYTES = 2_000_000;

/**
 * One round of pictures: own ones to the hub once all entries are there, then what the wall names and this tablet lacks,
 * small ones first. Each by the hash of its bytes, so doing it twice changes nothing.
 */
export async function mediaRound(db: StallDb, hub: HubAddress, signal?: AbortSignal): Promise<MediaRound> {
  const round = { sent: 0, fetched: 0, isAway: false };
  if (await isAllSent(db)) {
    for (const hash of await unsentMedia(db)) {
      if (signal?.aborted) return round;
      const outcome = await upload(db, hub, hash);
      if (outcome === 'away') return { ...round, isAway: true };
      if (outcome === 'sent') round.sent++;
    }
  }
  for (const hash of await missingMedia(db)) {
    // A full tablet put them away to write a sale: they come back when there is room, not to fill it again.
    if (signal?.aborted || !(await hasRoomForPictures())) return round;
    const outcome = await fetchMedium(db, hub, hash);
    if (outcome === 'away') return { ...round, isAway: true };
    if (outcome === 'fetched') round.fetched++;
  }
  return round;
}

/** Keeps rounds going for as long as the page lives; nothing of a sale ever waits for one. */
export function startMediaLoop(db: StallDb, hub: HubAddress): { stop(): void } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let tries = 0;
  const schedule = (wait: number) => {
    if (signal.aborted || isRunning) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), wait);
  };
  const run = async () => {
    isRunning = true;
    // Storage that went away under us is read again at the next round.
    const round = await asOnlyTab(db, () => mediaRound(db, hub, signal)).catch(() => undefined);
    isRunning = false;
    tries = round && !round.isAway ? 0 : tries + 1;
    schedule(tries === 0 ? QUIET : Math.random() * Math.min(LONGEST_WAIT, 2_000 * 2 ** Math.min(tries, 8)));
  };
  let before = { toSend: 0, missing: 0 };
  const watch = liveQuery(async () => ({
    toSend: (await isAllSent(db)) ? (await unsentMedia(db)).length : 0,
    missing: (await missingMedia(db)).length,
  })).subscribe({
    next: (now) => {
      // Only what is new: a picture that the hub does not have either is not asked for again after each sale.
      if (tries === 0 && (now.toSend > before.toSend || now.missing > before.missing)) schedule(SOON);
      before = now;
    },
    error: () => undefined,
  });
  globalThis.addEventListener?.(
    'online',
    () => {
      tries = 0;
      schedule(SOON);
    },
    { signal },
  );
  schedule(SOON);
  return {
    stop() {
      stopping.abort();
      clearTimeout(timer);
      watch.unsubscribe();
    },
  };
}

const SOON = 1_000;
const QUIET = 120_000;
const LONGEST_WAIT = 300_000;

/** But for what waits for a person to carry it. */
async function isAllSent(db: StallDb): Promise<boolean> {
  const { unsent, held } = await readUnsent(db);
  return unsent === held;
}

async function unsentMedia(db: StallDb): Promise<readonly Hash[]> {
  return db.media.where('sent').equals(0).primaryKeys();
}

/** What the works name and this tablet does not hold: all small and middle ones, then the large. */
async function missingMedia(db: StallDb): Promise<readonly Hash[]> {
  const { works } = await readCatalogue(db);
  const pictures = works.flatMap(({ picture, retired }) => (picture && !retired ? [picture] : []));
  const wanted = new Set([
    ...pictures.map(({ medium }) => medium),
    ...pictures.map(({ small }) => small),
    ...pictures.flatMap(({ large }) => large ?? []),
  ]);
  const held = new Set(await db.media.toCollection().primaryKeys());
  return [...wanted].filter((hash) => !held.has(hash));
}

async function upload(db: StallDb, hub: HubAddress, hash: Hash): Promise<'sent' | 'refused' | 'away'> {
  const row = await db.media.get(hash);
  if (!row) return 'refused';
  const response = await call(hub, hash, { method: 'PUT', body: row.bytes, type: row.type });
  if (response?.status === 204) {
    await db.media.update(hash, { sent: 1 });
    return 'sent';
  }
  // A hub that will not have it says so each time; anything else (a portal's page, no answer) may pass.
  return response && isFinal(response) ? 'refused' : 'away';
}

async function fetchMedium(db: StallDb, hub: HubAddress, hash: Hash): Promise<'fetched' | 'refused' | 'away'> {
  const response = await call(hub, hash, { method: 'GET' });
  if (response?.status !== 200) return response && isFinal(response) ? 'refused' : 'away';
  const type = response.headers.get('content-type') ?? '';
  const bytes = await response.arrayBuffer().catch(() => undefined);
  if (!bytes) return 'away';
  const isIt = type.startsWith('image/') && bytes.byteLength <= MOST_BYTES;
  if (!isIt || toBase64Url(sha256(new Uint8Array(bytes))) !== hash) return 'refused';
  await db.media.put({ hash, type, bytes, sent: 1 });
  return 'fetched';
}

/** The hub's own no: JSON, and not one that asks to come back. */
function isFinal(response: Response): boolean {
  const isOurs = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return isOurs && [400, 404, 413, 415].includes(response.status);
}

async function call(
  hub: HubAddress,
  hash: Hash,
  what: { readonly method: 'GET' } | { readonly method: 'PUT'; readonly body: ArrayBuffer; readonly type: string },
): Promise<Response | undefined> {
  try {
    return await hub.fetch(`${hub.url}/api/media/${hash}`, {
      method: what.method,
      ...(what.method === 'PUT' ? { body: what.body } : {}),
      headers: {
        authorization: `Bearer ${hub.token}`,
        ...(what.method === 'PUT' ? { 'content-type': what.type } : {}),
      },
      signal: AbortSignal.timeout(TIMEOUT),
      redirect: 'error',
    });
  } catch {
    return undefined;
  }
}

async function asOnlyTab(db: StallDb, work: () => Promise<MediaRound>): Promise<MediaRound> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  const nothing = { sent: 0, fetched: 0, isAway: false };
  return locks.request(`imago-media-${db.collective}`, { ifAvailable: true }, (lock) => (lock ? work() : nothing));
}
