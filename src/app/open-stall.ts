import { rebuild } from '../store/rebuild.ts';
import { StallDb, type OwnDevice } from '../store/db.ts';
import { ownDevice, randomText } from '../store/device.ts';
import { knownCollectives, lastOpenedOr, rememberCollective } from './registry.ts';
import { isRehearsal, REHEARSAL } from '../store/rehearsal.ts';
import { closedName, isStorageFull } from '../store/storage-names.ts';
import { beginCollective } from './first-collective.ts';
import type { Unopened } from './stopped.tsx';

/** An open database with this tablet's identity in it, folded with this build's projections. */
export interface OpenStall {
  readonly db: StallDb;
  readonly device: OwnDevice;
}

/**
 * Opens the collective used last, or makes the tablet's first. Refolds what this build folds differently, with
 * progress: nothing can be sold while that runs, which is why updates wait for a closed till.
 */
export async function openLastStall(onProgress: (done: number, total: number) => void): Promise<OpenStall> {
  if (isRehearsing()) return openStall(new StallDb(REHEARSAL), onProgress);
  const now = Date.now();
  const db = new StallDb(await lastOpenedOr(randomText(), now));
  const opened = await openStall(db, onProgress);
  await beginCollective(db, now);
  return opened;
}

async function openStall(db: StallDb, onProgress: (done: number, total: number) => void): Promise<OpenStall> {
  await rebuild(db, onProgress);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const made = { letters: 'A', name: 'Tablet A', class: 'lead' as const, now: Date.now() };
  const device = await ownDevice(db, made, seed);
  if (!isRehearsal(db)) await rememberCollective(db.collective, Date.now());
  return { db, device };
}

/** What the app says instead of opening: the storage's doing, or a bug that the entries survive. */
export async function whyUnopened(thrown: unknown): Promise<Unopened> {
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  if (closedName(thrown) !== undefined || isStorageFull(thrown)) return { kind: 'closed', detail };
  const known = await knownCollectives().catch(() => []);
  const last = known.toSorted((a, b) => b.openedAt - a.openedAt)[0];
  return { kind: 'bug', detail, ...(last ? { db: new StallDb(last.id) } : {}) };
}

/** Asks the browser to keep what is here; its answer is shown in the settings. */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** For this tab alone, and gone with it: a tablet that is started again sells for real. */
export function markRehearsing(on: boolean): void {
  if (on) sessionStorage.setItem(REHEARSAL, '1');
  else sessionStorage.removeItem(REHEARSAL);
}

function isRehearsing(): boolean {
  return sessionStorage.getItem(REHEARSAL) === '1';
}
