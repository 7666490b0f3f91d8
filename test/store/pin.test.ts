import { expect, it } from 'vitest';
import { askPin, hashPin } from '../../src/store/pin.ts';
import { aTablet } from '../support/a-tablet.ts';

const START = Date.UTC(2026, 5, 13, 10);

it('knows the right PIN from a wrong one', async () => {
  const { db } = await aTablet();
  const held = await hashPin('4711');
  const stall = { db, now: () => START };
  expect(await askPin(stall, '4712', held)).toBe('wrong');
  expect(await askPin(stall, '4711', held)).toBe('right');
});

it('looks at no PIN for a minute after five wrong ones, the right one included', async () => {
  const { db } = await aTablet();
  const held = await hashPin('4711');
  let now = START;
  const stall = { db, now: () => now };
  for (let wrong = 0; wrong < 5; wrong++) expect(await askPin(stall, '0000', held)).toBe('wrong');
  expect(await askPin(stall, '4711', held)).toBe('wait');
  now += 59_000;
  expect(await askPin(stall, '4711', held)).toBe('wait');
  now += 1_000;
  expect(await askPin(stall, '0000', held)).toBe('wrong');
  expect(await askPin(stall, '4711', held)).toBe('wait');
  now += 60_000;
  expect(await askPin(stall, '4711', held)).toBe('right');
  expect(await askPin(stall, '0000', held)).toBe('wrong');
  expect(await askPin(stall, '4711', held)).toBe('right');
});

it('counts wrong PINs that are asked at the same time', async () => {
  const { db } = await aTablet();
  const held = await hashPin('4711');
  const stall = { db, now: () => START };
  const answers = await Promise.all(Array.from({ length: 12 }, () => askPin(stall, '0000', held)));
  expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5);
});

it('does not lock for years when the clock is set back', async () => {
  const { db } = await aTablet();
  const held = await hashPin('4711');
  let now = START;
  const stall = { db, now: () => now };
  for (let wrong = 0; wrong < 5; wrong++) await askPin(stall, '0000', held);
  now -= 365 * 86_400_000;
  expect(await askPin(stall, '4711', held)).toBe('right');
});
