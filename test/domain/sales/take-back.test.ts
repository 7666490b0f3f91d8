import { describe, expect, it } from 'vitest';
import {
  addGoods,
  removeLine,
  setLineDiscount,
  setNote,
  setQuantity,
  type Cart,
} from '../../../src/domain/sales/cart.ts';
import { takeBack } from '../../../src/domain/sales/take-back.ts';
import { cartOf, goods } from './samples.ts';

const salt = goods('salt', 2500);
const birch = goods('birch', 2500);
const harbour = goods('harbour', 9500, { edition: { edition: 'ed', size: 25, ladder: [] } });
const copy = (number: number) => ({ edition: 'ed', number, marked: true });

function added(cart: Cart, line: string, what = salt, which?: ReturnType<typeof copy>): Cart {
  const made = addGoods(cart, line, what, which);
  if (!made.ok) throw new Error(made.problem.kind);
  return made.value;
}
const ids = (cart: Cart | null) => cart?.lines.map(({ id, quantity }) => `${id} ${quantity}`);

describe('one step taken back out of the middle', () => {
  const empty = cartOf([]);

  it('takes a print out and keeps those that came after it', () => {
    const one = added(empty, 'a');
    const two = added(one, 'b', birch);
    expect(ids(takeBack(empty, one, two))).toEqual(['b 1']);
  });

  it('takes one of three away when the first of them is undone', () => {
    const one = added(empty, 'a');
    const three = added(added(one, 'x'), 'y');
    expect(ids(takeBack(empty, one, three))).toEqual(['a 2']);
  });

  it('brings a removed line back to where it stood', () => {
    const before = added(added(added(empty, 'a'), 'b', birch), 'c', goods('zine', 1800));
    const after = removeLine(before, 'b');
    const now = added(after, 'd', goods('tote', 2000));
    expect(ids(takeBack(before, after, now))).toEqual(['a 1', 'b 1', 'c 1', 'd 1']);
  });

  it('brings everything back that was emptied out, beside what came since', () => {
    const before = added(added(empty, 'a'), 'b', birch);
    const after = { ...before, lines: [] };
    const now = added(after, 'c', goods('zine', 1800));
    expect(ids(takeBack(before, after, now))).toEqual(['a 1', 'b 1', 'c 1']);
  });

  it('takes a discount off a line and leaves its later quantity', () => {
    const before = added(empty, 'a');
    const given = setLineDiscount(before, 'a', { kind: 'percent', value: 1000 });
    const after = given.ok ? given.value : before;
    const more = setQuantity(after, 'a', 3);
    expect(takeBack(before, after, more.ok ? more.value : after)).toBeNull();
    expect(takeBack(before, after, added(after, 'b', birch))?.lines[0]?.discount).toBeUndefined();
  });

  it('knows a note from a note written over it', () => {
    const noted = setNote(empty, 'gift');
    expect(takeBack(empty, noted, added(noted, 'a'))).not.toHaveProperty('note');
    expect(takeBack(empty, noted, setNote(noted, 'gift, blue paper'))).toBeNull();
  });

  it('never brings a number back beside itself', () => {
    const before = added(empty, 'a', harbour, copy(7));
    const after = removeLine(before, 'a');
    expect(takeBack(before, after, added(after, 'b', harbour, copy(7)))).toBeNull();
    expect(ids(takeBack(before, after, added(after, 'b', harbour, copy(9))))).toEqual(['a 1', 'b 1']);
  });

  it('takes the line of a number out only while it holds that number', () => {
    const one = added(empty, 'a', harbour, copy(7));
    const other = { ...one, lines: one.lines.map((line) => ({ ...line, copy: copy(9) })) };
    expect(takeBack(empty, one, other)).toBeNull();
  });
});
