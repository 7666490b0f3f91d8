import { describe, expect, test } from 'vitest';
import { catalogueFrom, type MarketPlan } from '../../../src/domain/catalogue/catalogue.ts';
import { marketDayId, type MarketDayRow } from '../../../src/domain/market-days/days.ts';
import { dayAtFirstTap, openDay } from '../../../src/domain/market-days/open-day.ts';

const own = { drawer: 'drawer-a', letters: 'A' };
const now: Parameters<typeof dayAtFirstTap>[0] = {
  collective: 'lumen',
  selected: '',
  date: '2026-06-13',
  zone: 'Europe/Berlin',
  place: 'stall',
  taxIncluded: true,
  days: [],
  plans: [],
  own,
  drawerOpenedIn: new Set(),
};

describe('the first tap of a sale', () => {
  test('with nothing planned opens one day named after today, the same on every tablet, its float not counted', () => {
    const [here, there] = [dayAtFirstTap(now), dayAtFirstTap({ ...now, own: { drawer: 'drawer-b', letters: 'B' } })];
    expect(here.day).toBe(there.day);
    expect(here.day).toBe(marketDayId('lumen', '', '2026-06-13', ''));
    expect(here.facts.map(({ type, body }) => [type, body])).toEqual([
      [
        'marketDay.opened',
        {
          marketDay: here.day,
          fields: { name: '2026-06-13', date: '2026-06-13', zone: 'Europe/Berlin', place: 'stall' },
          taxIncluded: true,
        },
      ],
      ['drawer.opened', { drawer: 'drawer-a', letters: 'A', counted: null }],
    ]);
  });

  test('opens the day planned for today, with its own setting for tax, and not a cancelled one', () => {
    const plans = [aPlan('cancelled', { cancelled: true }), aPlan('harbour', { taxIncluded: false })];
    const { day, facts } = dayAtFirstTap({ ...now, plans });
    expect(day).toBe('harbour');
    expect(facts[0]?.body).toMatchObject({ marketDay: 'harbour', taxIncluded: false, fields: { name: 'harbour' } });
    expect(facts[0]?.body).not.toHaveProperty('fields.id');
  });

  test('stays in the selected day, also after its close: it is late there, not early elsewhere', () => {
    const days = [aRow('yesterday', '2026-06-12', true), aRow('harbour', '2026-06-13')];
    const drawerOpenedIn = new Set(['yesterday']);
    expect(dayAtFirstTap({ ...now, days, selected: 'yesterday', drawerOpenedIn })).toEqual({
      day: 'yesterday',
      facts: [],
    });
  });

  test('with nothing selected joins the day that is open today, with a drawer of its own', () => {
    const days = [aRow('old', '2026-06-12'), aRow('harbour', '2026-06-13')];
    const { day, facts } = dayAtFirstTap({ ...now, days });
    expect(day).toBe('harbour');
    expect(facts.map(({ type }) => type)).toEqual(['drawer.opened']);
  });

  test('opens a selected day that was planned and never opened', () => {
    const plans = [aPlan('other'), aPlan('harbour', { date: '2026-06-20' })];
    expect(dayAtFirstTap({ ...now, plans, selected: 'harbour' }).day).toBe('harbour');
  });
});

test('a day that another tablet opened only gets this drawer, with what was counted', () => {
  const day = { id: 'harbour', fields: {}, taxIncluded: true };
  const float = { counted: 10_000, denominations: { '5000': 2 } };
  expect(openDay(day, aRow('harbour', '2026-06-13'), own, float).map(({ body }) => body)).toEqual([
    { drawer: 'drawer-a', letters: 'A', counted: 10_000, denominations: { '5000': 2 } },
  ]);
  expect(openDay(day, undefined, own, float)).toHaveLength(2);
});

function aRow(key: string, date: string, isClosed = false): MarketDayRow {
  const moment = { stamp: `${date}-${key}`, at: 1 };
  return {
    key,
    opened: { ...moment, taxIncluded: true, fields: { name: key, date } },
    closed: isClosed ? moment : null,
  };
}

function aPlan(id: string, fields: Partial<MarketPlan> = {}): MarketPlan {
  const stamp = 's';
  const said = { name: id, date: '2026-06-13', ...fields };
  const row = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, { value, stamp }]));
  const plan = catalogueFrom([{ key: `marketDay:${id}`, kind: 'marketDay', id, fields: row }]).plans[0];
  if (!plan) throw new Error('no plan');
  return plan;
}
