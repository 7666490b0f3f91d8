import { afterEach, expect, it, vi } from 'vitest';
import { turnLog } from '../../src/store/turn-log.ts';

afterEach(() => vi.useRealTimers());

it('goes on with the start where a frozen window holds what it fills', async () => {
  vi.stubGlobal('navigator', { userAgentData: {} });
  const frozen = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('turn-log', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filling'));
    opening.addEventListener('success', () => resolve(opening.result));
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let isOver = false;
  const turning = turnLog().then(() => (isOver = true));
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  await turning;
  frozen.close();
});

it('leaves nothing behind, and is no longer there for the next start to wait for', async () => {
  vi.stubGlobal('navigator', { userAgentData: {} });
  await turnLog();
  await turnLog();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('turn-log');
});
