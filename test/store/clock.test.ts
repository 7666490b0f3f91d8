import { describe, expect, it } from 'vitest';
import { makeClock } from '../../src/store/clock.ts';

const START = Date.UTC(2026, 5, 13, 10);

describe('the tablet clock', () => {
  it('goes on from the start-up when a person sets the tablet back a day', () => {
    let [wall, monotonic] = [START, 500];
    const clock = makeClock(
      0,
      () => wall,
      () => monotonic,
    );
    [wall, monotonic] = [START - 86_400_000, 1_500];
    expect(clock.now()).toBe(START + 1_000);
  });

  it('counts the hours the tablet slept, in which the monotonic clock stood still', () => {
    let [wall, monotonic] = [START, 500];
    const clock = makeClock(
      0,
      () => wall,
      () => monotonic,
    );
    [wall, monotonic] = [START + 3 * 3_600_000, 1_500];
    expect(clock.now()).toBe(START + 3 * 3_600_000);
  });

  it('counts the weeks in its bag from one market to the next', () => {
    let [wall, monotonic] = [START, 500];
    const clock = makeClock(
      0,
      () => wall,
      () => monotonic,
    );
    [wall, monotonic] = [START + 21 * 86_400_000, 1_500];
    expect(clock.now()).toBe(START + 21 * 86_400_000);
  });

  it('does not follow a jump of years', () => {
    let [wall, monotonic] = [START, 500];
    const clock = makeClock(
      0,
      () => wall,
      () => monotonic,
    );
    [wall, monotonic] = [START + 12 * 365 * 86_400_000, 1_500];
    expect(clock.now()).toBe(START + 1_000);
  });

  it('takes over what the hub said', () => {
    const clock = makeClock(
      0,
      () => START,
      () => 0,
    );
    clock.correct(-90_000);
    expect(clock.now()).toBe(START - 90_000);
  });
});
