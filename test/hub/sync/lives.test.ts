import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginLife } from '../../../src/hub/storage/lives.ts';
import { DATABASES, type TestHub } from '../../support/a-hub.ts';
import { hubWithTablet, stored } from '../../support/hub-with-tablet.ts';
import type { WireTablet } from '../../support/wire-tablet.ts';

describe.each(DATABASES)('lives, on %s', (database) => {
  let at: TestHub;
  let tablet: WireTablet;

  beforeEach(async () => {
    ({ at, tablet } = await hubWithTablet(database));
  });
  afterEach(() => at.close());

  test('a hub that learns of a later life of itself takes nothing more', async () => {
    tablet.scribble(1);
    const life = { counter: 2, random: 'x' };
    expect(await tablet.refusedSync(at.app, { ...tablet.request(), life })).toMatchObject({
      kind: 'older-life',
      status: 409,
    });
    expect(await stored(at, tablet)).toEqual([]);
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

async function forget(at: TestHub, device: string): Promise<void> {
  for (const table of ['journal', 'heads', 'signed_heads'] as const)
    await at.hub.db.deleteFrom(table).where('device', '=', device).execute();
}
