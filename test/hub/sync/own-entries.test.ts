import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { LIMITS, SyncReply } from '../../../src/sync/protocol.ts';
import { DATABASES, type TestHub } from '../../support/a-hub.ts';
import { forged, hashes, hubWithTablet, setBack, stored } from '../../support/hub-with-tablet.ts';
import { WireTablet } from '../../support/wire-tablet.ts';

describe.each(DATABASES)('own entries, on %s', (database) => {
  let at: TestHub;
  let tablet: WireTablet;

  beforeEach(async () => {
    ({ at, tablet } = await hubWithTablet(database));
  });
  afterEach(() => at.close());

  test('what a tablet sends is held, and the answer says up to where', async () => {
    tablet.scribble(3);
    const reply = v.parse(SyncReply, await tablet.sync(at.app));
    expect(reply.heads[tablet.key.device]).toEqual(tablet.head);
    expect(reply).toMatchObject({ inReplyTo: 'r1-3', hubNow: at.clock.now, more: false, wanted: [] });
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
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
    expect(await stored(at, tablet)).toEqual([]);
  });

  test('the same batch again, whole or in part, changes nothing', async () => {
    tablet.scribble(4);
    await tablet.sync(at.app);
    await tablet.sync(at.app);
    await tablet.sync(at.app, tablet.request(2, 3));
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
  });

  test('the same batches from several tabs at once are stored once, in order', async () => {
    tablet.scribble(40);
    const requests = [tablet.request(1, 20), tablet.request(1, 40), tablet.request(1, 40), tablet.request(11, 30)];
    await Promise.all(requests.map((request) => tablet.sync(at.app, request)));
    await tablet.sync(at.app);
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
  });

  test('a batch that overlaps what is held adds only the rest', async () => {
    tablet.scribble(5);
    await tablet.sync(at.app, tablet.request(1, 3));
    await tablet.sync(at.app, tablet.request(2, 5));
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
  });

  test('a gap stores nothing and says where to begin', async () => {
    tablet.scribble(5);
    await tablet.sync(at.app, tablet.request(1, 2));
    const reply = await tablet.sync(at.app, tablet.request(4, 5));
    expect(reply.heads[tablet.key.device]?.n).toBe(2);
    expect(await stored(at, tablet)).toHaveLength(2);
  });

  test('another entry under a number that is held is a fork: refused with the head, nothing stored', async () => {
    tablet.scribble(3);
    await tablet.sync(at.app);
    const other = setBack(tablet, 2);
    other.scribble(3);
    const refusal = await other.refusedSync(at.app, other.request(3, 5));
    expect(refusal).toMatchObject({ kind: 'forked', status: 409, head: tablet.head });
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
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
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
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
    expect(await stored(at, tablet)).toEqual([]);
  });

  test('a fact of a type this hub does not know, and a payload that is no fact, are stored all the same', async () => {
    tablet.write({ type: 'sale.completed', about: 's', body: { nonsense: true } });
    tablet.write({ type: 'future.happened', about: '', body: null });
    await tablet.sync(at.app);
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
  });

  test('a payload nested deeper than any stack is stored like any other', async () => {
    const payload = `{"salt":"","body":${'['.repeat(25_000)}${']'.repeat(25_000)}}`;
    for (const type of ['work.revised', 'sale.completed', 'note.taken']) tablet.writeRaw(type, payload);
    await tablet.sync(at.app);
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
  });

  test('a request of the most entries allowed goes through', async () => {
    tablet.scribble(LIMITS.requestEntries);
    const reply = await tablet.sync(at.app);
    expect(reply.heads[tablet.key.device]?.n).toBe(LIMITS.requestEntries);
  });
});
