import { expect, test } from 'vitest';
import { padDay } from '../../../src/features/floor/pad-day.ts';
import { instantOf } from '../../../src/domain/time.ts';
import { fact } from '../../../src/domain/fact.ts';
import { done } from '../../../src/domain/result.ts';
import { commit } from '../../../src/store/commit.ts';
import type { Stall } from '../../../src/store/stall.tsx';
import { aMarket } from '../../support/a-market.ts';
import { aStall } from '../../support/a-stall.ts';

const PAST = '2026-06-06';
const TODAY = '2026-06-13';

/** The pad of a tablet on which a closed market of a week ago is still selected. */
async function aWeekLater(): Promise<{ stall: Stall; past: string }> {
  const market = await aMarket({ date: PAST });
  await market.open('10:00', 0);
  await market.write(fact('marketDay.closed', market.day, { marketDay: market.day }));
  const { db, author } = market.tablet;
  const now = () => instantOf(TODAY, '11:00', market.zone);
  const stall = { ...(await aStall()), db, now, author: () => author, day: market.day, zone: market.zone };
  return { stall, past: market.day };
}

test('a day of the past that is still selected takes no pauses, and none is opened for them', async () => {
  const { stall } = await aWeekLater();
  expect(await padDay(stall)).toBe('');
});

test('pauses enter the day that is open today, whatever is selected', async () => {
  const { stall } = await aWeekLater();
  const opened = { marketDay: 'today', fields: { name: 'Quay', date: TODAY, zone: stall.zone, place: 'stall' } };
  const open = fact('marketDay.opened', 'today', { ...opened, taxIncluded: true });
  await commit(stall.db, { ...stall.author(), day: 'today' }, () => Promise.resolve(done({ facts: [open] })));
  expect(await padDay(stall)).toBe('today');
});

test('a selected day of today takes pauses also after its close', async () => {
  const { stall, past } = await aWeekLater();
  expect(await padDay({ ...stall, now: () => instantOf(PAST, '18:00', stall.zone) })).toBe(past);
});
