import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** base64url SHA-256, 43 characters, no padding. */
export type Hash = string;

/**
 * base64url SHA-256 of a text's UTF-8 bytes.
 * Synchronous on purpose: it runs inside IndexedDB transactions, which end when anything foreign is awaited.
 */
export function hashText(text: string): Hash {
  return toBase64Url(sha256(utf8ToBytes(text)));
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    text += SIGNS.charAt(a >> 2) + SIGNS.charAt(((a & 3) << 4) | (b >> 4));
    if (i + 1 < bytes.length) text += SIGNS.charAt(((b & 15) << 2) | (c >> 6));
    if (i + 2 < bytes.length) text += SIGNS.charAt(c & 63);
  }
  return text;
}

/**
 * Bytes of a base64url text without padding.
 * @throws RangeError if a character is not base64url: parse outside input with a schema first
 */
export function fromBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const sign of text) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) throw new RangeError(`not base64url: ${JSON.stringify(sign)}`);
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
  }
  return bytes;
}
