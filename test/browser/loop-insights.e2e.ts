import { expect, test, type Page } from '@playwright/test';
import { fact } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { putTablet } from '../support/put-tablet.ts';

const [FIRST, SECOND, THIRD] = ['2026-06-13', '2026-06-20', '2026-06-27'];
const works = [
  { id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 20 },
  { id: 'fell', title: 'Fell', photographer: 'Silas Ombrey', price: 10_000, stock: 2 },
];

/** Ten sales on each of two markets a week apart. */
async function twoMarkets(): Promise<Market> {
  const first = await aMarket({ date: FIRST, works });
  await first.open('10:00', 10_000);
  for (let sale = 0; sale < 10; sale++) await first.sell(`10:${20 + sale}`, { salt: 1 });
  await close(first, FIRST);
  const second = await another(first, SECOND, 'Quay Market');
  for (let sale = 0; sale < 9; sale++) await second.sell(`10:${20 + sale}`, { salt: 1 }, { date: SECOND });
  await second.sell('11:40', { salt: 1, fell: 1 }, { date: SECOND });
  await close(second, SECOND);
  return first;
}

/** The same tablet on a later day. */
async function another(market: Market, date: string, name: string): Promise<Market> {
  const day = marketDayId(market.tablet.db.collective, name, date, '');
  const later = Object.assign(Object.create(market) as Market, { day });
  later.at('09:55', date);
  const fields = { name, place: 'stall', date, opens: '10:00', closes: '17:00', zone: market.zone };
  await later.write(fact('marketDay.opened', day, { marketDay: day, fields, taxIncluded: true }));
  return later;
}

async function close(market: Market, date: string): Promise<void> {
  market.at('17:05', date);
  await market.write(fact('marketDay.closed', market.day, { marketDay: market.day }));
}

async function showInsights(page: Page, baseURL: string | undefined, market: Market, date: string) {
  await putTablet(page, baseURL ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(date, '19:00', market.zone) });
  await page.goto(`${baseURL}/app/insights`);
  return (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
}

test('two markets are compared in one sentence, and each figure stands with its count', async ({ page, baseURL }) => {
  const row = await showInsights(page, baseURL, await twoMarkets(), SECOND);
  await expect(
    page.getByRole('heading', {
      name: 'Quay Market, Sat 20 June took 40% more than Harbour Market, Sat 13 June: 350.00 against 250.00.',
    }),
  ).toBeVisible();
  await expect(page.getByText('this is a description, not a test')).toBeVisible();
  await expect(row('Harbour Market')).toHaveText(['250.00', '10', '10', '25.00', /^45%, 10 of 22$/]);
  // Ten prints of Salt and both of Fell were left for the second.
  await expect(row('Quay Market')).toHaveText(['350.00', '10', '11', '35.00', /^92%, 11 of 12$/]);
  await expect(page.getByText('visitors were not counted')).toBeVisible();
});

test('a day that a first tap opened is called by its date, and one sale is not enough to compare', async ({
  page,
  baseURL,
}) => {
  const market = await twoMarkets();
  const third = await another(market, THIRD, THIRD);
  await third.sell('10:20', { fell: 1 }, { date: THIRD });
  await close(third, THIRD);
  const row = await showInsights(page, baseURL, market, THIRD);
  await expect(
    page.getByRole('heading', {
      name: 'Not enough yet: 1 sale at Saturday 27 June. A comparison needs 10 at each market.',
    }),
  ).toBeVisible();
  await expect(row('Saturday 27 June')).toHaveText(['100.00', '1', '1', '100.00', /1 of 1|not counted/]);
  await expect(page.locator('main')).not.toContainText(THIRD);
});
