import { describe, expect, test } from 'vitest';
import { makeBurstReader, type Heard } from '../../src/ui/key-burst.ts';
import { seededRandom } from '../support/seeded-random.ts';

const LABEL = 'HTTPS://ROW.EX/K7Q2M9XWA';

/** Types a text: `gaps` lie before each further sign and before Enter. */
function typed(text: string, gaps: readonly number[], end = 'Enter'): Heard[] {
  const read = makeBurstReader();
  let at = 10_000;
  return [...text.split(''), end].map((key, place) =>
    read({ key, at: (at += place === 0 ? 0 : (gaps[place - 1] ?? 0)) }),
  );
}

function scanned(heard: readonly Heard[]): readonly string[] {
  return heard.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
}

const even = (ms: number, signs: number) => Array.from({ length: signs }, () => ms);

describe('a scanner', () => {
  // Times of keydown events in Chromium 156, keys sent every 8 ms; the rows after the first with its processor slowed.
  test.each([
    ['idle', [1, 9, 13, 51, 1, 11, 9, 97, 2, 0, 12, 5, 21, 10, 30, 12, 4, 46, 1, 9, 8, 15, 11, 9]],
    ['slowed 6 times', [90, 4, 47, 24, 4, 7, 26, 46, 0, 8, 10, 9, 9, 11, 7, 10, 9, 10, 8, 13, 10, 9, 12, 101]],
    ['slowed and busy', [9, 9, 8, 9, 9, 9, 14, 6, 10, 12, 10, 6, 21, 1, 7, 10, 8, 12, 5, 20, 11, 6, 7, 8]],
    ['slowed 20 times', [9, 9, 9, 9, 8, 9, 9, 8, 8, 8, 9, 46, 22, 17, 12, 10, 10, 15, 11, 296, 11, 17, 9, 8]],
  ])('is heard on a tablet that is %s', (_, gaps) => {
    expect(scanned(typed(LABEL, gaps))).toEqual([LABEL]);
  });

  test('on the slow radio of Bluetooth is heard, at a pace no hand keeps', () => {
    const gaps = [45, 60, 45, 45, 60, 45, 60, 60, 45];
    expect(scanned(typed('WINDOW/11', gaps))).toEqual(['WINDOW/11']);
    expect(scanned(typed(LABEL, even(60, 24)))).toEqual([LABEL]);
  });

  test('may end with Tab, and four quick signs are enough', () => {
    expect(scanned(typed('K7Q2', even(5, 4), 'Tab'))).toEqual(['K7Q2']);
  });

  test('that reads two labels gives two texts', () => {
    const read = makeBurstReader();
    let at = 0;
    const heard = [...'WINDOW/11'.split(''), 'Enter', ...'SALT-20'.split(''), 'Enter'].map((key) =>
      read({ key, at: (at += 12) }),
    );
    expect(scanned(heard)).toEqual(['WINDOW/11', 'SALT-20']);
  });

  test('after something typed is heard without it', () => {
    const read = makeBurstReader();
    const hand = 'har'.split('').map((key, place) => read({ key, at: place * 130 }));
    const scan = [...LABEL.split(''), 'Enter'].map((key, place) => read({ key, at: 1_000 + place * 8 }));
    expect(scanned([...hand, ...scan])).toEqual([LABEL]);
  });

  test('keeps its signs from being shortcuts, from the third on', () => {
    const heard = typed('KEEP', even(8, 4)).map(({ kind }) => kind);
    expect(heard).toEqual(['start', 'hand', 'burst', 'burst', 'text']);
  });
});

describe('a hand', () => {
  test.each([
    ['at 60 words a minute', 'harbour', [180, 240, 150, 210, 190, 170, 260]],
    ['at 120 words a minute', 'harbour', [95, 110, 70, 130, 90, 85, 120]],
    ['with keys rolled into each other', 'window', [28, 140, 31, 95, 30, 110]],
    ['that knows the word by heart', 'rain', [30, 33, 40, 60]],
    ['at the pace of a champion', 'meadow', [62, 48, 75, 55, 70, 90]],
    ['hitting three keys at once', 'asd', [3, 5, 9]],
    ['typing an amount', '12000', [110, 35, 34, 36, 150]],
  ])('%s is never taken for a scan', (_, text, gaps) => {
    expect(scanned(typed(text, gaps))).toEqual([]);
  });

  test('rolling two keys keeps its shortcuts', () => {
    expect(typed('window', [28, 140, 31, 95, 30, 110]).filter(({ kind }) => kind === 'burst')).toEqual([]);
  });

  test('holding a key down and letting go with Enter is no scan', () => {
    const read = makeBurstReader();
    const heard = Array.from({ length: 20 }, (_, place) => read({ key: 'a', at: place * 30, isRepeat: place > 0 }));
    expect(scanned([...heard, read({ key: 'Enter', at: 620 })])).toEqual([]);
  });

  test('correcting itself begins anew', () => {
    const read = makeBurstReader();
    const keys = ['a', 'b', 'c', 'Backspace', 'd', 'Enter'];
    expect(scanned(keys.map((key, place) => read({ key, at: place * 10 })))).toEqual([]);
  });

  test('typing two thousand words, however quickly for a person, is never taken for a scan', () => {
    const random = seededRandom(156);
    const taken: string[] = [];
    for (let word = 0; word < 2_000; word++) {
      const signs = 3 + Math.floor(random() * 12);
      // 90 ms a key is 130 words a minute; every fourth pair is rolled, Enter takes a little longer.
      const gaps = Array.from({ length: signs - 1 }, () => (random() < 0.25 ? 20 + random() * 25 : 60 + random() * 90));
      taken.push(...scanned(typed('x'.repeat(signs), [...gaps, 90 + random() * 120])));
    }
    expect(taken).toEqual([]);
  });
});
