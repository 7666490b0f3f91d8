import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toWire, type RescueReply } from '../../src/sync/protocol.ts';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

describe.each(DATABASES)('a rescue file, on %s', (database) => {
  let at: TestHub;
  let lead: WireTablet;
  let broken: WireTablet;

  beforeEach(async () => {
    at = await aHub({ database });
    await at.collective('moles');
    [lead, broken] = [new WireTablet('moles', 1), new WireTablet('moles', 2)];
    await lead.enrol(at.app, await at.code('moles'));
    await broken.enrol(at.app, await at.code('moles', 'code', 'stall'));
    broken.scribble(7);
    await broken.sync(at.app, broken.request(1, 3));
  });
  afterEach(() => at.close());

  const feed = (text: string | Uint8Array, by = lead, headers = {}) => by.post(at.app, '/api/rescue', text, headers);

  async function held(): Promise<number> {
    const row = await at.hub.db
      .selectFrom('heads')
      .select('n')
      .where('device', '=', broken.key.device)
      .executeTakeFirst();
    return row?.n ?? 0;
  }

  test('adds what the hub lacks, and fed again it adds nothing', async () => {
    const reply = (await (await feed(rescueFile(broken))).json()) as RescueReply;
    expect(reply).toEqual({ device: broken.key.device, entries: 7, stored: 4, left: 0, head: broken.head });
    expect(await (await feed(rescueFile(broken))).json()).toMatchObject({ stored: 0, left: 0 });
    expect(await held()).toBe(7);
  });

  test('may be zipped', async () => {
    const zipped = new Uint8Array(gzipSync(rescueFile(broken)));
    expect(await (await feed(zipped, lead, { 'content-encoding': 'gzip' })).json()).toMatchObject({ stored: 4 });
  });

  test('that was cut off is refused with the line, and adds nothing', async () => {
    const whole = rescueFile(broken);
    const cut = await feed(whole.slice(0, -40));
    expect(await cut.json()).toMatchObject({ kind: 'malformed', detail: expect.stringContaining('line 8') });
    const short = await feed(whole.split('\n').slice(0, 6).join('\n'));
    expect(await short.json()).toMatchObject({ kind: 'unsigned-foreign-entry' });
    expect(await held()).toBe(3);
  });

  test('with an entry changed by hand is refused', async () => {
    const response = await feed(rescueFile(broken).replaceAll('mira', 'mila'));
    expect(await response.json()).toMatchObject({ kind: 'malformed' });
    expect(await held()).toBe(3);
  });

  test('of another collective, of another tablet than its head says, or that is none, is refused', async () => {
    const owl = new WireTablet('owls', 3);
    owl.scribble(1);
    expect((await feed(rescueFile(owl))).status).toBe(403);
    const mixed = rescueFile(broken)
      .split('\n')
      .slice(0, 1)
      .concat(JSON.stringify(toWire(lead.write({ type: 'x', about: '', body: 1 }))));
    expect(await (await feed(mixed.join('\n'))).json()).toMatchObject({ kind: 'malformed' });
    for (const text of ['', 'hello', '<html></html>', '{}'])
      expect(await (await feed(text)).json()).toMatchObject({ kind: 'malformed' });
  });

  test('is taken from a stall tablet for itself, and from a lead for any', async () => {
    const other = new WireTablet('moles', 4);
    await other.enrol(at.app, await at.code('moles', 'code', 'stall'));
    expect((await feed(rescueFile(broken), other)).status).toBe(403);
    expect((await feed(rescueFile(broken), broken)).status).toBe(200);
  });
});

function rescueFile(tablet: WireTablet): string {
  const header = {
    kind: 'imago-rescue',
    version: 1,
    collective: tablet.collective,
    device: tablet.key.device,
    letters: 'B',
    savedAt: 0,
    signedHead: tablet.signed(),
  };
  return [header, ...tablet.entries.map(toWire)].map((line) => JSON.stringify(line)).join('\n');
}
