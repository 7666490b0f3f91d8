import { describe, expect, it } from 'vitest';
import { instantOf, isoWithOffset, isZone, wallClock, zoneOffsetMinutes } from '../../src/domain/time.ts';

describe('time on a market’s wall clock', () => {
  it('goes on in the tablet’s own zone where the browser does not know the market’s', () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const at = Date.UTC(2026, 5, 13, 8, 5);
    expect(wallClock(at, 'Mars/Olympus')).toEqual(wallClock(at, own));
  });

  it.each([
    ['Europe/Berlin', Date.UTC(2026, 5, 13, 8, 5), '2026-06-13T10:05:00+02:00'],
    ['Europe/Berlin', Date.UTC(2026, 0, 13, 8, 5), '2026-01-13T09:05:00+01:00'],
    ['America/St_Johns', Date.UTC(2026, 0, 13, 8, 5), '2026-01-13T04:35:00-03:30'],
    ['Asia/Kathmandu', Date.UTC(2026, 0, 13, 20, 30), '2026-01-14T02:15:00+05:45'],
    ['UTC', Date.UTC(2026, 11, 31, 23, 59, 59), '2026-12-31T23:59:59+00:00'],
  ])('in %s is written with its offset', (zone, at, text) => {
    expect(isoWithOffset(at, zone)).toBe(text);
    expect(Date.parse(isoWithOffset(at, zone))).toBe(at);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'comes back to the same instant in %s, every seven hours of a year',
    (zone) => {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 7 * 3_600_000) {
        const { date, time } = wallClock(at, zone);
        const again = instantOf(date, time, zone);
        // An hour that the clock shows twice has two instants; the earlier one is meant.
        expect(wallClock(again, zone)).toEqual({ date, time });
        expect(at - again).toBeGreaterThanOrEqual(0);
        expect(at - again).toBeLessThanOrEqual(3_600_000);
      }
    },
  );

  it('takes the earlier of an hour that comes twice', () => {
    const at = instantOf('2026-10-25', '02:30', 'Europe/Berlin');
    expect(isoWithOffset(at, 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
  });

  it('reads a time that the clock skips an hour later', () => {
    const at = instantOf('2026-03-29', '02:30', 'Europe/Berlin');
    expect(isoWithOffset(at, 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00');
    expect(zoneOffsetMinutes(at, 'Europe/Berlin')).toBe(120);
  });

  it('knows a zone from a word', () => {
    expect([isZone('Europe/Lisbon'), isZone('Lisbon'), isZone('')]).toEqual([true, false, false]);
  });
});
