import { ALPHABET } from '../../journal/base32.ts';
import { hashText, toBase64Url } from '../../journal/hash.ts';
import type { Hub } from '../hub.ts';

/** A tablet's token: 256 random bits, so a plain SHA-256 at rest is enough (nothing to guess). */
export function makeToken(hub: Hub): string {
  return toBase64Url(hub.randomBytes(32));
}

/** 128 random bits for a link. */
export function makeLinkSecret(hub: Hub): string {
  return toBase64Url(hub.randomBytes(16));
}

/** 8 signs that can be read out and typed, 40 random bits: good for 15 minutes and few attempts. */
export function makeShortCode(hub: Hub): string {
  return [...hub.randomBytes(8)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
}

/** What is stored of a token or code. Short codes may be typed in small letters, with spaces and dashes. */
export function hashSecret(secret: string): string {
  const typed = secret.replace(/[\s-]/g, '').toUpperCase();
  return hashText(typed.length === 8 ? typed : secret);
}
