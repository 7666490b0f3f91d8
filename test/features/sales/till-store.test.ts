import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { addGoods } from '../../../src/domain/sales/cart.ts';
import { goodsOf } from '../../../src/domain/sales/goods-of.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { cashTender } from '../../../src/domain/sales/tenders.ts';
import { ringUp } from '../../../src/features/sales/actions.ts';
import { nextDraft } from '../../../src/features/sales/next-draft.ts';
import { keepDraft, newDraft, tillOf, type Draft, type Till } from '../../../src/features/sales/till-store.ts';
import { openAgain } from '../../../src/store/closed.ts';
import type { Stall } from '../../../src/store/stall.tsx';
import { cartOf, goods } from '../../domain/sales/samples.ts';
import { aStall } from '../../support/a-stall.ts';

/** A tap on a print: one more line. */
function tap({ catalogue }: Stall, till: Till, work: string): void {
  const goods = goodsOf(catalogue, catalogue.workById.get(work)?.variants[0]?.id ?? '');
  const { draft } = till.getState();
  const cart = goods && addGoods(draft.cart, `line-${work}`, goods);
  if (!cart?.ok) throw new Error(`no such print: ${work}`);
  till.setState({ draft: { ...draft, cart: cart.value } });
}

const worksIn = ({ cart }: Draft) => cart.lines.map(({ goods }) => goods.work);
const kept = async ({ db }: Stall) => (await db.drafts.toArray()).map(({ value }) => worksIn(value as Draft));

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
  expect(await kept(stall)).toEqual([['salt', 'birch']]);
  expect(stashed.size).toBe(0);
});

test('a print tapped while its sale is being written does not keep the sold cart beside the next one', async () => {
  const stall = await aStall();
  const till = await tillOf(stall.db);
  tap(stall, till, 'salt');
  await till.flush();
  const priced = priceCart(till.getState().draft.cart, { taxIncluded: true, rows: [] });
  // The sale takes its draft away as it is written: in that moment, and outside of its transaction.
  const taken = stall.db.drafts.hook('deleting');
  const meanwhile = () => {
    taken.unsubscribe(meanwhile);
    Dexie.ignoreTransaction(() => tap(stall, till, 'birch'));
  };
  taken.subscribe(meanwhile);
  const sold = await ringUp(stall, priced, [cashTender(priced.total, null, 1)]);
  expect(sold.ok).toBe(true);
  till.leave(nextDraft(till.getState().draft, priced.cart));
  await till.flush();
  expect(await kept(stall)).toEqual([['birch']]);
  expect(worksIn(till.getState().draft)).toEqual(['birch']);
});

test('a till that could not be read is read anew once the storage is there again', async () => {
  const stall = await aStall();
  const { db } = stall;
  await keepDraft(db, { ...newDraft(), cart: cartOf([{ goods: goods('salt', 2500) }]) });
  db.close({ disableAutoOpen: true });
  await expect(tillOf(db)).rejects.toThrow(Dexie.DatabaseClosedError);
  expect(await openAgain(db)).toBe(true);
  const till = await tillOf(db);
  expect(worksIn(till.getState().draft)).toEqual(['work-salt']);
  expect(await tillOf(db)).toBe(till);
});
