import { afterEach, expect, test, vi } from 'vitest';
import { tabletActions } from '../../src/app/tablet-actions.ts';
import { rememberCollective } from '../../src/app/registry.ts';
import { fact } from '../../src/domain/fact.ts';
import { done } from '../../src/domain/result.ts';
import { commit } from '../../src/store/commit.ts';
import { StallDb } from '../../src/store/db.ts';
import { ownDevice, randomText } from '../../src/store/device.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('removing the example never takes a real collective off the tablet, even one the hub has removed', async () => {
  vi.stubGlobal('location', { assign: () => undefined });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ kind: 'not-enrolled' }, { status: 401 })));
  const db = new StallDb('real');
  await db.drafts.put({ id: 'cart', state: 'open', changedAt: 1, value: {} });
  const removed = await tabletActions(db, '').removeExample();
  expect(removed).toMatchObject({ ok: false, problem: { kind: 'not-allowed' } });
  expect(await new StallDb('real').drafts.count()).toBe(1);
});

test('a collective whose database cannot be read is named, and hides none of the others', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [mine, broken, other] = [new StallDb('mine'), new StallDb('broken'), new StallDb('other')];
  for (const [db, name] of [
    [mine, 'Mine'],
    [broken, 'Lumen Row'],
    [other, 'Other'],
  ] as const) {
    await rememberCollective(db.collective, 1);
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const { key } = await ownDevice(db, { letters: 'B', name: 'B', class: 'lead', now: 1 }, seed);
    const author = { device: key.device, by: '', day: '', now: () => 1_000, salt: () => randomText() };
    const named = fact('collective.revised', 'own', { fields: { name } });
    await commit<never>(db, author, () => Promise.resolve(done({ facts: [named] })));
  }
  const { collectives } = tabletActions(mine, '');
  expect((await collectives()).map(({ name }) => name)).toEqual(['Lumen Row', 'Mine', 'Other']);
  for (const db of [broken, other]) db.close();
  const whole = Reflect.get(IDBFactory.prototype, 'open') as (this: IDBFactory, ...call: unknown[]) => IDBOpenDBRequest;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function open(this: IDBFactory, ...call: unknown[]) {
    if (call[0] === 'imago-broken') throw new DOMException('planted', 'UnknownError');
    return whole.apply(this, call);
  });
  const found = await collectives();
  expect(found.map(({ name, isUnread = false }) => [name, isUnread])).toEqual([
    ['Lumen Row', true],
    ['Mine', false],
    ['Other', false],
  ]);
  expect(found.find(({ name }) => name === 'Other')).toMatchObject({ letters: 'B', class: 'lead' });
});
