import type { Instant } from '../journal/stamp.ts';

export type { Instant } from '../journal/stamp.ts';

/** `YYYY-MM-DD` and `HH:MM:SS` of an instant on an IANA zone's wall clock. */
export function wallClock(at: Instant, zone: string): { readonly date: string; readonly time: string } {
  const parts = formatter(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

/** Whole minutes that a zone's wall clock is ahead of UTC at an instant. */
export function zoneOffsetMinutes(at: Instant, zone: string): number {
  const { date, time } = wallClock(at, zone);
  return Math.round((Date.parse(`${date}T${time}Z`) - Math.floor(at / 1000) * 1000) / 60_000);
}

/** ISO 8601 with the zone's offset, to the second: `2026-06-13T10:05:00+02:00`. */
export function isoWithOffset(at: Instant, zone: string): string {
  const { date, time } = wallClock(at, zone);
  const offset = zoneOffsetMinutes(at, zone);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${time}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/**
 * The instant at which a zone's wall clock shows this date and time. A time that the clock skips is read an hour
 * later, one that it shows twice is the first.
 */
export function instantOf(date: string, time: string, zone: string): Instant {
  const asUtc = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const before = asUtc - zoneOffsetMinutes(asUtc - DAY, zone) * 60_000;
  const after = asUtc - zoneOffsetMinutes(asUtc + DAY, zone) * 60_000;
  const shown = [before, after].filter((at) => zoneOffsetMinutes(at, zone) * 60_000 === asUtc - at);
  return shown.length > 0 ? Math.min(...shown) : before;
}

const DAY = 86_400_000;

/** Whether the platform knows this IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs a thousand times more than using one.
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    // A zone named by a newer browser than this one (Europe/Kyiv was Europe/Kiev) must not stop a sale: the tablet's own
    // is the likeliest, because it stands at the market.
    ...(isZone(zone) ? { timeZone: zone } : {}),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}
