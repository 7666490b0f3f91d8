import { describe, expect, it } from 'vitest';
import { believedOffset, makeClock } from '../../src/store/clock.ts';

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

describe('a clock that is years off', () => {
  const YEAR = 365 * 86_400_000;
  const LATER = 21 * 86_400_000;
  /** The hub named START; three weeks pass; gives how far the believed time is from the true one. */
  const offBy = (years: number, isSetRight: boolean) => {
    const [learntAt, offset] = [START - years * YEAR, years * YEAR];
    const wall = START + LATER - (isSetRight ? 0 : years * YEAR);
    return wall + believedOffset(offset, learntAt, wall) - (START + LATER);
  };

  it.each([8, -12, 2])('by %i years keeps the hub’s time, as long as nobody sets it', (years) => {
    expect(offBy(years, false)).toBe(0);
  });

  it.each([8, -12, 2])('by %i years, and then set right by a person, is not moved by as much again', (years) => {
    expect(offBy(years, true)).toBe(0);
  });

  it('is taken as it is where it is minutes, or nobody knows when it was learnt', () => {
    expect(believedOffset(90_000, START, START)).toBe(90_000);
    expect(believedOffset(3 * YEAR, null, START)).toBe(3 * YEAR);
  });
});
