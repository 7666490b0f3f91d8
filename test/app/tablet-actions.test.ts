import { afterEach, expect, test, vi } from 'vitest';
import { tabletActions } from '../../src/app/tablet-actions.ts';
import { StallDb } from '../../src/store/db.ts';

afterEach(() => vi.unstubAllGlobals());

test('removing the example never takes a real collective off the tablet, even one the hub has removed', async () => {
  vi.stubGlobal('location', { assign: () => undefined });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ kind: 'not-enrolled' }, { status: 401 })));
  const db = new StallDb('real');
  await db.drafts.put({ id: 'cart', state: 'open', changedAt: 1, value: {} });
  const removed = await tabletActions(db, '').removeExample();
  expect(removed).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } });
  expect(await new StallDb('real').drafts.count()).toBe(1);
});
