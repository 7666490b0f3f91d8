import { createHash } from 'node:crypto';
import { parseEnvelope } from '../../journal/check.ts';
import { verifyHead, type DeviceId } from '../../journal/device-key.ts';
import { LIMITS, type SignedHead, type WireEntry } from '../../sync/protocol.ts';
import { Refused } from '../http/refused.ts';
import type { Checked } from '../storage/journal.ts';

/** The entries of one device in a request, in its order, and its word for the last of them. */
export interface Chain {
  readonly device: DeviceId;
  readonly entries: readonly Checked[];
  /** Its signature has been verified. */
  readonly signed: SignedHead | undefined;
}

/**
 * Parses and checks every entry: shape, size, collective, hashes, numbers without gaps per device, links between them,
 * signatures. What only the journal can tell (does it continue?) comes later, in the transaction.
 * @param where what the entries came in, for the refusal's words: "entry 3 of the request"
 * @throws Refused `malformed`, naming the first entry that does not fit
 */
export function checkEntries(
  wire: readonly WireEntry[],
  signed: Readonly<Record<DeviceId, SignedHead>>,
  collective: string,
  where = 'the request',
): readonly Chain[] {
  const chains = new Map<DeviceId, Checked[]>();
  for (const [at, one] of wire.entries()) {
    const checked = checkEntry(one, collective, `entry ${at + 1} of ${where}`);
    const chain = chains.get(checked.envelope.device) ?? [];
    const last = chain.at(-1);
    if (last && !follows(last, checked))
      throw new Refused('malformed', `entry ${at + 1} of ${where} does not follow the one before it of its device`);
    chain.push(checked);
    chains.set(checked.envelope.device, chain);
  }
  return [...chains].map(([device, entries]) => ({
    device,
    entries,
    signed: verified(signed[device], collective, device),
  }));
}

function checkEntry(wire: WireEntry, collective: string, where: string): Checked {
  const [envelopeText, payload] = wire;
  const entry = { hash: fastHash(envelopeText), envelope: envelopeText, payload };
  if (sizeOf(wire) > LIMITS.entryBytes) throw new Refused('malformed', `${where} is larger than an entry may be`);
  // No JSON holds one, and SQLite ends a text there: what was stored would not be what was hashed.
  if (payload?.includes('\0')) throw new Refused('malformed', `${where}: a zero byte in its payload`);
  const envelope = parseEnvelope(entry, collective, fastHash);
  if (typeof envelope === 'string') throw new Refused('malformed', `${where}: ${envelope}`);
  return { entry, envelope };
}

/** The same base64url SHA-256 as journal/hash.ts, by the platform. */
function fastHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}

function sizeOf([envelope, payload]: WireEntry): number {
  return Buffer.byteLength(envelope) + (payload === null ? 0 : Buffer.byteLength(payload));
}

function follows(before: Checked, after: Checked): boolean {
  return after.envelope.n === before.envelope.n + 1 && after.envelope.prev === before.entry.hash;
}

function verified(head: SignedHead | undefined, collective: string, device: DeviceId): SignedHead | undefined {
  if (!head) return undefined;
  return verifyHead(head.publicKey, collective, { device, n: head.n, hash: head.hash }, head.signature)
    ? head
    : undefined;
}
