import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { parseEnvelope } from '../../journal/check.ts';
import type { DeviceId } from '../../journal/device-key.ts';
import { LIMITS, type SignedHead, type WireEntry } from '../../sync/protocol.ts';
import { Refused } from '../http/refused.ts';
import type { Checked } from '../storage/journal.ts';
import { isSignedBy } from './verify-head.ts';

/** Entries parsed and hashed in a row: a few milliseconds. */
const AT_ONCE = 100;

/** The entries of one device in a request, in its order, and its word for the last of them. */
export interface Chain {
  readonly device: DeviceId;
  readonly entries: readonly Checked[];
  /** Its signature has been verified. */
  readonly signed: SignedHead | undefined;
}

/**
 * Parses and checks every entry: shape, size, collective, hashes, numbers without gaps per device, links between them,
 * signatures. What only the journal can tell (does it continue?) comes later, in the transaction. Others' requests are
 * answered in between.
 * @param where the place of an entry, for the refusal's words: "entry 3 of the request"
 * @throws Refused `malformed`, naming the first entry that does not fit
 */
export async function checkEntries(
  wire: readonly WireEntry[],
  signed: Readonly<Record<DeviceId, SignedHead>>,
  collective: string,
  where = (at: number) => `entry ${at + 1} of the request`,
): Promise<readonly Chain[]> {
  const chains = new Map<DeviceId, Checked[]>();
  for (const [at, one] of wire.entries()) {
    if (at > 0 && at % AT_ONCE === 0) await setImmediate();
    const checked = checkEntry(one, collective, where(at));
    const chain = chains.get(checked.envelope.device) ?? [];
    const last = chain.at(-1);
    if (last && !follows(last, checked))
      throw new Refused('malformed', `${where(at)} does not follow the one before it of its device`);
    chain.push(checked);
    chains.set(checked.envelope.device, chain);
  }
  return await Promise.all(
    [...chains].map(async ([device, entries]): Promise<Chain> => {
      const head = signed[device];
      return { device, entries, signed: head && (await isSignedBy(collective, device, head)) ? head : undefined };
    }),
  );
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
