import { expect, test } from 'vitest';
import { isFact } from '../../../src/domain/fact.ts';
import type { MarketDay } from '../../../src/domain/market-days/day-list.ts';
import { openMarket } from '../../../src/features/market-days/actions.ts';
import { enterPaperSale, isTaxIncludedOn, type PaperSale } from '../../../src/features/tablet/paper-sale.ts';
import { readDay } from '../../../src/store/read.ts';
import type { Stall } from '../../../src/store/stall.tsx';
import { aStall } from '../../support/a-stall.ts';

const DATE = '2026-06-13';

test('a sale on paper is entered as its market’s prices are meant: with the tax on top, as the till sold it', async () => {
  const stall = await aStall();
  await openMarket(stall, dayOf(stall, false), { counted: 0 });
  expect(await isTaxIncludedOn(stall, DATE)).toBe(false);
  // 25.00 and 7 %: what the list says is what the shopper paid in all.
  expect(await enterPaperSale(stall, saltFor(stall, 2675))).toMatchObject({ ok: true });
  const sale = (await readDay(stall.db, 'day-1')).find(isFact('sale.completed'));
  expect(sale?.body).toMatchObject({ taxIncluded: false, tenders: [{ kind: 'cash', amount: 2675 }] });
  expect(await enterPaperSale(stall, saltFor(stall, 2676))).toMatchObject({
    problem: { kind: 'paid-more', total: 2675 },
  });
});

test('a date without a market goes by the collective, and so does one that cannot be read', async () => {
  const stall = await aStall();
  await openMarket(stall, dayOf(stall, false), { counted: 0 });
  expect(await isTaxIncludedOn(stall, '2026-06-12')).toBe(true);
  expect(await isTaxIncludedOn(stall, '')).toBe(true);
});

function saltFor({ catalogue }: Stall, paid: number): PaperSale {
  const variant = catalogue.workById.get('salt')?.variants[0]?.id ?? '';
  const line = { variant, title: '', amount: 0, quantity: 1, number: null };
  return { date: DATE, time: '09:30', lines: [line], paid, tender: { kind: 'cash', name: '' } };
}

function dayOf({ zone }: Stall, taxIncluded: boolean): MarketDay {
  const times = { opens: '10:00', closes: '17:00', openedAt: null, closedAt: null };
  const named = { id: 'day-1', name: 'Harbour Market', venue: '', date: DATE, plan: undefined };
  return { ...named, ...times, zone, taxIncluded, state: 'today' };
}
