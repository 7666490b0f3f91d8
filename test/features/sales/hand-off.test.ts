import { expect, test } from 'vitest';
import { attemptsOf } from '../../../src/domain/payments/attempts.ts';
import { beginExchange } from '../../../src/domain/sales/cart-exchange.ts';
import { addGoods, emptyCart, type Cart } from '../../../src/domain/sales/cart.ts';
import { goodsOf } from '../../../src/domain/sales/goods-of.ts';
import { priceCart, type PricedCart } from '../../../src/domain/sales/pricing.ts';
import { saleHistory, unitsLeft } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { handOff, resolveAttempt, ringUp } from '../../../src/features/sales/actions.ts';
import { refund } from '../../../src/features/sales/refund.ts';
import {
  keepDraft,
  newDraft,
  readDraft,
  tillOf,
  type Draft,
  type OpenAttempt,
} from '../../../src/features/sales/till-store.ts';
import { fact } from '../../../src/domain/fact.ts';
import { done } from '../../../src/domain/result.ts';
import { commit } from '../../../src/store/commit.ts';
import { readAbout } from '../../../src/store/read.ts';
import type { Stall } from '../../../src/store/stall.tsx';
import { aStall } from '../../support/a-stall.ts';

/** A stall with a print for 25 in the cart, which is kept. */
async function aCart(): Promise<{ stall: Stall; draft: Draft; priced: PricedCart }> {
  const stall = await aStall();
  const variant = stall.catalogue.workById.get('salt')?.variants[0]?.id ?? '';
  const goods = goodsOf(stall.catalogue, variant);
  const cart = goods && addGoods(emptyCart('sale-1'), 'line-1', goods);
  if (!cart?.ok) throw new Error('no such print');
  const draft = { ...newDraft(), cart: cart.value };
  await keepDraft(stall.db, draft);
  return { stall, draft, priced: priced(cart.value) };
}

const priced = (cart: Cart) => priceCart(cart, { taxIncluded: true, rows: [] });
const byCard = (id: string, amount = 2500): OpenAttempt => ({ id, amount, kind: 'card' });
const kept = async ({ db }: Stall, cart = 'sale-1') => {
  const row = await db.drafts.get(cart);
  return row && readDraft(row);
};
const handedOff = async ({ db }: Stall) => attemptsOf(await readAbout(db, 'sale-1')).map(({ attempt }) => attempt);

/** What a till that ended between the hand-off and its draft left: an attempt only the journal knows of. */
async function endedBetween(stall: Stall, attempt: OpenAttempt): Promise<void> {
  const provider: 'manual-card' | 'bank-qr' = attempt.kind === 'card' ? 'manual-card' : 'bank-qr';
  const { id, amount, name, reference } = attempt;
  const body = {
    attempt: id,
    sale: 'sale-1',
    provider,
    amount,
    currency: 'EUR',
    ...(name === undefined ? {} : { tender: name }),
    ...(reference === undefined ? {} : { reference }),
  };
  await commit<never>(stall.db, stall.author(), () =>
    Promise.resolve(done({ facts: [fact('payment.handedOff', 'sale-1', body)] })),
  );
}

test('a till that ends right after the hand-off is kept has kept the draft with its attempt', async () => {
  const { stall, draft, priced } = await aCart();
  expect((await handOff(stall, priced, byCard('try-1'), () => draft)).ok).toBe(true);
  expect(await handedOff(stall)).toEqual(['try-1']);
  expect((await kept(stall))?.attempt).toEqual(byCard('try-1'));
  const till = await tillOf(stall.db);
  expect(till.getState()).toMatchObject({ view: { kind: 'unclear' }, draft: { attempt: byCard('try-1') } });
});

test.each([
  byCard('try-1'),
  { id: 'try-1', amount: 2500, kind: 'qr', name: 'Bank code', reference: 'RF18TRY1' },
] as const)('an attempt only the journal knows of is asked about at the next start: $kind', async (attempt) => {
  const { stall, priced } = await aCart();
  await endedBetween(stall, attempt);
  const till = await tillOf(stall.db);
  expect(till.getState()).toMatchObject({ view: { kind: 'unclear' }, draft: { attempt } });
  expect((await kept(stall))?.attempt).toEqual(attempt);
  const { draft } = till.getState();
  const tender = { kind: attempt.kind, amount: 2500, attempt: 'try-1' } as const;
  const sold = await ringUp(stall, priced, [tender], { answer: { attempt, outcome: 'succeeded' } });
  expect(sold).toMatchObject({ ok: true, value: { body: { sale: draft.cart.id, tenders: [tender] } } });
});

test('nothing is handed off a second time for a sale while its first amount is out', async () => {
  const { stall, draft, priced } = await aCart();
  await endedBetween(stall, byCard('try-1'));
  const second = await handOff(stall, priced, byCard('try-2'), () => draft);
  expect(second).toEqual({ ok: false, problem: { kind: 'attempt-open', attempt: 'try-1' } });
  expect(await handedOff(stall)).toEqual(['try-1']);
  expect((await kept(stall))?.attempt).toBeNull();
});

test('what is left of a split may go to the reader after a part nobody could tell of, and no attempt is forgotten', async () => {
  const { stall, draft, priced } = await aCart();
  const half = byCard('try-1', 1000);
  await handOff(stall, priced, half, () => draft);
  const after: Draft = { ...draft, parts: [cardTender(1000, 'try-1')] };
  await resolveAttempt(stall, 'sale-1', { attempt: half, outcome: 'unknown' }, () => after);
  expect(await kept(stall)).toMatchObject({ attempt: null, parts: [{ attempt: 'try-1' }] });
  const rest = byCard('try-2', 1500);
  expect((await handOff(stall, priced, rest, () => after)).ok).toBe(true);
  const inCash = await ringUp(stall, priced, [...after.parts, cashTender(1500, null, 1)]);
  expect(inCash).toEqual({ ok: false, problem: { kind: 'attempt-open', attempt: 'try-2' } });
  const byBoth = [...after.parts, cardTender(1500, 'try-2')];
  const sold = await ringUp(stall, priced, byBoth, { answer: { attempt: rest, outcome: 'succeeded' } });
  expect(sold.ok).toBe(true);
  expect(await kept(stall)).toBeUndefined();
});

test('an answer is kept with the draft it leaves behind', async () => {
  const { stall, draft, priced } = await aCart();
  await handOff(stall, priced, byCard('try-1'), () => draft);
  await resolveAttempt(stall, 'sale-1', { attempt: byCard('try-1'), outcome: 'failed' }, () => draft);
  expect((await kept(stall))?.attempt).toBeNull();
  expect((await handOff(stall, priced, byCard('try-2'), () => draft)).ok).toBe(true);
});

test('an amount that left while its cart was put aside does not stick to the next cart', async () => {
  const { stall, draft, priced } = await aCart();
  const next = newDraft();
  await stall.db.drafts.update('sale-1', { state: 'parked' });
  expect((await handOff(stall, priced, byCard('try-1'), () => next)).ok).toBe(true);
  expect(await kept(stall, next.cart.id)).toBeUndefined();
  expect(await stall.db.drafts.get('sale-1')).toMatchObject({ state: 'parked', value: { cart: draft.cart } });
});

test('a number that cannot be sold is said before the amount goes to the reader, not after', async () => {
  const { stall, draft } = await aCart();
  const variant = stall.catalogue.workById.get('harbour')?.variants[0]?.id ?? '';
  const goods = goodsOf(stall.catalogue, variant);
  const copy = { edition: goods?.edition?.edition ?? '', number: 1, marked: false };
  const added = goods && addGoods(draft.cart, 'line-2', goods, copy);
  if (!added?.ok) throw new Error('not added');
  const answer = await handOff(stall, priced(added.value), byCard('try-1'), () => ({ ...draft, cart: added.value }));
  expect(answer).toMatchObject({ ok: false, problem: { kind: 'copy-sold', number: 1 } });
  expect(await handedOff(stall)).toEqual([]);
});

test('a cart sold in another window is not put on the reader', async () => {
  const { stall, draft, priced } = await aCart();
  expect((await ringUp(stall, priced, [cashTender(2500, null, 1)])).ok).toBe(true);
  const answer = await handOff(stall, priced, byCard('try-1'), () => draft);
  expect(answer).toEqual({ ok: false, problem: { kind: 'sale-known', sale: 'sale-1' } });
});

test('an exchange whose print has come back meanwhile is refused before the amount goes to the reader', async () => {
  const { stall, draft, priced: first } = await aCart();
  expect((await ringUp(stall, first, [cardTender(2500)])).ok).toBe(true);
  const history = saleHistory(await readAbout(stall.db, 'sale-1'));
  if (!history) throw new Error('no sale');
  const two = { ...draft.cart, id: 'sale-2', lines: draft.cart.lines.map((line) => ({ ...line, quantity: 2 })) };
  const exchange = beginExchange(two, history, unitsLeft(history), true);
  if (!exchange.ok) throw new Error(exchange.problem.kind);
  expect((await refund(stall, 'sale-1', [[0, 0]], 'cash', true)).ok).toBe(true);
  const handed = await handOff(stall, priced(exchange.value), byCard('try-1'), () => ({
    ...draft,
    cart: exchange.value,
  }));
  expect(handed).toMatchObject({ ok: false, problem: { kind: 'unit-already-refunded' } });
  expect(attemptsOf(await readAbout(stall.db, 'sale-2'))).toEqual([]);
});
