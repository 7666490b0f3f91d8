import type { DeviceId } from './device-key.ts';
import { hashText, type Hash } from './hash.ts';
import { nextStamp, type Instant, type Stamp } from './stamp.ts';

/** The envelope of an entry. Stored and sent as text, in this key order; readers parse a copy. */
export interface Envelope {
  readonly v: 1;
  readonly collective: string;
  /** A tablet, or the hub. */
  readonly device: DeviceId;
  /** 1, 2, 3 … per device, no gaps. */
  readonly n: number;
  /** Wall clock, for people; never changed later. */
  readonly at: Instant;
  /** Causal order, for machines. */
  readonly stamp: Stamp;
  /** The person. */
  readonly by: string;
  /** What it is about (a sale, a work, a drawer); '' if private. */
  readonly about: string;
  /** The market day selected on the tablet; '' outside one, and if private. */
  readonly day: string;
  /** `subject.happened`, or `private` for facts only leads may read. */
  readonly type: string;
  /** After a fork: the hash of the first envelope this one stands for. */
  readonly again?: Hash;
  /** Of this device's previous envelope; the first: of `collective + "\n" + device`. */
  readonly prev: Hash;
  /** Of the payload's text. */
  readonly payload: Hash;
}

/** What is stored and sent: two texts, known by the hash of the first. */
export interface Entry {
  readonly hash: Hash;
  readonly envelope: string;
  /** null: sealed. The receiver may not read it; number and chain stay whole. */
  readonly payload: string | null;
}

/** The payload's text, parsed. `type`, `about` and `day` are there when the envelope's type is `private`. */
export interface Payload {
  /** 16 random bytes, base64url: a withheld payload cannot be guessed from its hash. */
  readonly salt: string;
  readonly type?: string;
  readonly about?: string;
  readonly day?: string;
  readonly body: unknown;
}

/** What a person or a machine says has happened, before it is written down. */
export interface FactText {
  readonly type: string;
  readonly about: string;
  readonly body: unknown;
  readonly isPrivate?: boolean;
}

/** An entry that can be read: envelope parsed, private fields put where public ones are. */
export interface Read<Body = unknown> {
  readonly hash: Hash;
  /** Fold identity: the first envelope this fact was written in. */
  readonly first: Hash;
  readonly device: DeviceId;
  readonly n: number;
  readonly at: Instant;
  readonly stamp: Stamp;
  readonly by: string;
  readonly about: string;
  readonly day: string;
  readonly type: string;
  readonly body: Body;
}

/** Where a device stands: its newest entry. */
export interface Head {
  readonly n: number;
  readonly hash: Hash;
}

/** Who writes, and from where. */
interface Writer {
  readonly collective: string;
  readonly device: DeviceId;
  readonly by: string;
  readonly day: string;
}

/** What `prev` of a device's first entry is. */
export function genesis(collective: string, device: DeviceId): Hash {
  return hashText(`${collective}\n${device}`);
}

/**
 * Writes a fact down as the next entry of a device.
 * @param head the device's newest entry so far, undefined if none
 * @param latestSeen the greatest stamp this device has read or made
 * @param salt 16 random bytes as base64url
 */
export function writeEntry(
  fact: FactText,
  writer: Writer,
  head: Head | undefined,
  latestSeen: Stamp | undefined,
  now: Instant,
  salt: string,
): { readonly entry: Entry; readonly read: Read } {
  const hidden = fact.isPrivate === true;
  const payload = JSON.stringify(
    hidden
      ? ({ salt, type: fact.type, about: fact.about, day: writer.day, body: fact.body } satisfies Payload)
      : ({ salt, body: fact.body } satisfies Payload),
  );
  const envelope: Envelope = {
    v: 1,
    collective: writer.collective,
    device: writer.device,
    n: (head?.n ?? 0) + 1,
    at: now,
    stamp: nextStamp(now, latestSeen, writer.device),
    by: writer.by,
    about: hidden ? '' : fact.about,
    day: hidden ? '' : writer.day,
    type: hidden ? 'private' : fact.type,
    prev: head?.hash ?? genesis(writer.collective, writer.device),
    payload: hashText(payload),
  };
  const text = JSON.stringify(envelope);
  const entry = { hash: hashText(text), envelope: text, payload };
  // What is folded is what was written, not what was handed over: a value JSON cannot carry must not look stored.
  return { entry, read: joinRead(entry.hash, envelope, JSON.parse(payload) as Payload) };
}

/**
 * Writes an entry down again as the next of another device, after a fork: everything but device, number and link stays,
 * and `again` names the first envelope it stands for, so that it is folded once wherever both arrive.
 */
export function writeAgain(entry: Entry, envelope: Envelope, device: DeviceId, head: Head | undefined): Entry {
  const { v, collective, at, stamp, by, about, day, type, payload } = envelope;
  const place = { v, collective, device, n: (head?.n ?? 0) + 1 };
  const again = envelope.again ?? entry.hash;
  const prev = head?.hash ?? genesis(collective, device);
  const text = JSON.stringify({ ...place, at, stamp, by, about, day, type, again, prev, payload } satisfies Envelope);
  return { hash: hashText(text), envelope: text, payload: entry.payload };
}

/** Joins a parsed envelope with its parsed payload. */
export function joinRead(hash: Hash, envelope: Envelope, payload: Payload): Read {
  const { device, n, at, stamp, by } = envelope;
  const hidden = envelope.type === 'private';
  return {
    hash,
    first: envelope.again ?? hash,
    device,
    n,
    at,
    stamp,
    by,
    about: hidden ? (payload.about ?? '') : envelope.about,
    day: hidden ? (payload.day ?? '') : envelope.day,
    type: hidden ? (payload.type ?? 'private') : envelope.type,
    body: payload.body,
  };
}
