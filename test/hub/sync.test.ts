import { afterEach, beforeEach, expect, test } from 'vitest';
import { aHub, type TestHub } from '../support/a-hub.ts';
import { WireTablet } from '../support/wire-tablet.ts';

let at: TestHub;
let tablet: WireTablet;

beforeEach(async () => {
  at = await aHub();
  await at.collective('moles');
  tablet = new WireTablet('moles', 1);
  await tablet.enrol(at.app, await at.code('moles'));
});
afterEach(() => at.close());

test('what a tablet sends is held, and the answer says up to where', async () => {
  tablet.scribble(3);
  const reply = await tablet.sync(at.app);
  expect(reply.heads[tablet.key.device]).toEqual(tablet.head);
  expect(reply.inReplyTo).toBe('r1-3');
  expect(reply.hubNow).toBe(at.clock.now);
  expect(await stored()).toEqual(tablet.entries.map((entry) => entry.hash));
});

async function stored(): Promise<string[]> {
  const rows = await at.hub.db
    .selectFrom('journal')
    .select('hash')
    .where('device', '=', tablet.key.device)
    .orderBy('n')
    .execute();
  return rows.map((row) => row.hash);
}
