import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS, PROTOCOL, toWire, type SyncRequest } from '../../../src/sync/protocol.ts';
import { DATABASES, type TestHub } from '../../support/a-hub.ts';
import { hubWithTablet, never, stored } from '../../support/hub-with-tablet.ts';
import { WireTablet } from '../../support/wire-tablet.ts';

describe.each(DATABASES)(
  'hostile and broken requests are refused with a reason, and change nothing, on %s',
  (database) => {
    let at: TestHub;
    let tablet: WireTablet;

    beforeEach(async () => {
      ({ at, tablet } = await hubWithTablet(database));
    });
    afterEach(() => at.close());

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
      'a later protocol': [() => ({ ...tablet.request(), protocol: PROTOCOL + 1 }), 'hub-too-old'],
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
      expect(await stored(at, tablet)).toEqual([]);
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
      expect(await stored(at, tablet)).toEqual([]);
    });
  },
);

const DEEP = '['.repeat(500_000) + ']'.repeat(500_000);
