import { fact, type FactBody, type FactType } from '../../src/domain/fact.ts';
import { makeDeviceKey, signHead, type DeviceKey } from '../../src/journal/device-key.ts';
import { writeEntry, type Entry, type FactText, type Head } from '../../src/journal/entry.ts';
import { hashText, toBase64Url } from '../../src/journal/hash.ts';
import {
  PROTOCOL,
  toWire,
  type EnrolReply,
  type Refusal,
  type SignedHead,
  type SyncReply,
  type SyncRequest,
} from '../../src/sync/protocol.ts';

/** Anything with Hono's `request`: the app itself, or a fetch to a process. */
export interface Door {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/**
 * A tablet as the hub sees it: a key, a chain of entries, a token. It has no database and no engine, so that a test can
 * send whatever a real one never would.
 */
export class WireTablet {
  readonly key: DeviceKey;
  readonly entries: Entry[] = [];
  collective: string;
  token = '';
  enrolled: EnrolReply | undefined;
  #latest: string | undefined;
  #clock = Date.UTC(2026, 5, 13, 9);

  constructor(collective: string, seed: number) {
    this.collective = collective;
    this.key = makeDeviceKey(new Uint8Array(32).map((_, at) => (seed * 7 + at * 13) % 256));
  }

  get head(): Head | undefined {
    return this.entries.length === 0 ? undefined : { n: this.entries.length, hash: this.entries.at(-1)?.hash ?? '' };
  }

  write(text: FactText): Entry {
    const writer = { collective: this.collective, device: this.key.device, by: 'mira', day: '2026-06-13' };
    const salt = toBase64Url(new Uint8Array(16).map((_, at) => (this.entries.length * 31 + at) % 256));
    const { entry, read } = writeEntry(text, writer, this.head, this.#latest, this.#clock++, salt);
    this.#latest = read.stamp;
    this.entries.push(entry);
    return entry;
  }

  /** An entry with a payload text that our own code would not make. */
  writeRaw(type: string, payload: string): void {
    const { envelope } = this.write({ type, about: '', body: null });
    this.entries.pop();
    const text = envelope.replace(/"payload":"[^"]+"/, `"payload":"${hashText(payload)}"`);
    this.entries.push({ hash: hashText(text), envelope: text, payload });
  }

  fact<T extends FactType>(type: T, about: string, body: FactBody<T>): Entry {
    return this.write(fact(type, about, body));
  }

  /** Lets its clock run on, so that what it writes next differs from what another copy of it wrote. */
  skip(ms: number): void {
    this.#clock += ms;
  }

  /** Small facts, for chains whose content does not matter. */
  scribble(count: number): void {
    for (let at = 0; at < count; at++)
      this.write({ type: 'note.taken', about: 'a', body: { at: this.entries.length } });
  }

  signed(n = this.entries.length): SignedHead | null {
    const entry = this.entries[n - 1];
    if (!entry) return null;
    const signature = signHead(this.key, this.collective, n, entry.hash);
    return { n, hash: entry.hash, signature, publicKey: this.key.publicKey };
  }

  /** A request with the own entries `from` to `to`, both included, signed as it should be. */
  request(from = 1, to = this.entries.length, more: Partial<SyncRequest> = {}): SyncRequest {
    return {
      protocol: PROTOCOL,
      collective: this.collective,
      request: `r${from}-${to}`,
      life: null,
      last: to >= from ? this.signed(to) : null,
      heads: this.head ? { [this.key.device]: this.head } : {},
      entries: this.entries.slice(from - 1, to).map(toWire),
      ...more,
    };
  }

  async enrol(door: Door, code: string, name = 'Till', letters?: string): Promise<EnrolReply> {
    const { publicKey } = this.key;
    const response = await this.post(door, '/api/enrol', { code, publicKey, name, ...(letters ? { letters } : {}) });
    if (!response.ok) throw new Error(`not enrolled: ${await response.text()}`);
    const reply = (await response.json()) as EnrolReply;
    this.token = reply.token;
    this.enrolled = reply;
    return reply;
  }

  async sync(door: Door, request: SyncRequest = this.request()): Promise<SyncReply> {
    const response = await this.post(door, '/api/sync', request);
    if (!response.ok) throw new Error(`not synced: ${response.status} ${await response.text()}`);
    return (await response.json()) as SyncReply;
  }

  async refusedSync(door: Door, request: unknown): Promise<Refusal & { status: number }> {
    const response = await this.post(door, '/api/sync', request);
    return { ...((await response.json()) as Refusal), status: response.status };
  }

  async post(door: Door, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return await door.request(path, {
      method: 'POST',
      headers: { ...this.auth(), 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    });
  }

  auth(): Record<string, string> {
    return this.token === '' ? {} : { authorization: `Bearer ${this.token}` };
  }
}
