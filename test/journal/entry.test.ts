import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { continues, parseEnvelope, readEntry } from '../../src/journal/check.ts';
import { deviceIdOf, makeDeviceKey, signHead, verifyHead } from '../../src/journal/device-key.ts';
import { writeEntry, type Entry, type Envelope, type FactText, type Head } from '../../src/journal/entry.ts';

const key = makeDeviceKey(new Uint8Array(32).fill(9));
const writer = { collective: 'row', device: key.device, by: 'noor', day: 'day-1' };
const sold: FactText = { type: 'sale.completed', about: 'sale-1', body: { title: 'Harbour, 5 a.m. — größer' } };

function sha(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}

function write(fact: FactText, head?: Head, seen?: string) {
  return writeEntry(fact, writer, head, seen, 1_781_337_600_000, 'c2FsdHNhbHRzYWx0c2FsdA');
}

describe('an entry', () => {
  it('is two texts in a fixed key order, hashed as SHA-256 of their UTF-8', () => {
    const { entry } = write(sold);
    const envelope = JSON.parse(entry.envelope) as Envelope;
    expect(Object.keys(envelope)).toEqual([
      'v',
      'collective',
      'device',
      'n',
      'at',
      'stamp',
      'by',
      'about',
      'day',
      'type',
      'prev',
      'payload',
    ]);
    expect(entry.hash).toBe(sha(entry.envelope));
    expect(envelope.payload).toBe(sha(entry.payload ?? ''));
    expect(envelope.prev).toBe(sha(`row\n${key.device}`));
    expect(envelope.stamp).toBe(`001781337600000-0000-${key.device}`);
    expect(JSON.parse(entry.payload ?? '')).toEqual({ salt: 'c2FsdHNhbHRzYWx0c2FsdA', body: sold.body });
  });

  it('continues the one before it and nothing else', () => {
    const one = write(sold);
    const two = write(sold, { n: 1, hash: one.entry.hash }, one.read.stamp);
    const first = parsed(one.entry);
    const second = parsed(two.entry);
    expect(continues(first, undefined)).toBe(true);
    expect(continues(second, { n: 1, hash: one.entry.hash })).toBe(true);
    expect(continues(second, undefined)).toBe(false);
    expect(continues(second, { n: 1, hash: two.entry.hash })).toBe(false);
    expect(continues(second, { n: 2, hash: one.entry.hash })).toBe(false);
    expect(second.stamp > first.stamp).toBe(true);
  });

  it('shows of a private fact only that there is one', () => {
    const { entry, read } = write({ type: 'terms.agreed', about: 'mira', body: { keeps: 7000 }, isPrivate: true });
    expect(parsed(entry)).toMatchObject({ type: 'private', about: '', day: '' });
    expect(entry.envelope).not.toContain('mira');
    expect(read).toMatchObject({ type: 'terms.agreed', about: 'mira', day: 'day-1', body: { keeps: 7000 } });
    expect(readEntry(entry, parsed(entry))).toEqual(read);
    expect(readEntry({ ...entry, payload: null }, parsed(entry))).toBeUndefined();
  });

  it.each<[string, (entry: Entry) => Entry, string]>([
    ['text that is not JSON', (e) => ({ ...e, envelope: '{"v":1' }), 'not-json'],
    ['a list', (e) => ({ ...e, envelope: '[]' }), 'not-an-envelope'],
    ['a number without whole value', (e) => altered(e, '"n":1', '"n":1.5'), 'not-an-envelope'],
    ['number nought', (e) => altered(e, '"n":1', '"n":0'), 'not-an-envelope'],
    ['another version', (e) => altered(e, '"v":1', '"v":2'), 'not-an-envelope'],
    ['an extra key', (e) => altered(e, '"v":1', '"v":1,"w":2'), 'not-an-envelope'],
    [
      'keys in another order',
      (e) => altered(e, '"v":1,"collective":"row"', '"collective":"row","v":1'),
      'not-an-envelope',
    ],
    ['another collective', (e) => altered(e, '"row"', '"cow"'), 'other-collective'],
    ['an altered envelope', (e) => altered(e, 'sale-1', 'sale-2'), 'other-hash'],
    ['an altered payload', (e) => ({ ...e, payload: (e.payload ?? '').replace('5 a.m.', '6 a.m.') }), 'other-payload'],
    ['a stamp of another shape', (e) => altered(e, '-0000-', '-00-'), 'not-an-envelope'],
  ])('with %s is not taken', (_what, break_, fault) => {
    expect(parseEnvelope(break_(write(sold).entry), 'row')).toBe(fault);
  });

  it('with a payload that is none of ours is kept unread', () => {
    const { entry } = write(sold);
    const payload = '{"salt":5}';
    const envelope = entry.envelope.replace(sha(entry.payload ?? ''), sha(payload));
    const odd = { hash: sha(envelope), envelope, payload };
    expect(readEntry(odd, parsed(odd))).toBeUndefined();
  });
});

describe('a device key', () => {
  it('names the device by the first 80 bits of its public key’s SHA-256', () => {
    const digest = createHash('sha256').update(Buffer.from(key.publicKey, 'base64url')).digest();
    const bits = [...digest.subarray(0, 10)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
    const id = (bits.match(/.{5}/g) ?? []).map((five) => signs[parseInt(five, 2)]).join('');
    expect(deviceIdOf(key.publicKey)).toBe(id);
    expect(key.device).toMatch(/^[A-HJ-NP-Z2-9]{16}$/);
  });

  it('signs a head so that any Ed25519 can check it, and nobody can move it', () => {
    const head = { device: key.device, n: 7, hash: sha('x') };
    const signature = signHead(key, 'row', head.n, head.hash);
    const text = `imago-head 1\nrow\n${key.device}\n7\n${head.hash}`;
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey };
    const theirs = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify(null, Buffer.from(text), theirs, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(verifyHead(key.publicKey, 'row', head, signature)).toBe(true);
    expect(verifyHead(key.publicKey, 'row', { ...head, n: 8 }, signature)).toBe(false);
    expect(verifyHead(key.publicKey, 'cow', head, signature)).toBe(false);
    expect(verifyHead(key.publicKey, 'row', { ...head, hash: sha('y') }, signature)).toBe(false);
    const other = makeDeviceKey(new Uint8Array(32).fill(8));
    expect(verifyHead(other.publicKey, 'row', head, signature)).toBe(false);
    expect(verifyHead('%%%', 'row', head, signature)).toBe(false);
    expect(verifyHead(key.publicKey, 'row', head, 'short')).toBe(false);
  });
});

function altered(entry: Entry, from: string, to: string): Entry {
  const envelope = entry.envelope.replace(from, to);
  if (envelope === entry.envelope) throw new Error(`nothing to alter: ${from}`);
  return { ...entry, envelope };
}

function parsed(entry: Entry): Envelope {
  const envelope = parseEnvelope(entry, 'row');
  if (typeof envelope === 'string') throw new Error(envelope);
  return envelope;
}
