import { genesis, joinRead, type Entry, type Envelope, type Head, type Payload, type Read } from './entry.ts';
import { hashText, type Hash } from './hash.ts';

/** Why a text from outside is not an entry of ours. */
type EntryFault =
  'not-json' | 'not-an-envelope' | 'other-collective' | 'other-hash' | 'other-payload' | 'breaks-the-chain';

const BASE64URL = /^[A-Za-z0-9_-]{43}$/;
const DEVICE = /^[A-HJ-NP-Z2-9]{16}$/;
const STAMP = /^\d{15}-\d{4}-[A-HJ-NP-Z2-9]{16}$/;
const KEYS = ['v', 'collective', 'device', 'n', 'at', 'stamp', 'by', 'about', 'day', 'type', 'prev', 'payload'];

/**
 * Parses and checks one envelope text from outside: shape, key order, and that its hash is the one it is known by.
 * By hand and not by schema, because it runs for each of 100,000 entries of a first exchange.
 * @param hash the hub brings the platform's own, which is several times faster than the one that runs everywhere
 */
export function parseEnvelope(
  entry: Entry,
  collective: string,
  hash: (text: string) => Hash = hashText,
): Envelope | EntryFault {
  const value = parseJson(entry.envelope);
  if (value === undefined) return 'not-json';
  if (!isEnvelope(value)) return 'not-an-envelope';
  if (value.collective !== collective) return 'other-collective';
  if (hash(entry.envelope) !== entry.hash) return 'other-hash';
  if (entry.payload !== null && hash(entry.payload) !== value.payload) return 'other-payload';
  return value;
}

/** Whether `envelope` is the one that follows `head` in its device's chain. */
export function continues(envelope: Envelope, head: Head | undefined): boolean {
  const prev = head?.hash ?? genesis(envelope.collective, envelope.device);
  return envelope.n === (head?.n ?? 0) + 1 && envelope.prev === prev;
}

/** Reads a checked entry; undefined when it is sealed, or when its payload is not one (kept, set aside for a person). */
export function readEntry(entry: Entry, envelope: Envelope): Read | undefined {
  if (entry.payload === null) return undefined;
  const payload = parseJson(entry.payload);
  return isPayload(payload) ? joinRead(entry.hash, envelope, payload) : undefined;
}

/** The parsed envelope of a text that was checked when it came in. */
export function trustedEnvelope(entry: Entry): Envelope {
  return JSON.parse(entry.envelope) as Envelope;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isPayload(value: unknown): value is Payload {
  return isRecord(value) && typeof value['salt'] === 'string' && 'body' in value;
}

function isEnvelope(value: unknown): value is Envelope {
  if (!isRecord(value) || value['v'] !== 1) return false;
  const keys = Object.keys(value).filter((key) => key !== 'again');
  if (keys.length !== KEYS.length || keys.some((key, at) => key !== KEYS[at])) return false;
  const { collective, device, n, at, stamp, by, about, day, type, prev, payload, again } = value;
  return (
    [collective, by, about, day, type].every((text) => typeof text === 'string' && text.length <= 200) &&
    typeof device === 'string' &&
    DEVICE.test(device) &&
    Number.isSafeInteger(n) &&
    Number(n) > 0 &&
    Number.isSafeInteger(at) &&
    typeof stamp === 'string' &&
    STAMP.test(stamp) &&
    [prev, payload].every((hash) => typeof hash === 'string' && BASE64URL.test(hash)) &&
    (again === undefined || (typeof again === 'string' && BASE64URL.test(again)))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
