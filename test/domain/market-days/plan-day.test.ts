import { expect, test } from 'vitest';
import { marketDayId } from '../../../src/domain/market-days/days.ts';
import { planDay, type DayPlan } from '../../../src/domain/market-days/plan-day.ts';

const plan: DayPlan = {
  name: ' Harbour Market ',
  venue: 'Old quay',
  date: '2026-06-13',
  session: '',
  opens: '10:00',
  closes: '17:00',
  zone: 'Europe/Berlin',
  float: 10_000,
  taxIncluded: true,
  people: ['noor'],
  expectedFootfall: null,
  place: 'stall',
};
const none = new Set<string>();

test('two tablets that plan the same market apart plan one day', () => {
  const [one, other] = [plan, { ...plan, name: 'harbour market', float: 0 }].map((each) =>
    planDay('lumen', each, none),
  );
  expect(one).toMatchObject({ ok: true, value: { fields: { name: 'Harbour Market' } } });
  expect(one?.ok && one.value.marketDay).toBe(other?.ok && other.value.marketDay);
});

test('a changed day keeps its id, whatever it is called now', () => {
  const changed = planDay('lumen', { ...plan, name: 'Quay Market', date: '2026-06-14' }, new Set(['day-1']), 'day-1');
  expect(changed).toMatchObject({ ok: true, value: { marketDay: 'day-1', fields: { date: '2026-06-14' } } });
});

test('the same market twice on one date needs a session, and is refused without', () => {
  const known = new Set([marketDayId('lumen', 'Harbour Market', '2026-06-13', '')]);
  expect(planDay('lumen', plan, known)).toEqual({ ok: false, problem: [{ kind: 'day-known' }] });
  expect(planDay('lumen', { ...plan, session: 'evening' }, known).ok).toBe(true);
});

test('a market may end after midnight', () => {
  expect(planDay('lumen', { ...plan, opens: '18:00', closes: '01:00' }, none).ok).toBe(true);
});

test.each([
  [{ name: '  ' }, 'name-missing'],
  [{ date: '2026-02-30' }, 'date-unusable'],
  [{ date: '' }, 'date-unusable'],
  [{ opens: '25:00' }, 'hours-unusable'],
  [{ opens: '17:00' }, 'hours-unusable'],
  [{ zone: 'Europe/Atlantis' }, 'zone-unknown'],
  [{ float: -1 }, 'float-unusable'],
  [{ float: 1.5 }, 'float-unusable'],
  [{ expectedFootfall: -3 }, 'visitors-unusable'],
  [{ expectedFootfall: 2_000_000 }, 'visitors-unusable'],
] as const)('%o is refused: %s', (change, kind) => {
  const planned = planDay('lumen', { ...plan, ...change }, none);
  expect(planned.ok ? [] : planned.problem.map((problem) => problem.kind)).toEqual([kind]);
});

test('all that is missing is said at once', () => {
  const planned = planDay('lumen', { ...plan, name: '', date: '', zone: 'x' }, none);
  expect(planned.ok ? [] : planned.problem.map(({ kind }) => kind)).toEqual([
    'name-missing',
    'date-unusable',
    'zone-unknown',
  ]);
});
