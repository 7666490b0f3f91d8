import { expect, test } from 'vitest';
import { closings } from '../../../src/domain/market-days/drawer.ts';
import { closeOwnDrawer, openMarket } from '../../../src/features/market-days/actions.ts';
import { ownDrawer } from '../../../src/store/drawer.ts';
import { readDay } from '../../../src/store/read.ts';
import { aStall } from '../../support/a-stall.ts';

const day = {
  id: 'day-1',
  name: 'Harbour Market',
  venue: '',
  date: '2026-06-13',
  opens: '10:00',
  closes: '17:00',
  zone: 'Europe/Berlin',
  taxIncluded: true,
  state: 'today',
  openedAt: null,
  closedAt: null,
  plan: undefined,
} as const;

test('a drawer that two windows close at once has one Z, and no surplus', async () => {
  const stall = await aStall();
  await openMarket(stall, day, { counted: 10_000 });
  const [first, second] = await Promise.all([
    closeOwnDrawer(stall, day.id, { counted: 10_000 }),
    closeOwnDrawer(stall, day.id, { counted: 10_000 }),
  ]);
  expect(first).toMatchObject({ ok: true, value: { z: 'A-Z1', expected: 10_000 } });
  expect(second).toMatchObject({ ok: false, problem: { kind: 'drawer-not-open' } });
  expect(closings(await readDay(stall.db, day.id), ownDrawer(stall.device))).toHaveLength(1);
});

test('a drawer that was opened anew closes as the next Z', async () => {
  const stall = await aStall();
  for (const z of ['A-Z1', 'A-Z2']) {
    await openMarket(stall, day, { counted: 5000 });
    const closed = await closeOwnDrawer(stall, day.id, { counted: 5000 });
    expect(closed).toMatchObject({ ok: true, value: { z, expected: 5000 } });
  }
});
