import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../../src/domain/fact.ts';
import { signSuccessor } from '../../../src/journal/device-key.ts';
import { hashText } from '../../../src/journal/hash.ts';
import { toWire, type SyncRequest } from '../../../src/sync/protocol.ts';
import { DATABASES, type TestHub } from '../../support/a-hub.ts';
import {
  aTablet,
  forged,
  hashes,
  hubWithTablet,
  never,
  relay,
  setBack,
  stored,
} from '../../support/hub-with-tablet.ts';
import { rescueFile } from '../../support/rescue-file.ts';
import { WireTablet } from '../../support/wire-tablet.ts';

describe.each(DATABASES)('entries of other devices, on %s', (database) => {
  let at: TestHub;
  let tablet: WireTablet;

  beforeEach(async () => {
    ({ at, tablet } = await hubWithTablet(database));
  });
  afterEach(() => at.close());

  test('are taken under the head that device has signed', async () => {
    const gone = await aTablet(at, 7);
    gone.scribble(3);
    await tablet.sync(at.app, relay(tablet, gone, gone.signed()));
    expect(await stored(at, gone)).toEqual(hashes(gone));
  });

  test('are refused without one, under one of another key, and under one that is about something else', async () => {
    const gone = await aTablet(at, 7);
    gone.scribble(3);
    const other = setBack(gone, 2);
    other.scribble(2);
    for (const head of [null, tablet.signed(), forged(gone), other.signed()]) {
      const refusal = await tablet.refusedSync(at.app, relay(tablet, gone, head));
      expect(refusal).toMatchObject({ kind: 'unsigned-foreign-entry', status: 422 });
    }
    expect(await stored(at, gone)).toEqual([]);
  });

  test('of a device that was never paired are left out, and the own ones beside them are kept', async () => {
    const stall = await aTablet(at, 3, 'stall');
    const invented = new WireTablet('moles', 8);
    invented.write(fact('terms.agreed', 't', { terms: 't1', photographer: 'mira', photographerKeeps: 10_000 }));
    stall.scribble(1);
    const request = relay(stall, invented, invented.signed());
    const reply = await stall.sync(at.app, { ...request, entries: [...stall.entries.map(toWire), ...request.entries] });
    expect(reply.heads[invented.key.device]).toBeUndefined();
    expect(await stored(at, invented)).toEqual([]);
    expect(await stored(at, stall)).toEqual(hashes(stall));
  });

  test('of a device never heard of are taken from the tablet that it says it is now, and from no other', async () => {
    const [stall, other] = [await aTablet(at, 3, 'stall'), await aTablet(at, 4, 'stall')];
    const was = new WireTablet('moles', 8);
    was.scribble(2);
    const word = (by: WireTablet) => ({ [was.key.device]: signSuccessor(was.key, 'moles', by.key.device) });
    for (const successor of [word(other), { [was.key.device]: signSuccessor(other.key, 'moles', stall.key.device) }])
      await stall.sync(at.app, { ...relay(stall, was, was.signed()), successor });
    expect(await stored(at, was)).toEqual([]);
    await stall.sync(at.app, { ...relay(stall, was, was.signed()), successor: word(stall) });
    expect(await stored(at, was)).toEqual(hashes(was));
  });

  test('of a tablet that was removed come in by a lead’s rescue file alone', async () => {
    const [stall, gone] = [await aTablet(at, 3, 'stall'), await aTablet(at, 7, 'stall')];
    gone.scribble(2);
    await gone.sync(at.app);
    gone.scribble(3);
    const { status } = await at.app.request(`/api/devices/${gone.key.device}`, {
      method: 'DELETE',
      headers: tablet.auth(),
    });
    expect(status).toBe(204);
    const word = (by: WireTablet) => ({ [gone.key.device]: signSuccessor(gone.key, 'moles', by.key.device) });
    for (const by of [stall, tablet]) await by.sync(at.app, { ...relay(by, gone, gone.signed()), successor: word(by) });
    expect(await stored(at, gone)).toEqual(hashes(gone).slice(0, 2));
    stall.scribble(1);
    const asOwn = rescueFile(stall, 500, gone);
    await stall.post(at.app, '/api/rescue', asOwn);
    expect(await stored(at, gone)).toEqual(hashes(gone).slice(0, 2));
    expect(await (await tablet.post(at.app, '/api/rescue', rescueFile(gone))).json()).toMatchObject({ stored: 3 });
    expect(await stored(at, gone)).toEqual(hashes(gone));
  });

  test('of a tablet whose pairing a restored hub has forgotten are taken once the hub’s own note of it is back', async () => {
    const gone = await aTablet(at, 7);
    gone.scribble(3);
    const before = await tablet.sync(at.app);
    for (const table of ['journal', 'heads', 'signed_heads'] as const)
      await at.hub.db.deleteFrom(table).where('device', '=', before.hubId).execute();
    await at.hub.db.deleteFrom('devices').where('device', '=', gone.key.device).execute();
    await tablet.sync(at.app, relay(tablet, gone, gone.signed()));
    expect(await stored(at, gone)).toEqual([]);
    await tablet.sync(at.app, { ...tablet.request(), entries: before.entries, signed: before.signed });
    await tablet.sync(at.app, relay(tablet, gone, gone.signed()));
    expect(await stored(at, gone)).toEqual(hashes(gone));
  });

  test('beyond the signed head are left out, the others are kept', async () => {
    const gone = await aTablet(at, 7);
    gone.scribble(5);
    await tablet.sync(at.app, relay(tablet, gone, gone.signed(3)));
    expect(await stored(at, gone)).toEqual(hashes(gone).slice(0, 3));
  });

  test('on another branch are left out, and the own ones beside them are kept', async () => {
    const gone = await aTablet(at, 7);
    gone.scribble(3);
    await gone.sync(at.app);
    const other = setBack(gone, 1);
    other.scribble(4);
    tablet.scribble(1);
    const request = relay(tablet, other, other.signed());
    await tablet.sync(at.app, { ...request, entries: [...tablet.entries.map(toWire), ...request.entries] });
    expect(await stored(at, gone)).toEqual(hashes(gone));
    expect(await stored(at, tablet)).toEqual(hashes(tablet));
  });

  test('that came sealed are asked for, and unsealed by who holds the text', async () => {
    const gone = await aTablet(at, 7);
    gone.write(fact('terms.agreed', 't', { terms: 't1', photographer: 'mira', photographerKeeps: 7000 }));
    const [envelope, payload] = toWire(gone.entries[0] ?? never());
    const sealed = { ...relay(tablet, gone, gone.signed()), entries: [[envelope, null]] } as SyncRequest;
    const reply = await tablet.sync(at.app, sealed);
    expect(reply.wanted).toEqual([hashText(payload ?? '')]);
    const stall = await aTablet(at, 3, 'stall');
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
