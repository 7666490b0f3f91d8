import { expect, test } from 'vitest';
import type { CopyRow } from '../../../src/domain/editions/copies.ts';
import { pickCopy } from '../../../src/domain/editions/pick-copy.ts';

const here = { device: 'A', place: 'stall', inCarts: new Set<string>(), levels: new Map<string, number>() };
const what = { edition: 'e', variant: 'a4' };

function row(number: number, more: Partial<CopyRow> = {}): CopyRow {
  return {
    key: `e:${number}`,
    edition: 'e',
    number,
    holder: { device: 'A', stamp: '1' },
    lies: null,
    marked: null,
    spoilt: false,
    sold: [],
    returned: [],
    ...more,
  };
}
const marked = (place: string, variant = 'a4') => ({ marked: '1', lies: { place, variant, stamp: '1' } });
const sold = { sold: [{ unit: 's:0:0', sale: 's', stamp: '2', assigned: true }], marked: '2' };

test('a tap takes the lowest unmarked number leased here', () => {
  const copies = [
    row(9),
    row(4),
    row(2, { holder: { device: 'B', stamp: '1' } }),
    row(1, sold),
    row(3, { spoilt: true }),
  ];
  expect(pickCopy(copies, what, here)).toEqual({ kind: 'take', copy: { edition: 'e', number: 4, marked: false } });
});

test('what is in a cart already is passed over', () => {
  const pick = pickCopy([row(4), row(9)], what, { ...here, inCarts: new Set(['e:4']) });
  expect(pick).toMatchObject({ copy: { number: 9 } });
});

test('an unmarked number laid out elsewhere or for another size stays there', () => {
  const copies = [row(4, { lies: { place: 'studio', variant: 'a4', stamp: '1' } }), row(5, { lies: { place: 'stall', variant: 'a3', stamp: '1' } }), row(6, { lies: { place: 'stall', variant: 'a4', stamp: '1' } })]; // prettier-ignore
  expect(pickCopy(copies, what, here)).toMatchObject({ copy: { number: 6 } });
});

test('with only marked copies here the row of their numbers is shown, in order', () => {
  const copies = [
    row(12, marked('stall')),
    row(3, marked('stall')),
    row(5, marked('studio')),
    row(6, marked('stall', 'a3')),
  ];
  expect(pickCopy(copies, what, here)).toEqual({ kind: 'choose', numbers: [3, 12] });
});

test('numbers still to be written give way to those on the paper, unless more pieces were counted than these', () => {
  const copies = [row(1, marked('stall')), row(2, marked('stall')), row(3), row(4)];
  const counted = (pieces: number) => pickCopy(copies, what, { ...here, levels: new Map([['a4', pieces]]) });
  expect(counted(2)).toEqual({ kind: 'choose', numbers: [1, 2] });
  expect(pickCopy(copies, what, here)).toEqual({ kind: 'choose', numbers: [1, 2] });
  expect(counted(3)).toMatchObject({ kind: 'take', copy: { number: 3 } });
  const inCart = { ...here, levels: new Map([['a4', 3]]), inCarts: new Set(['e:3']) };
  expect(pickCopy(copies, what, inCart)).toEqual({ kind: 'choose', numbers: [1, 2] });
  const lastInCart = { ...here, levels: new Map([['a4', 2]]), inCarts: new Set(['e:1']) };
  expect(pickCopy(copies, what, lastInCart)).toEqual({ kind: 'choose', numbers: [2] });
});

test('a marked copy that came back to the stall is there again', () => {
  const back = row(3, { ...sold, ...marked('stall'), returned: ['s:0:0'] });
  expect(pickCopy([back], what, here)).toEqual({ kind: 'choose', numbers: [3] });
});

test('with no number here the number follows', () => {
  expect(pickCopy([row(1, sold), row(5, marked('studio'))], what, here)).toEqual({
    kind: 'follows',
    copy: { edition: 'e', number: null, marked: false },
  });
});
