import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import { refused } from '../../src/domain/result.ts';
import { writeMeta } from '../../src/store/device.ts';
import type { Exchange } from '../../src/sync/exchange.ts';
import { startMediaLoop } from '../../src/sync/media.ts';
import { startSyncLoop } from '../../src/sync/loop.ts';
import { aSale } from '../support/a-sale.ts';
import { aTablet, type TestTablet } from '../support/a-tablet.ts';

// Of time only: the stand-in for IndexedDB goes on with `setImmediate`.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

async function pass(seconds: number): Promise<void> {
  for (let at = 0; at < seconds * 10; at++) {
    vi.advanceTimersByTime(100);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

async function joined(): Promise<TestTablet> {
  const tablet = await aTablet();
  const life = { counter: 1, random: 'r' };
  await writeMeta(tablet.db, 'hub', { url: '', token: 'token', hubId: 'hub', life, publicUrl: '' });
  await tablet.write(aSale());
  return tablet;
}

it('asks once a minute while only a person can help, and at once after a sale', async () => {
  const tablet = await joined();
  let asked = 0;
  const removed: Exchange = () => (asked++, Promise.resolve(refused({ kind: 'not-enrolled' })));
  const loop = startSyncLoop(tablet.db, removed);
  await pass(30);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(3);
  const before = asked;
  await tablet.write(aSale());
  await pass(1);
  loop.stop();
  expect(asked).toBe(before + 1);
});

it('does not ask for a picture that the hub does not have either after each sale', async () => {
  const tablet = await joined();
  const picture = { small: 's'.repeat(43), medium: 'm'.repeat(43), width: 3, height: 2 };
  await tablet.write(fact('work.revised', 'w', { work: 'w', fields: { picture }, variants: [] }));
  let asked = 0;
  const without: typeof fetch = () => Promise.resolve((asked++, Response.json({ kind: 'not-found' }, { status: 404 })));
  const loop = startMediaLoop(tablet.db, { url: '', token: 'token', fetch: without });
  await pass(5);
  expect(asked).toBe(2);
  for (let sales = 0; sales < 3; sales++) {
    await tablet.write(aSale());
    await pass(5);
  }
  loop.stop();
  expect(asked).toBe(2);
});
