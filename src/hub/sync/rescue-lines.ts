import * as v from 'valibot';
import { LIMITS, RescueHeader, RescueSignature, WireEntry, type SignedHead } from '../../sync/protocol.ts';
import { Refused } from '../http/refused.ts';

/** An entry of the largest size, written with an escape for each of its signs. */
const LINE_BYTES = LIMITS.entryBytes * 8;
/** What a batch may hold before its signature must come: what a request may bring. */
const BATCH_BYTES = LIMITS.unzippedBytes;

/** What a section of a rescue file consists of, in this order: a header, then batches. `line`: of the batch's first entry. */
export type RescuePart =
  | { readonly kind: 'header'; readonly header: RescueHeader }
  | {
      readonly kind: 'batch';
      readonly line: number;
      readonly entries: readonly WireEntry[];
      readonly head: SignedHead;
    };

/**
 * Parses a rescue file while it comes in; no more than a batch of it is held.
 * @throws Refused `malformed`, naming the line
 */
export async function* rescueParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RescuePart> {
  let hasHeader = false;
  let entries: WireEntry[] = [];
  let [first, size] = [0, 0];
  for await (const { at, text } of linesOf(bytes)) {
    const value = parseLine(text, at);
    if (!hasHeader) {
      yield { kind: 'header', header: readHeader(value, at) };
      hasHeader = true;
      continue;
    }
    const signature = v.safeParse(RescueSignature, value);
    if (signature.success && entries.length > 0) {
      yield { kind: 'batch', line: first, entries, head: signature.output.signedHead };
      [entries, size] = [[], 0];
      continue;
    }
    // Between batches, another identity of the same tablet may begin.
    if (entries.length === 0 && !Array.isArray(value)) {
      yield { kind: 'header', header: readHeader(value, at) };
      continue;
    }
    const entry = v.safeParse(WireEntry, value);
    if (!entry.success) throw new Refused('malformed', `line ${at}: not an entry`);
    if (entries.length === 0) first = at;
    entries.push(entry.output);
    size += text.length;
    if (entries.length > LIMITS.requestEntries || size > BATCH_BYTES)
      throw new Refused('malformed', `line ${at}: so many entries without a signature are not taken`);
  }
  if (!hasHeader) throw new Refused('malformed', 'line 1: not the head of a rescue file');
  if (entries.length > 0)
    throw new Refused('malformed', `line ${first}: the file ends before these entries are signed`);
}

/** Lines with their numbers, from 1; empty ones are passed over. UTF-8 and nothing else: a replaced sign would change a hash. */
async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly at: number; readonly text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 1;
  let begun: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array) => {
    begun.push(piece);
    size += piece.byteLength;
    if (size > LINE_BYTES) throw new Refused('malformed', `line ${at}: longer than an entry can be`);
  };
  const end = () => {
    try {
      const text = decoder.decode(Buffer.concat(begun));
      [begun, size] = [[], 0];
      return { at: at++, text };
    } catch {
      throw new Refused('malformed', `line ${at}: not UTF-8`);
    }
  };
  for await (const piece of bytes) {
    let from = 0;
    for (let to = piece.indexOf(10); to >= 0; to = piece.indexOf(10, from)) {
      take(piece.subarray(from, to));
      const line = end();
      if (line.text.trim() !== '') yield line;
      from = to + 1;
    }
    take(piece.subarray(from));
  }
  const last = end();
  if (last.text.trim() !== '') yield last;
}

function readHeader(value: unknown, at: number): RescueHeader {
  const header = v.safeParse(RescueHeader, value);
  if (header.success) return header.output;
  const other = v.safeParse(v.object({ kind: v.literal('imago-rescue'), version: v.number() }), value);
  throw new Refused(
    'malformed',
    other.success && other.output.version !== RescueHeader.entries.version.literal
      ? `line ${at}: a rescue file of version ${other.output.version}; this hub reads version ${RescueHeader.entries.version.literal}`
      : `line ${at}: not the head of a rescue file`,
  );
}

function parseLine(line: string, at: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new Refused('malformed', `line ${at}: not JSON; the file may have been cut off`);
  }
}
