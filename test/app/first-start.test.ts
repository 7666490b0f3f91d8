import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const { name = '' } of await indexedDB.databases()) await Dexie.delete(name);
});

/** A tab: the app's modules of its own, on the databases all tabs share. */
async function aTab() {
  vi.resetModules();
  vi.stubGlobal('sessionStorage', { getItem: () => null });
  vi.stubGlobal('navigator', { language: 'de-CH' });
  return import('../../src/app/open-stall.ts');
}

test('two tabs that start a new tablet at once are one tablet of one collective', async () => {
  const [one, other] = [await aTab(), await aTab()];
  expect(one).not.toBe(other);
  const [first, second] = await Promise.all([one.openLastStall(() => undefined), other.openLastStall(() => undefined)]);
  expect(second.db.collective).toBe(first.db.collective);
  expect(second.device.key.device).toBe(first.device.key.device);
  expect(await first.db.journal.count()).toBe(1);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set([`imago-${first.db.collective}`, 'imago-tablet']));
});

test('a first start that was broken off before anything was written is finished by the next', async () => {
  const { lastOpenedOr } = await import('../../src/app/registry.ts');
  const id = await lastOpenedOr('broken-off', Date.now());
  const { db, device } = await (await aTab()).openLastStall(() => undefined);
  expect(db.collective).toBe(id);
  expect(device.letters).toBe('A');
  expect(await db.journal.count()).toBe(1);
});
