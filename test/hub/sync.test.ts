import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { fact } from '../../src/domain/fact.ts';
import { hashText } from '../../src/journal/hash.ts';
import { beginLife } from '../../src/hub/storage/lives.ts';
import { LIMITS, PROTOCOL, SyncReply, toWire, type SyncRequest } from '../../src/sync/protocol.ts';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

describe.each(DATABASES)('on %s', (database) => {
  let at: TestHub;
  let tablet: WireTablet;

  beforeEach(async () => {
    at = await aHub({ database });
    await at.collective('moles');
    tablet = await aTablet(1);
  });
  afterEach(() => at.close());

  async function aTablet(seed: number, tabletClass: 'lead' | 'stall' = 'lead'): Promise<WireTablet> {
    const made = new WireTablet('moles', seed);
    await made.enrol(at.app, await at.code('moles', 'code', tabletClass));
    return made;
  }

  /** Envelope hashes of a device, in the order of its numbers. */
  async function stored(device = tablet.key.device): Promise<string[]> {
    const rows = await at.hub.db
      .selectFrom('journal')
      .select('hash')
      .where('device', '=', device)
      .orderBy('n')
      .execute();
    return rows.map((row) => row.hash);
  }

  const hashes = (of: WireTablet) => of.entries.map((entry) => entry.hash);

  describe('own entries', () => {
    test('what a tablet sends is held, and the answer says up to where', async () => {
      tablet.scribble(3);
      const reply = v.parse(SyncReply, await tablet.sync(at.app));
      expect(reply.heads[tablet.key.device]).toEqual(tablet.head);
      expect(reply).toMatchObject({ inReplyTo: 'r1-3', hubNow: at.clock.now, more: false, wanted: [] });
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('texts are stored byte for byte', async () => {
      tablet.write({ type: 'note.taken', about: 'ä', body: { text: 'Straße \u2028 \ud83d\udcf7 "quoted"', n: 1e21 } });
      await tablet.sync(at.app);
      const row = await at.hub.db
        .selectFrom('journal')
        .select(['envelope', 'payload'])
        .where('device', '=', tablet.key.device)
        .executeTakeFirstOrThrow();
      expect([row.envelope, row.payload]).toEqual([tablet.entries[0]?.envelope, tablet.entries[0]?.payload]);
    });

    test('a payload that could not be stored byte for byte is refused', async () => {
      tablet.writeRaw('note.taken', '{"salt":"s","body":"a\u0000b"}');
      expect(await tablet.refusedSync(at.app, tablet.request())).toMatchObject({ kind: 'malformed', status: 400 });
      expect(await stored()).toEqual([]);
    });

    test('the same batch again, whole or in part, changes nothing', async () => {
      tablet.scribble(4);
      await tablet.sync(at.app);
      await tablet.sync(at.app);
      await tablet.sync(at.app, tablet.request(2, 3));
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('the same batches from several tabs at once are stored once, in order', async () => {
      tablet.scribble(40);
      const requests = [tablet.request(1, 20), tablet.request(1, 40), tablet.request(1, 40), tablet.request(11, 30)];
      await Promise.all(requests.map((request) => tablet.sync(at.app, request)));
      await tablet.sync(at.app);
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('a batch that overlaps what is held adds only the rest', async () => {
      tablet.scribble(5);
      await tablet.sync(at.app, tablet.request(1, 3));
      await tablet.sync(at.app, tablet.request(2, 5));
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('a gap stores nothing and says where to begin', async () => {
      tablet.scribble(5);
      await tablet.sync(at.app, tablet.request(1, 2));
      const reply = await tablet.sync(at.app, tablet.request(4, 5));
      expect(reply.heads[tablet.key.device]?.n).toBe(2);
      expect(await stored()).toHaveLength(2);
    });

    test('another entry under a number that is held is a fork: refused with the head, nothing stored', async () => {
      tablet.scribble(3);
      await tablet.sync(at.app);
      const other = setBack(tablet, 2);
      other.scribble(3);
      const refusal = await other.refusedSync(at.app, other.request(3, 5));
      expect(refusal).toMatchObject({ kind: 'forked', status: 409, head: tablet.head });
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('a batch that only repeats numbers, with another hash, is a fork too', async () => {
      tablet.scribble(3);
      await tablet.sync(at.app);
      const other = setBack(tablet, 2);
      other.scribble(2);
      expect(await other.refusedSync(at.app, other.request(3, 3))).toMatchObject({ kind: 'forked', head: tablet.head });
    });

    test('entries that continue another entry than the hub holds are a fork', async () => {
      tablet.scribble(3);
      await tablet.sync(at.app);
      const other = setBack(tablet, 2);
      other.scribble(3);
      expect(await other.refusedSync(at.app, other.request(4, 5))).toMatchObject({ kind: 'forked', head: { n: 3 } });
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('a tablet that says it has fewer entries than the hub has of it is asked to look again', async () => {
      tablet.scribble(3);
      await tablet.sync(at.app);
      const fewer = setBack(tablet, 1);
      expect(await fewer.refusedSync(at.app, fewer.request(2, 1))).toMatchObject({ kind: 'forked', head: { n: 3 } });
    });

    test('a tablet whose head has the same number and another hash is a fork, though it sends nothing', async () => {
      tablet.scribble(3);
      await tablet.sync(at.app);
      const other = setBack(tablet, 2);
      other.scribble(1);
      expect(await other.refusedSync(at.app, other.request(4, 3))).toMatchObject({ kind: 'forked' });
    });

    test('the last own entry must be signed with the key of the tablet', async () => {
      tablet.scribble(2);
      const stranger = new WireTablet('moles', 9);
      stranger.scribble(2);
      for (const last of [null, stranger.signed(), { ...tablet.signed(1) }, forged(tablet)])
        expect(await tablet.refusedSync(at.app, { ...tablet.request(), last })).toMatchObject({ kind: 'malformed' });
      expect(await stored()).toEqual([]);
    });

    test('a fact of a type this hub does not know, and a payload that is no fact, are stored all the same', async () => {
      tablet.write({ type: 'sale.completed', about: 's', body: { nonsense: true } });
      tablet.write({ type: 'future.happened', about: '', body: null });
      await tablet.sync(at.app);
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('a payload nested deeper than any stack is stored like any other', async () => {
      const payload = `{"salt":"","body":${'['.repeat(25_000)}${']'.repeat(25_000)}}`;
      for (const type of ['work.revised', 'sale.completed', 'note.taken']) tablet.writeRaw(type, payload);
      await tablet.sync(at.app);
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('a request of the most entries allowed goes through', async () => {
      tablet.scribble(LIMITS.requestEntries);
      const reply = await tablet.sync(at.app);
      expect(reply.heads[tablet.key.device]?.n).toBe(LIMITS.requestEntries);
    });
  });

  describe('what comes back', () => {
    test('another tablet gets what it lacks, and its signed head with it', async () => {
      const other = await aTablet(2);
      tablet.scribble(3);
      await tablet.sync(at.app);
      const reply = await other.sync(at.app);
      expect(reply.entries).toEqual(expect.arrayContaining(tablet.entries.map(toWire)));
      expect(reply.signed[tablet.key.device]).toEqual(tablet.signed(3));
      const [third] = tablet.entries.slice(2);
      const next = await other.sync(at.app, { ...other.request(), heads: reply.heads });
      expect(next.entries).toEqual([]);
      expect(third?.hash).toBe(reply.heads[tablet.key.device]?.hash);
    });

    test('its own entries are not sent back to a tablet', async () => {
      tablet.scribble(3);
      const reply = await tablet.sync(at.app);
      expect(reply.entries.every(([envelope]) => !envelope.includes(`"device":"${tablet.key.device}"`))).toBe(true);
    });

    test('a pairing is an entry of the hub that every tablet gets', async () => {
      const other = await aTablet(2, 'stall');
      const reply = await tablet.sync(at.app);
      const types = reply.entries.map(([envelope]) => JSON.parse(envelope) as { device: string; type: string });
      expect(types).toEqual([
        expect.objectContaining({ device: reply.hubId, type: 'tablet.paired' }),
        expect.objectContaining({ device: reply.hubId, type: 'tablet.paired' }),
      ]);
      expect(reply.entries[1]?.[1]).toContain(other.key.publicKey);
    });

    test('a stall tablet gets private entries sealed, a lead tablet gets them whole', async () => {
      tablet.write(fact('terms.agreed', 't', { terms: 't1', photographer: 'mira', photographerKeeps: 7000 }));
      await tablet.sync(at.app);
      const [stall, lead] = [await aTablet(2, 'stall'), await aTablet(3)];
      const wire = toWire(tablet.entries[0] ?? never());
      const ofTablet = (reply: SyncReply) => reply.entries.filter(([envelope]) => envelope === wire[0]);
      expect(ofTablet(await stall.sync(at.app))).toEqual([[wire[0], null]]);
      expect(ofTablet(await lead.sync(at.app))).toEqual([wire]);
    });

    test('a long journal comes in pages that fit together', async () => {
      tablet.scribble(4_500);
      for (let n = 1; n <= 4_500; n += 500) await tablet.sync(at.app, tablet.request(n, n + 499));
      const other = await aTablet(2);
      const got: string[] = [];
      let heads: SyncRequest['heads'] = {};
      for (let more = true, pages = 0; more; pages++) {
        const reply = await other.sync(at.app, { ...other.request(), heads });
        expect(pages).toBeLessThan(5);
        expect(reply.entries.length).toBeLessThanOrEqual(LIMITS.pageEntries);
        for (const [envelope] of reply.entries) {
          const { device, n } = JSON.parse(envelope) as { device: string; n: number };
          expect(n).toBe((heads[device]?.n ?? 0) + 1);
          heads = { ...heads, [device]: { n, hash: hashText(envelope) } };
          if (device === tablet.key.device) got.push(hashText(envelope));
        }
        // Whatever a page ends with, the signed head that comes along is one that the tablet now holds in full.
        const signed = reply.signed[tablet.key.device];
        expect(signed?.n ?? 0).toBeLessThanOrEqual(heads[tablet.key.device]?.n ?? 0);
        more = reply.more;
      }
      expect(got).toEqual(hashes(tablet));
    });

    test('a long chain, or one the tablet cannot take, leaves room in each page for the others', async () => {
      const [short, fat] = [await aTablet(4), await aTablet(5)];
      tablet.scribble(2_200);
      for (let n = 1; n <= 2_200; n += 500) await tablet.sync(at.app, tablet.request(n, Math.min(2_200, n + 499)));
      for (let made = 0; made < 75; made++) fat.write({ type: 'note.taken', about: 'a', body: 'x'.repeat(59_000) });
      for (let n = 1; n <= 75; n += 15) await fat.sync(at.app, fat.request(n, n + 14));
      short.scribble(20);
      await short.sync(at.app);
      const reader = await aTablet(6);
      // Whoever it is that never gets on: the others arrive whole, all within a few pages.
      for (const stuck of [tablet, fat, short]) {
        let heads: SyncRequest['heads'] = {};
        for (let pages = 0; pages < 3; pages++) {
          const reply = await reader.sync(at.app, { ...reader.request(), heads });
          expect(reply.entries.length).toBeLessThanOrEqual(LIMITS.pageEntries);
          expect(reply.entries.flat().join('').length).toBeLessThan(4_000_000 + LIMITS.entryBytes);
          for (const [envelope] of reply.entries) {
            const { device, n } = JSON.parse(envelope) as { device: string; n: number };
            if (device !== stuck.key.device) heads = { ...heads, [device]: { n, hash: hashText(envelope) } };
          }
        }
        for (const each of [tablet, fat, short])
          expect(heads[each.key.device]?.n).toBe(each === stuck ? undefined : each.entries.length);
      }
    });

    test('replies are zipped when the tablet understands it', async () => {
      tablet.scribble(50);
      await tablet.sync(at.app);
      const other = await aTablet(2);
      const response = await other.post(at.app, '/api/sync', other.request(), { 'accept-encoding': 'gzip' });
      expect(response.headers.get('content-encoding')).toBe('gzip');
    });
  });

  describe('entries of other devices', () => {
    test('are taken under the head that device has signed', async () => {
      const gone = new WireTablet('moles', 7);
      gone.scribble(3);
      await tablet.sync(at.app, relay(tablet, gone, gone.signed()));
      expect(await stored(gone.key.device)).toEqual(hashes(gone));
    });

    test('are refused without one, under one of another key, and under one that is about something else', async () => {
      const gone = new WireTablet('moles', 7);
      gone.scribble(3);
      const other = setBack(gone, 2);
      other.scribble(2);
      for (const head of [null, tablet.signed(), forged(gone), other.signed()]) {
        const refusal = await tablet.refusedSync(at.app, relay(tablet, gone, head));
        expect(refusal).toMatchObject({ kind: 'unsigned-foreign-entry', status: 422 });
      }
      expect(await stored(gone.key.device)).toEqual([]);
    });

    test('beyond the signed head are left out, the others are kept', async () => {
      const gone = new WireTablet('moles', 7);
      gone.scribble(5);
      await tablet.sync(at.app, relay(tablet, gone, gone.signed(3)));
      expect(await stored(gone.key.device)).toEqual(hashes(gone).slice(0, 3));
    });

    test('on another branch are left out, and the own ones beside them are kept', async () => {
      const gone = await aTablet(7);
      gone.scribble(3);
      await gone.sync(at.app);
      const other = setBack(gone, 1);
      other.scribble(4);
      tablet.scribble(1);
      const request = relay(tablet, other, other.signed());
      await tablet.sync(at.app, { ...request, entries: [...tablet.entries.map(toWire), ...request.entries] });
      expect(await stored(gone.key.device)).toEqual(hashes(gone));
      expect(await stored()).toEqual(hashes(tablet));
    });

    test('that came sealed are asked for, and unsealed by who holds the text', async () => {
      const gone = new WireTablet('moles', 7);
      gone.write(fact('terms.agreed', 't', { terms: 't1', photographer: 'mira', photographerKeeps: 7000 }));
      const [envelope, payload] = toWire(gone.entries[0] ?? never());
      const sealed = { ...relay(tablet, gone, gone.signed()), entries: [[envelope, null]] } as SyncRequest;
      const reply = await tablet.sync(at.app, sealed);
      expect(reply.wanted).toEqual([hashText(payload ?? '')]);
      const stall = await aTablet(3, 'stall');
      expect((await stall.sync(at.app)).wanted).toEqual([]);

      const wrong = { ...sealed, entries: [[envelope, `${payload} `]] } as SyncRequest;
      expect(await tablet.refusedSync(at.app, wrong)).toMatchObject({ kind: 'malformed' });
      expect((await tablet.sync(at.app, relay(tablet, gone, null))).wanted).toEqual([]);
    });

    test('named as its own in `signed` do not count: a tablet signs with `last`', async () => {
      tablet.scribble(1);
      const request = { ...tablet.request(), last: null, signed: { [tablet.key.device]: tablet.signed() } };
      expect(await tablet.refusedSync(at.app, request)).toMatchObject({ kind: 'malformed' });
    });
  });

  describe('lives', () => {
    test('a hub that learns of a later life of itself takes nothing more', async () => {
      tablet.scribble(1);
      const life = { counter: 2, random: 'x' };
      expect(await tablet.refusedSync(at.app, { ...tablet.request(), life })).toMatchObject({
        kind: 'older-life',
        status: 409,
      });
      expect(await stored()).toEqual([]);
    });

    test('its own life and an earlier one are no reason to refuse', async () => {
      const { life } = await tablet.sync(at.app);
      await at.hub.db.transaction().execute((tx) => beginLife(tx, at.hub, 'moles'));
      const reply = await tablet.sync(at.app, { ...tablet.request(), life });
      expect(reply.life.counter).toBe(life.counter + 1);
      await tablet.sync(at.app, { ...tablet.request(), life: reply.life });
    });

    test('entries of the hub itself that it has lost begin a new life, with another id', async () => {
      const before = await tablet.sync(at.app);
      await forget(at, before.hubId);
      const request = { ...tablet.request(), entries: before.entries, signed: before.signed, heads: before.heads };
      const after = await tablet.sync(at.app, request);
      expect(after.life.counter).toBe(before.life.counter + 1);
      expect(after.hubId).not.toBe(before.hubId);
      expect(after.heads[before.hubId]).toEqual(before.heads[before.hubId]);
    });
  });

  describe('hostile and broken requests are refused with a reason, and change nothing', () => {
    const cases: Record<string, [body: () => unknown, kind: string]> = {
      'no JSON': [() => '<html>Sign in to this network</html>', 'malformed'],
      nothing: [() => '', 'malformed'],
      'a list': [() => [], 'malformed'],
      'cut-off JSON': [() => JSON.stringify(tablet.request()).slice(0, -3), 'malformed'],
      'deep JSON': [() => DEEP, 'malformed'],
      'deep JSON in a field': [
        () => JSON.stringify(tablet.request()).replace('"life":null', `"life":${DEEP}`),
        'malformed',
      ],
      'a deep envelope': [
        () => changed((request) => ({ ...request, entries: [['['.repeat(60_000), null]] })),
        'malformed',
      ],
      '10,000 entries': [
        () => ({ ...tablet.request(), entries: Array.from({ length: 10_000 }, () => ['{}', null]) }),
        'too-large',
      ],
      'an entry of another collective': [() => strangerIn(), 'malformed'],
      'a request for another collective': [() => ({ ...tablet.request(), collective: 'other' }), 'not-enrolled'],
      'an envelope that is no JSON': [() => swapped((text) => `${text}x`), 'malformed'],
      'an envelope with a further field': [() => swapped((text) => text.replace('"v":1', '"v":1,"w":2')), 'malformed'],
      'an envelope with another key order': [() => swapped((text) => `{"n":1,${text.slice(1)}`), 'malformed'],
      'an envelope with a negative number': [() => swapped((text) => text.replace('"n":1', '"n":-1')), 'malformed'],
      'an envelope changed in transit': [() => swapped((text) => text.replace('mira', 'mila')), 'malformed'],
      'another payload than its hash': [
        () =>
          changed((request) => ({ ...request, entries: request.entries.map(([e]) => [e, '{"salt":"","body":1}']) })),
        'malformed',
      ],
      'numbers that skip inside a batch': [
        () => ({
          ...tablet.request(),
          entries: [tablet.entries[0], tablet.entries[2]].map((e) => toWire(e ?? never())),
        }),
        'malformed',
      ],
      'an entry larger than an entry may be': [() => large(), 'malformed'],
      'a head with a silly hash': [
        () => ({ ...tablet.request(), heads: { [tablet.key.device]: { n: 1, hash: 'no' } } }),
        'malformed',
      ],
      'an old protocol': [() => ({ ...tablet.request(), protocol: PROTOCOL - 2 }), 'protocol-too-old'],
      'a later protocol': [() => ({ ...tablet.request(), protocol: PROTOCOL + 1 }), 'protocol-too-old'],
    };

    function changed(change: (request: SyncRequest) => unknown): unknown {
      return change(tablet.request());
    }
    function swapped(change: (envelope: string) => string): unknown {
      return changed((request) => ({
        ...request,
        entries: request.entries.map(([envelope, payload], n) => [n === 0 ? change(envelope) : envelope, payload]),
      }));
    }
    function strangerIn(): unknown {
      const stranger = new WireTablet('other', 1);
      stranger.scribble(1);
      return { ...tablet.request(), entries: stranger.entries.map(toWire), last: stranger.signed() };
    }
    function large(): unknown {
      const one = new WireTablet('moles', 1);
      one.write({ type: 'note.taken', about: '', body: 'x'.repeat(LIMITS.entryBytes) });
      return one.request();
    }

    test.each(Object.keys(cases))('%s', async (name) => {
      tablet.scribble(3);
      const [body, kind] = cases[name] ?? never();
      const refusal = await tablet.refusedSync(at.app, body());
      expect(refusal.kind).toBe(kind);
      expect(refusal.detail).toMatch(/\w/);
      expect(await stored()).toEqual([]);
      expect((await tablet.sync(at.app)).heads[tablet.key.device]?.n).toBe(3);
    });

    test('a body that inflates without end is stopped while it inflates', async () => {
      const bomb = gzipSync(Buffer.alloc(200_000_000, 0x20), { level: 9 });
      expect(bomb.length).toBeLessThan(LIMITS.bodyBytes);
      const before = process.memoryUsage().rss;
      const response = await tablet.post(at.app, '/api/sync', new Uint8Array(bomb), { 'content-encoding': 'gzip' });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ kind: 'too-large' });
      expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    });

    test('a body of more than 2 MB is refused, however its length is told', async () => {
      const body = 'x'.repeat(LIMITS.bodyBytes + 1);
      const response = await tablet.post(at.app, '/api/sync', body);
      expect(response.status).toBe(413);
      const stream = new Blob([body]).stream();
      const streamed = await at.app.request('/api/sync', {
        method: 'POST',
        headers: tablet.auth(),
        body: stream,
        duplex: 'half',
      } as RequestInit);
      expect(streamed.status).toBe(413);
    });

    test('gzip that is none, is cut off, or is of another kind', async () => {
      tablet.scribble(1);
      const whole = gzipSync(JSON.stringify(tablet.request()));
      for (const body of [new Uint8Array(Buffer.from('{}')), new Uint8Array(whole.subarray(0, -9))]) {
        const response = await tablet.post(at.app, '/api/sync', body, { 'content-encoding': 'gzip' });
        expect(await response.json()).toMatchObject({ kind: 'malformed' });
      }
      const brotli = await tablet.post(at.app, '/api/sync', new Uint8Array(whole), { 'content-encoding': 'br' });
      expect(await brotli.json()).toMatchObject({ kind: 'malformed' });
      const good = await tablet.post(at.app, '/api/sync', new Uint8Array(whole), { 'content-encoding': 'gzip' });
      expect(good.status).toBe(200);
    });

    test('bytes that are not UTF-8 are refused, not replaced', async () => {
      tablet.write({ type: 'note.taken', about: '', body: 'Z' });
      const body = Buffer.from(JSON.stringify(tablet.request()));
      body[body.indexOf('mira')] = 0xff;
      const response = await tablet.post(at.app, '/api/sync', new Uint8Array(body));
      expect(await response.json()).toMatchObject({ kind: 'malformed' });
    });

    test('a device named __proto__ is nobody', async () => {
      tablet.scribble(1);
      const body = JSON.stringify(tablet.request()).replace('"heads":{', '"heads":{"__proto__":{"n":9,"hash":"x"},');
      const response = await tablet.post(at.app, '/api/sync', body);
      expect(response.status).toBe(200);
      expect(({} as Record<string, unknown>)['n']).toBeUndefined();
    });

    test('one malformed entry is named, and nothing of its batch is stored', async () => {
      tablet.scribble(3);
      const request = tablet.request();
      const entries = request.entries.with(2, ['{}', null]);
      const refusal = await tablet.refusedSync(at.app, { ...request, entries });
      expect(refusal.detail).toContain('entry 3');
      expect(await stored()).toEqual([]);
    });
  });
});

/** The same tablet, put back to its first `n` entries: what a restored profile or a copied storage is. */
function setBack(tablet: WireTablet, n: number): WireTablet {
  const other = new WireTablet(tablet.collective, 0);
  Object.assign(other, { key: tablet.key, token: tablet.token });
  other.entries.push(...tablet.entries.slice(0, n));
  other.skip(1_000);
  return other;
}

function relay(by: WireTablet, of: WireTablet, head: ReturnType<WireTablet['signed']>): SyncRequest {
  return {
    ...by.request(1, 0),
    last: by.signed(),
    heads: by.head ? { [by.key.device]: by.head } : {},
    entries: of.entries.map(toWire),
    signed: head ? { [of.key.device]: head } : {},
  };
}

/** A head that claims to be this tablet's and is signed with another key. */
function forged(of: WireTablet): ReturnType<WireTablet['signed']> {
  const liar = new WireTablet(of.collective, 99);
  liar.entries.push(...of.entries);
  const signed = liar.signed();
  return signed && { ...signed, publicKey: of.key.publicKey };
}

async function forget(at: TestHub, device: string): Promise<void> {
  for (const table of ['journal', 'heads', 'signed_heads'] as const)
    await at.hub.db.deleteFrom(table).where('device', '=', device).execute();
}

const DEEP = '['.repeat(500_000) + ']'.repeat(500_000);

function never(): never {
  throw new Error('the test is wrong');
}
