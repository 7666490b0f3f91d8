import { expect, test } from 'vitest';
import { againstLimit, inRounds, median, percentile } from './rounds.mjs';

test('control and subject take turns, and who goes first changes with the round', async () => {
  const order: string[] = [];
  await inRounds({
    name: 'turns',
    unit: 'ms',
    warmUp: 0,
    control: async (round) => order.push(`control ${round}`),
    subject: async (round) => order.push(`subject ${round}`),
  });
  expect(order.slice(0, 6)).toEqual(['control 0', 'subject 0', 'subject 1', 'control 1', 'control 2', 'subject 2']);
});

test('the ratio is the median over the rounds, and the warm-up does not count', async () => {
  const ratios = [9, 1, 2, 4, 3, 5]; // the first is the warm-up
  const result = await inRounds({
    name: 'ratio',
    unit: 'ms',
    control: async () => 10,
    subject: async (round) => 10 * (ratios[round + 1] ?? NaN),
  });
  expect(result).toEqual({ name: 'ratio', unit: 'ms', value: 30, against: 10, ratio: 3, low: 1, high: 5, rounds: 5 });
});

test('fewer than five rounds are refused', async () => {
  const one = async () => 1;
  await expect(inRounds({ name: 'few', unit: 'ms', control: one, subject: one, rounds: 4 })).rejects.toThrow(
    'at least 5',
  );
});

test('a size is set against its limit', () => {
  expect(againstLimit({ name: 'bundle', unit: 'kB', value: 100, limit: 250 })).toMatchObject({
    against: 250,
    ratio: 0.4,
  });
});

test('medians and percentiles of odd and even counts', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow('no values');
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)).toBe(10);
  expect(percentile([5], 0.95)).toBe(5);
});
