import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../src/journal/hash.ts';
import { nextStamp, parseStamp, utcDate } from '../../src/journal/stamp.ts';

const A = 'AAAAAAAAAAAAAAAA';
const B = 'BBBBBBBBBBBBBBBB';
const NOON = Date.UTC(2026, 5, 13, 12);

describe('a stamp', () => {
  it('comes after everything its author has seen, however wrong the clocks are', () => {
    const makings = fc.array(fc.tuple(fc.integer({ min: 0, max: 4e12 }), fc.boolean()), { minLength: 2 });
    const property = fc.property(makings, (all) => {
      const stamps: string[] = [];
      for (const [now, first] of all) stamps.push(nextStamp(now, stamps.at(-1), first ? A : B));
      expect(stamps).toEqual([...new Set(stamps)].toSorted());
    });
    expect(fc.check(property, { seed: 7 }).failed).toBe(false);
  });

  it('fits its 15 digits, and the hub, whatever another device has written', () => {
    const hostile = `999999999999999-9999-${B}`;
    expect(parseStamp(nextStamp(NOON, hostile, A))).toEqual({ ms: NOON, counter: 0, device: A });
    const last = nextStamp(NOON, nextStamp(NOON, `899999999999999-9999-${B}`, A), A);
    expect(last).toMatch(/^\d{15}-\d{4}-/);
  });

  it('is the own clock when that is ahead', () => {
    expect(parseStamp(nextStamp(NOON, nextStamp(NOON - 1, undefined, B), A))).toEqual({
      ms: NOON,
      counter: 0,
      device: A,
    });
  });

  it('carries a counter that runs over into the milliseconds', () => {
    let stamp = nextStamp(NOON, undefined, A);
    for (let at = 0; at < 10_000; at++) stamp = nextStamp(NOON, stamp, A);
    expect(parseStamp(stamp)).toEqual({ ms: NOON + 1, counter: 0, device: A });
  });

  it('knows its UTC date', () => {
    expect(utcDate(nextStamp(Date.UTC(2026, 11, 31, 23, 59, 59, 999), undefined, A))).toBe('20261231');
  });
});

describe('base64url', () => {
  it('is what Node says it is, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
      { seed: 8 },
    );
  });

  it('refuses signs that are none', () => {
    expect(() => fromBase64Url('ab+/')).toThrow('not base64url');
  });
});
