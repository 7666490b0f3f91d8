import type { PinHash } from '../domain/people/facts.ts';
import { fromBase64Url, toBase64Url } from '../journal/hash.ts';
import type { StallDb } from './db.ts';
import { readMeta, writeMeta } from './device.ts';
import type { Stall } from './stall.tsx';

/** Slow on purpose: a stolen tablet should not give up four digits in a second. */
const ROUNDS = 310_000;

/** So many wrong ones in a row, and each further try waits. */
const TRIES = 5;
const WAIT_MS = 60_000;

/** `wait`: not looked at, because too many wrong ones came before. */
type PinAnswer = 'right' | 'wrong' | 'wait';

/** Never inside a transaction: WebCrypto ends it. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt: toBase64Url(salt), hash: await derive(pin, salt, ROUNDS), rounds: ROUNDS };
}

/**
 * What a lead's PIN is asked against before a refund or an export: null where none is needed, on leads' tablets and
 * where the collective has set none.
 */
export function leadPin({ device, catalogue }: Pick<Stall, 'device' | 'catalogue'>): PinHash | null {
  return device.class === 'stall' ? catalogue.collective.leadPin : null;
}

/** Asks whether a PIN is the lead's. Tries are counted on the tablet: neither a reload nor a new sheet gives new ones. */
export async function askPin({ db, now }: Pick<Stall, 'db' | 'now'>, pin: string, held: PinHash): Promise<PinAnswer> {
  // Counted before the slow part, so that many asked at once are counted too.
  if (!(await takeTry(db, now()))) return 'wait';
  if (!(await isPin(pin, held))) return 'wrong';
  await writeMeta(db, 'pinTries', { wrong: 0, at: now() });
  return 'right';
}

/** `askPin` against the lead's PIN: null where none is needed. */
export function leadAsked(stall: Stall): ((pin: string) => Promise<PinAnswer>) | null {
  const held = leadPin(stall);
  return held && ((pin) => askPin(stall, pin, held));
}

function takeTry(db: StallDb, now: number): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const { wrong, at } = (await readMeta(db, 'pinTries')) ?? { wrong: 0, at: 0 };
    // A clock set back does not lock for longer than the wait.
    const passed = Math.abs(now - at);
    if (wrong >= TRIES && passed < WAIT_MS) return false;
    await writeMeta(db, 'pinTries', { wrong: wrong + 1, at: now });
    return true;
  });
}

async function isPin(pin: string, held: PinHash): Promise<boolean> {
  return (await derive(pin, fromBase64Url(held.salt), held.rounds)) === held.hash;
}

async function derive(pin: string, salt: Uint8Array, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: Uint8Array.from(salt), iterations },
    key,
    256,
  );
  return toBase64Url(new Uint8Array(bits));
}
