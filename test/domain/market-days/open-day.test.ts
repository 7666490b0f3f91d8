import { describe, expect, test } from 'vitest';
import { catalogueFrom, type MarketPlan } from '../../../src/domain/catalogue/catalogue.ts';
import { marketDayId, type MarketDayRow } from '../../../src/domain/market-days/days.ts';
import { dayAtFirstTap, openDay } from '../../../src/domain/market-days/open-day.ts';

const own = { drawer: 'drawer-a', letters: 'A' };
const now: Parameters<typeof dayAtFirstTap>[0] = {
  collective: 'lumen',
  selected: '',
  at: Date.UTC(2026, 5, 13, 9),
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

  test('stays in the selected day after its close: it is late there, not early elsewhere', () => {
    const days = [aRow('morning', '2026-06-13', true), aRow('evening', '2026-06-13')];
    const drawerOpenedIn = new Set(['morning']);
    const { day, facts } = dayAtFirstTap({ ...now, days, selected: 'morning', drawerOpenedIn });
    expect([day, facts]).toEqual(['morning', []]);
  });

  test('stays in a day past midnight until somebody closes it', () => {
    const night = { ...now, date: '2026-06-14', at: Date.UTC(2026, 5, 13, 23, 30), selected: 'night' };
    expect(dayAtFirstTap({ ...night, days: [aRow('night', '2026-06-13')] }).day).toBe('night');
    expect(dayAtFirstTap({ ...night, days: [aRow('night', '2026-06-13', true)] }).day).not.toBe('night');
  });

  test('never goes into a day of last week, closed or forgotten open, however it was selected', () => {
    for (const isClosed of [true, false]) {
      const days = [aRow('last-week', '2026-06-06', isClosed)];
      const selected = { ...now, selected: 'last-week', days };
      expect(dayAtFirstTap(selected).day).toBe(marketDayId('lumen', '', '2026-06-13', ''));
      expect(dayAtFirstTap({ ...selected, plans: [aPlan('harbour')] }).day).toBe('harbour');
      expect(dayAtFirstTap({ ...selected, days: [...days, aRow('harbour', '2026-06-13')] }).day).toBe('harbour');
    }
    expect(
      dayAtFirstTap({ ...now, selected: 'missed', plans: [aPlan('missed', { date: '2026-06-06' })] }).day,
    ).not.toBe('missed');
  });

  test('never goes into a day that a clock years ahead has opened by a tap, once the clock is right', () => {
    const id = marketDayId('lumen', '', '2031-05-03', '');
    const ahead = aRow(id, '2031-05-03');
    const selected = { ...now, selected: id, days: [ahead], drawerOpenedIn: new Set([id]) };
    expect(dayAtFirstTap(selected).day).toBe(marketDayId('lumen', '', '2026-06-13', ''));
    expect(dayAtFirstTap({ ...selected, at: (ahead.opened?.at ?? 0) - 60_000, date: '2031-05-02' }).day).toBe(id);
  });

  test('stays in the open day although the battery ran empty and the clock is years behind', () => {
    const tapped = marketDayId('lumen', '', '2026-06-13', '');
    const behind = [
      { at: 60_000, date: '1970-01-01' },
      { at: Date.UTC(2026, 3, 1), date: '2026-04-01' },
    ] as const;
    for (const clock of behind)
      expect(dayAtFirstTap({ ...now, ...clock, selected: 'harbour', days: [aRow('harbour', '2026-06-13')] }).day).toBe(
        'harbour',
      );
    const selected = { ...now, ...behind[0], selected: tapped, days: [aRow(tapped, '2026-06-13')] };
    expect(dayAtFirstTap(selected).day).toBe(tapped);
  });

  test('says how the prices of that day are meant, before the day is open', () => {
    const taxOf = (change: Partial<typeof now>) => dayAtFirstTap({ ...now, ...change }).taxIncluded;
    expect(taxOf({ plans: [aPlan('harbour', { taxIncluded: false })] })).toBe(false);
    expect(taxOf({ days: [aRow('harbour', '2026-06-13', false, false)] })).toBe(false);
    expect(taxOf({ taxIncluded: false })).toBe(false);
    expect(taxOf({})).toBe(true);
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

function aRow(key: string, date: string, isClosed = false, taxIncluded = true): MarketDayRow {
  const moment = { stamp: `${date}-${key}`, at: Date.parse(`${date}T08:00:00Z`) };
  return {
    key,
    opened: { ...moment, taxIncluded, fields: { name: key, date } },
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
