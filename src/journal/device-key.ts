import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase32 } from './base32.ts';
import { fromBase64Url, toBase64Url, type Hash } from './hash.ts';

/** 16 signs: the first 80 bits of SHA-256 of a device's Ed25519 public key. A new key is a new device. */
export type DeviceId = string;

/** Keys as base64url, so that they can be stored anywhere. */
export interface DeviceKey {
  readonly device: DeviceId;
  readonly publicKey: string;
  readonly secretKey: string;
}

/** @param seed 32 random bytes; the caller brings the randomness */
export function makeDeviceKey(seed: Uint8Array): DeviceKey {
  const publicKey = toBase64Url(ed25519.getPublicKey(seed));
  return { device: deviceIdOf(publicKey), publicKey, secretKey: toBase64Url(seed) };
}

/** The only id a public key can have. */
export function deviceIdOf(publicKey: string): DeviceId {
  return toBase32(sha256(fromBase64Url(publicKey)).slice(0, 10));
}

/** Signs the head of a device: "entry n of mine is this one". */
export function signHead(key: DeviceKey, collective: string, n: number, hash: Hash): string {
  return toBase64Url(ed25519.sign(headText(collective, key.device, n, hash), fromBase64Url(key.secretKey)));
}

/** Whether `signature` over this head was made with `publicKey`; never throws, whatever comes in. */
export function verifyHead(
  publicKey: string,
  collective: string,
  head: { readonly device: DeviceId; readonly n: number; readonly hash: Hash },
  signature: string,
): boolean {
  try {
    if (deviceIdOf(publicKey) !== head.device) return false;
    return ed25519.verify(
      fromBase64Url(signature),
      headText(collective, head.device, head.n, head.hash),
      fromBase64Url(publicKey),
    );
  } catch {
    return false;
  }
}

/** Signs that who holds this key is `present` now: a tablet that joined anew, speaking for what it was before. */
export function signSuccessor(key: DeviceKey, collective: string, present: DeviceId): string {
  return toBase64Url(ed25519.sign(successorText(collective, key.device, present), fromBase64Url(key.secretKey)));
}

/** What is signed, here and below: verified elsewhere too, where there is a faster way. */
export function successorText(collective: string, former: DeviceId, present: DeviceId): Uint8Array {
  return utf8ToBytes(`imago-successor 1\n${collective}\n${former}\n${present}`);
}

export function headText(collective: string, device: DeviceId, n: number, hash: Hash): Uint8Array {
  return utf8ToBytes(`imago-head 1\n${collective}\n${device}\n${n}\n${hash}`);
}
