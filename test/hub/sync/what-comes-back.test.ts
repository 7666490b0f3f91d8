import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../../src/domain/fact.ts';
import { hashText } from '../../../src/journal/hash.ts';
import { LIMITS, type SyncReply, toWire, type SyncRequest } from '../../../src/sync/protocol.ts';
import { DATABASES, type TestHub } from '../../support/a-hub.ts';
import { aTablet, hashes, hubWithTablet, never } from '../../support/hub-with-tablet.ts';
import type { WireTablet } from '../../support/wire-tablet.ts';

describe.each(DATABASES)('what comes back, on %s', (database) => {
  let at: TestHub;
  let tablet: WireTablet;

  beforeEach(async () => {
    ({ at, tablet } = await hubWithTablet(database));
  });
  afterEach(() => at.close());

  test('another tablet gets what it lacks, and its signed head with it', async () => {
    const other = await aTablet(at, 2);
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
    const other = await aTablet(at, 2, 'stall');
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
    const [stall, lead] = [await aTablet(at, 2, 'stall'), await aTablet(at, 3)];
    const wire = toWire(tablet.entries[0] ?? never());
    const ofTablet = (reply: SyncReply) => reply.entries.filter(([envelope]) => envelope === wire[0]);
    expect(ofTablet(await stall.sync(at.app))).toEqual([[wire[0], null]]);
    expect(ofTablet(await lead.sync(at.app))).toEqual([wire]);
  });

  test('a long journal comes in pages that fit together', async () => {
    tablet.scribble(4_500);
    for (let n = 1; n <= 4_500; n += 500) await tablet.sync(at.app, tablet.request(n, n + 499));
    const other = await aTablet(at, 2);
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
    const [short, fat] = [await aTablet(at, 4), await aTablet(at, 5)];
    tablet.scribble(2_200);
    for (let n = 1; n <= 2_200; n += 500) await tablet.sync(at.app, tablet.request(n, Math.min(2_200, n + 499)));
    for (let made = 0; made < 75; made++) fat.write({ type: 'note.taken', about: 'a', body: 'x'.repeat(59_000) });
    for (let n = 1; n <= 75; n += 15) await fat.sync(at.app, fat.request(n, n + 14));
    short.scribble(20);
    await short.sync(at.app);
    const reader = await aTablet(at, 6);
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
    const other = await aTablet(at, 2);
    const response = await other.post(at.app, '/api/sync', other.request(), { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});
