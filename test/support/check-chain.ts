import { continues, parseEnvelope } from '../../src/journal/check.ts';
import type { Entry, Head } from '../../src/journal/entry.ts';

/**
 * Checks a device's entries from the first on: each hash, each payload, each link.
 * @returns how many they are
 * @throws naming the first that does not fit
 */
export function checkChain(entries: readonly Entry[], collective: string): number {
  let head: Head | undefined;
  for (const [at, entry] of entries.entries()) {
    const envelope = parseEnvelope(entry, collective);
    if (typeof envelope === 'string') throw new Error(`entry ${at + 1}: ${envelope}`);
    if (!continues(envelope, head)) throw new Error(`entry ${at + 1} does not continue the one before it`);
    head = { n: envelope.n, hash: entry.hash };
  }
  return entries.length;
}
