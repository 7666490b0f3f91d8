import type { PinHash } from '../domain/people/facts.ts';
import { fromBase64Url, toBase64Url } from '../journal/hash.ts';
import type { Stall } from './stall.tsx';

/** Slow on purpose: a stolen tablet should not give up four digits in a second. */
const ROUNDS = 310_000;

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

export async function isPin(pin: string, held: PinHash): Promise<boolean> {
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
