import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { addGoods } from '../../../src/domain/sales/cart.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { cashTender } from '../../../src/domain/sales/tenders.ts';
import { ringUp } from '../../../src/features/sales/actions.ts';
import { parkCart } from '../../../src/features/sales/park-cart.ts';
import { resumeCart } from '../../../src/features/sales/resume-cart.ts';
import { readDraft, tillOf, type Till } from '../../../src/features/sales/till-store.ts';
import type { Stall } from '../../../src/store/stall.tsx';
import { goods } from '../../domain/sales/samples.ts';
import { aStall } from '../../support/a-stall.ts';

function scan(till: Till, print: string): void {
  const { draft } = till.getState();
  const cart = addGoods(draft.cart, `line-${print}`, goods(print, 2500));
  if (!cart.ok) throw new Error(cart.problem.kind);
  till.setState({ draft: { ...draft, cart: cart.value } });
}

const inCart = (till: Till) => till.getState().draft.cart.lines.map(({ goods }) => goods.variant);
const kept = async ({ db }: Stall) =>
  (await db.drafts.orderBy('state').toArray()).map((row) => [
    row.state,
    ...(readDraft(row)?.cart.lines ?? []).map(({ goods }) => goods.variant),
  ]);

test('a print scanned while the cart is being put aside begins the next one, and the cart stays parked', async () => {
  const stall = await aStall();
  const till = await tillOf(stall.db);
  scan(till, 'salt');
  await till.flush();
  const written = stall.db.drafts.hook('updating');
  const meanwhile = () => {
    written.unsubscribe(meanwhile);
    Dexie.ignoreTransaction(() => scan(till, 'birch'));
  };
  written.subscribe(meanwhile);
  expect((await parkCart(stall, till, 'Comes back later')).ok).toBe(true);
  await till.flush();
  expect(inCart(till)).toEqual(['birch']);
  expect(await kept(stall)).toEqual([
    ['open', 'birch'],
    ['parked', 'salt'],
  ]);
});

test('a cart put aside while its sale is being written is sold, and not among the parked ones', async () => {
  const stall = await aStall();
  const till = await tillOf(stall.db);
  scan(till, 'salt');
  await till.flush();
  const priced = priceCart(till.getState().draft.cart, { taxIncluded: true, rows: [] });
  const written = stall.db.journal.hook('creating');
  let parking: Promise<unknown> | undefined;
  const meanwhile = () => void (parking ??= Dexie.ignoreTransaction(() => parkCart(stall, till, 'Comes back')));
  written.subscribe(meanwhile);
  expect((await ringUp(stall, priced, [cashTender(2500, null, 1)])).ok).toBe(true);
  written.unsubscribe(meanwhile);
  expect(parking).toBeDefined();
  await parking;
  await till.flush();
  expect(await kept(stall)).toEqual([]);
  expect(inCart(till)).toEqual([]);
});

test('a cart that the storage does not put aside stays open, and is kept once there is room', async () => {
  const stall = await aStall();
  const till = await tillOf(stall.db);
  scan(till, 'salt');
  await till.flush();
  const full = () => {
    throw new DOMException('planted', 'QuotaExceededError');
  };
  stall.db.drafts.hook('updating', full);
  expect(await parkCart(stall, till, '')).toEqual({ ok: false, problem: { kind: 'storage-full' } });
  expect(inCart(till)).toEqual(['salt']);
  stall.db.drafts.hook('updating').unsubscribe(full);
  scan(till, 'birch');
  await till.flush();
  expect(await kept(stall)).toEqual([['open', 'salt', 'birch']]);
});

test('a second tap puts aside neither nothing nor the next cart, and the parked one is taken up again', async () => {
  const stall = await aStall();
  const till = await tillOf(stall.db);
  scan(till, 'salt');
  await Promise.all([parkCart(stall, till, 'first'), parkCart(stall, till, 'second')]);
  await parkCart(stall, till, 'third');
  expect(await kept(stall)).toEqual([['parked', 'salt']]);
  const [row] = await stall.db.drafts.toArray();
  const parked = row && readDraft(row);
  if (!parked) throw new Error('not parked');
  await resumeCart(stall.db, till, parked);
  await till.flush();
  expect(await kept(stall)).toEqual([['open', 'salt']]);
});
