import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { deviceIdOf, headText, successorText, type DeviceId } from '../../journal/device-key.ts';
import type { SignedHead } from '../../sync/protocol.ts';

const verifyAside = promisify<null, Uint8Array, KeyObject, Uint8Array, boolean>(verify);

/**
 * The same answer as journal/device-key.ts, by the platform: several times faster, and on another thread, so that a
 * request with many signed heads keeps nobody else waiting. Never throws, whatever comes in.
 */
export function isSignedBy(collective: string, device: DeviceId, head: SignedHead): Promise<boolean> {
  const { publicKey, n, hash, signature } = head;
  return isSignature(device, publicKey, headText(collective, device, n, hash), signature);
}

/** Whether `former` says of itself that it is `present` now. @param publicKey of `former` */
export function isSucceededBy(
  collective: string,
  former: DeviceId,
  publicKey: string,
  present: DeviceId,
  signature: string,
): Promise<boolean> {
  return isSignature(former, publicKey, successorText(collective, former, present), signature);
}

async function isSignature(device: DeviceId, x: string, text: Uint8Array, signature: string): Promise<boolean> {
  try {
    if (deviceIdOf(x) !== device) return false;
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return await verifyAside(null, text, key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
