import { expect, test } from '@playwright/test';
import { fact } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { putTablet } from '../support/put-tablet.ts';

const [FIRST, SECOND] = ['2026-06-13', '2026-06-20'];
const works = [
  { id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 8 },
  { id: 'fell', title: 'Fell', photographer: 'Silas Ombrey', price: 10_000, stock: 2 },
];

/** The same tablet, a week on: another day. */
function aWeekLater(market: Market): Market {
  const day = marketDayId(market.tablet.db.collective, 'Quay Market', SECOND, '');
  return Object.assign(Object.create(market) as Market, { day });
}

test('two markets are compared in one sentence, and each figure stands with its count', async ({ page, baseURL }) => {
  const first = await aMarket({ date: FIRST, works });
  await first.open('10:00', 10_000);
  await first.sell('10:20', { salt: 2 });
  await first.sell('11:20', { salt: 2 });
  first.at('17:05');
  await first.write(fact('marketDay.closed', first.day, { marketDay: first.day }));
  const second = aWeekLater(first);
  second.at('09:55', SECOND);
  const fields = {
    name: 'Quay Market',
    place: 'stall',
    date: SECOND,
    opens: '10:00',
    closes: '17:00',
    zone: first.zone,
  };
  await second.write(fact('marketDay.opened', second.day, { marketDay: second.day, fields, taxIncluded: true }));
  await second.sell('10:40', { salt: 2, fell: 1 }, { date: SECOND });
  second.at('17:05', SECOND);
  await second.write(fact('marketDay.closed', second.day, { marketDay: second.day }));

  await putTablet(page, baseURL ?? '', first.tablet.db);
  await page.clock.install({ time: instantOf(SECOND, '19:00', first.zone) });
  await page.goto(`${baseURL}/app/insights`);
  // 100.00 and 150.00 taken.
  await expect(
    page.getByRole('heading', { name: /^Quay Market, 20 Jun\w* took 50% more than Harbour Market, 13 Jun/ }),
  ).toBeVisible();
  await expect(page.getByText('this is a description, not a test')).toBeVisible();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
  await expect(row('Harbour Market')).toHaveText(['100.00', '2', '4', '50.00', /^40%, 4 of 10$/]);
  // Four prints of Salt and both of Fell were left for the second.
  await expect(row('Quay Market')).toHaveText(['150.00', '1', '3', '150.00', /^50%, 3 of 6$/]);
  await expect(page.getByText('visitors were not counted')).toBeVisible();
});
