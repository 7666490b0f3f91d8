import { beforeEach, expect, test, vi } from 'vitest';
import { LEAST_BETWEEN, lookForUpdates } from '../../src/app/update-checks.ts';

let [now, visibilityState]: [number, DocumentVisibilityState] = [0, 'visible'];
let wonder = () => {};
const page = Object.defineProperty(new EventTarget(), 'visibilityState', { get: () => visibilityState });
const window = new EventTarget();
const life = {
  page: page as EventTarget & { readonly visibilityState: DocumentVisibilityState },
  window,
  now: () => now,
  every: (_: number, run: () => void) => {
    wonder = run;
    return () => (wonder = () => {});
  },
};
const come = (target: EventTarget, what: string) => target.dispatchEvent(new Event(what));
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  [now, visibilityState] = [1_000_000, 'visible'];
});

test('a till that stays open looks for a new version when the network or a person comes back, and now and then', async () => {
  const look = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const stop = lookForUpdates(look, life);
  for (const again of [() => come(window, 'online'), () => come(page, 'visibilitychange'), () => wonder()]) {
    look.mockClear();
    now += LEAST_BETWEEN;
    again();
    expect(look).toHaveBeenCalledTimes(1);
    await settled();
  }
  stop();
  now += LEAST_BETWEEN;
  come(window, 'online');
  come(page, 'visibilitychange');
  expect(look).toHaveBeenCalledTimes(1);
});

test('it asks at most once in so many hours, however often the network comes and goes', async () => {
  const look = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const stop = lookForUpdates(look, life);
  for (let at = 0; at < 100; at++) {
    now += LEAST_BETWEEN / 50;
    come(window, 'online');
    await settled();
  }
  expect(look).toHaveBeenCalledTimes(2);
  stop();
});

test('a look without an answer does not count, and nobody looks at a page that is hidden', async () => {
  const look = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('no network')));
  const stop = lookForUpdates(look, life);
  now += LEAST_BETWEEN;
  visibilityState = 'hidden';
  come(page, 'visibilitychange');
  expect(look).toHaveBeenCalledTimes(0);
  visibilityState = 'visible';
  come(page, 'visibilitychange');
  await settled();
  come(window, 'online');
  expect(look).toHaveBeenCalledTimes(2);
  stop();
});
