import type { Instant } from '../journal/stamp.ts';

/**
 * A forward jump up to this long is taken for sleep, in which the monotonic clock may stand still: a till left open in
 * its bag from one market to the next must not open last month's day.
 */
const LONGEST_SLEEP = 60 * 24 * 3_600_000;
const JITTER = 2_000;

/** The tablet's time: its wall clock plus the hub's offset at start-up, carried on monotonic time from there. */
interface Clock {
  now(): Instant;
  /** Takes over what the hub said; entries already written keep their time. */
  correct(offset: number): void;
}

/**
 * A clock that a person setting the tablet's time back does not move. `wall` and `monotonic` are `Date.now` and
 * `performance.now`; milliseconds.
 */
export function makeClock(offset: number, wall: () => number, monotonic: () => number): Clock {
  let base = { corrected: wall() + offset, wall: wall(), monotonic: monotonic() };
  return {
    now() {
      const ran = monotonic() - base.monotonic;
      const jump = wall() - base.wall - ran;
      return Math.round(base.corrected + ran + (jump > JITTER && jump < LONGEST_SLEEP ? jump : 0));
    },
    correct(next) {
      base = { corrected: wall() + next, wall: wall(), monotonic: monotonic() };
    },
  };
}

const DAY = 24 * 3_600_000;

/**
 * The hub's offset as far as it can still be believed: the device's clock may have been set since it was learnt. Off by
 * less than a day it is taken as it is. Beyond, of the two times the tablet could mean (with and without the offset)
 * the one counts that comes soonest after the moment the hub named.
 * @param learntAt the wall clock when the offset was learnt; null: not known
 */
export function believedOffset(offset: number, learntAt: number | null, wall: number): number {
  if (learntAt === null || Math.abs(offset) < DAY) return offset;
  const named = learntAt + offset;
  const [since = Infinity, sinceAlone = Infinity] = [wall + offset, wall].map((now) =>
    now >= named - DAY ? now - named : Infinity,
  );
  return sinceAlone < since ? 0 : offset;
}
