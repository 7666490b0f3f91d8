import type { DeviceId } from './device-key.ts';

/** Milliseconds UTC. */
export type Instant = number;

/** Causal order as text: 15-digit milliseconds, 4-digit counter, device. Compare with `<`; equal only for one entry. */
export type Stamp = string;

const COUNTS = 10_000;
/** The year 30,489. No clock says that: a stamp beyond it is no reason to write ones that do not fit 15 digits. */
const BEYOND_TIME = 9e14;

/**
 * The stamp of a new entry: later than everything its author has read, and at least its own clock.
 * A counter that runs over is carried into the milliseconds.
 * @param now this device's clock, already corrected by the offset last learnt from the hub
 * @param latestSeen the greatest stamp this device has read or made, whoever's it was
 */
export function nextStamp(now: Instant, latestSeen: Stamp | undefined, device: DeviceId): Stamp {
  const seen = latestSeen === undefined ? undefined : parseStamp(latestSeen);
  if (!seen || now > seen.ms || seen.ms >= BEYOND_TIME) return format(now, 0, device);
  const counter = seen.counter + 1;
  return counter < COUNTS ? format(seen.ms, counter, device) : format(seen.ms + 1, 0, device);
}

/** The parts of a stamp; the milliseconds may run ahead of the true time by what other devices' clocks were ahead. */
export function parseStamp(stamp: Stamp): {
  readonly ms: Instant;
  readonly counter: number;
  readonly device: DeviceId;
} {
  return { ms: Number(stamp.slice(0, 15)), counter: Number(stamp.slice(16, 20)), device: stamp.slice(21) };
}

/** `YYYYMMDD` in UTC of a stamp's milliseconds: the chunk a stock move is stored in. */
export function utcDate(stamp: Stamp): string {
  return new Date(Number(stamp.slice(0, 15))).toISOString().slice(0, 10).replaceAll('-', '');
}

function format(ms: Instant, counter: number, device: DeviceId): Stamp {
  return `${String(ms).padStart(15, '0')}-${String(counter).padStart(4, '0')}-${device}`;
}
