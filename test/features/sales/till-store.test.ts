import { expect, test, vi } from 'vitest';
import { addGoods } from '../../../src/domain/sales/cart.ts';
import { goodsOf } from '../../../src/domain/sales/goods-of.ts';
import { tillOf, type Draft, type Till } from '../../../src/features/sales/till-store.ts';
import type { Stall } from '../../../src/store/stall.tsx';
import { aStall } from '../../support/a-stall.ts';

/** A tap on a print: one more line. */
function tap({ catalogue }: Stall, till: Till, work: string): void {
  const goods = goodsOf(catalogue, catalogue.workById.get(work)?.variants[0]?.id ?? '');
  const { draft } = till.getState();
  const cart = goods && addGoods(draft.cart, `line-${work}`, goods);
  if (!cart?.ok) throw new Error(`no such print: ${work}`);
  till.setState({ draft: { ...draft, cart: cart.value } });
}

const titles = ({ cart }: Draft) => cart.lines.map(({ goods }) => goods.title);

test('a draft that could not be kept stands in no later draft’s way, and waits with the window meanwhile', async () => {
  const stashed = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    setItem: (key: string, value: string) => stashed.set(key, value),
    getItem: (key: string) => stashed.get(key) ?? null,
    removeItem: (key: string) => stashed.delete(key),
  });
  const logged = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const stall = await aStall();
  const { drafts } = stall.db;
  const till = await tillOf(stall.db);
  const planted = () => {
    throw new DOMException('planted', 'DataError');
  };
  drafts.hook('creating', planted);
  tap(stall, till, 'salt');
  await till.flush();
  expect(await drafts.count()).toBe(0);
  expect([...stashed.values()].join()).toContain('Salt');
  expect(logged).toHaveBeenCalledOnce();
  drafts.hook('creating').unsubscribe(planted);
  tap(stall, till, 'birch');
  await till.flush();
  expect((await drafts.toArray()).map(({ value }) => titles(value as Draft))).toEqual([titles(till.getState().draft)]);
  expect(titles(till.getState().draft)).toHaveLength(2);
  expect(stashed.size).toBe(0);
});
