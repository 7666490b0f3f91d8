import { expect, test } from 'vitest';
import { CodeLock, RELEASE_MS } from '../../src/ui/code-lock.ts';

test('a label that lies under the camera for a minute is one label', () => {
  const lock = new CodeLock();
  const news = Array.from({ length: 600 }, (_, frame) => lock.see('A', true, frame * 100)).filter(Boolean);
  expect(news).toHaveLength(1);
});

test('a gap of blurred frames does not release a label, leaving the frame does', () => {
  const lock = new CodeLock();
  expect(lock.see('A', true, 0)).toBe(true);
  expect(lock.see('A', true, RELEASE_MS)).toBe(false);
  expect(lock.isHeld(2 * RELEASE_MS)).toBe(true);
  expect(lock.see('A', true, 2 * RELEASE_MS + 1)).toBe(true);
});

test('another label counts at once, and the first one again after it', () => {
  const lock = new CodeLock();
  expect([lock.see('A', true, 0), lock.see('B', true, 50), lock.see('A', true, 100)]).toEqual([true, true, true]);
});

test('bars count from their second equal read, and a misread between is not one', () => {
  const lock = new CodeLock();
  const reads = ['4006381333931', '4006381333937', '4006381333931', '4006381333931'];
  expect(reads.map((text, at) => lock.see(text, false, at * 80))).toEqual([false, false, false, true]);
});

test('two equal reads of bars that are far apart are two glimpses, not one label', () => {
  const lock = new CodeLock();
  expect([lock.see('A', false, 0), lock.see('A', false, RELEASE_MS)]).toEqual([false, false]);
});
