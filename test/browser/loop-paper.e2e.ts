import { expect, test, type Page } from '@playwright/test';
import { isFact } from '../../src/domain/fact.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket } from '../support/a-market.ts';
import { putTablet } from '../support/put-tablet.ts';
import { readJournal } from '../support/read-journal.ts';

const DATE = '2026-06-13';
const works = [
  { id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 5 },
  { id: 'fell', title: 'Fell', photographer: 'Silas Ombrey', price: 9500 },
];

/** A market that is open, one sale in it, at 15:38: the page for sales on paper. */
async function openPaper(page: Page, origin: string | undefined) {
  const market = await aMarket({ date: DATE, works });
  await market.open('10:02', 10_000);
  await market.sell('14:10', { fell: 1 });
  await putTablet(page, origin ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '15:38', market.zone) });
  await page.goto(`${origin}/app/tablet/paper`);
  return market;
}
const enter = (page: Page) => page.getByRole('button', { name: 'Enter the sale' }).click();

test('a sale on paper joins its day with its own time, form, discount and way of paying', async ({ page, baseURL }) => {
  const market = await openPaper(page, baseURL);
  await page.getByLabel('Time').fill('11:20');
  await page.getByLabel('Print').selectOption('salt-v');
  await page.getByLabel('How many').fill('2');
  await page.getByLabel('Paid by').selectOption('card');
  await page.getByLabel('Paid in all').fill('45');
  await enter(page);
  await expect(page.locator('.form-done')).toHaveText('Entered as A-0002. Write that number on the paper.');
  const sale = (await readJournal(page)).filter(isFact('sale.completed')).find(({ body }) => body.receipt === 'A-0002');
  expect(sale).toMatchObject({ day: market.day, body: { soldAt: instantOf(DATE, '11:20', market.zone) } });
  expect(sale?.body.tenders.map(({ kind, amount }) => [kind, amount])).toEqual([['card', 4500]]);
  // On the board it stands in its half hour, and in the list of sales under its time.
  await page.goto(`${baseURL}/app/market`);
  await expect(page.getByRole('row', { name: '11:00 2 2 × Salt' })).toBeAttached();
  await expect(page.getByRole('row', { name: '15:30 0' })).toBeAttached();
  await expect(page.getByText('2 sales, 3 pieces')).toBeVisible();
  await page.goto(`${baseURL}/app/sales`);
  await expect(page.getByRole('link', { name: /A-0002/ })).toContainText('11:20');
  await page.goto(`${baseURL}/app/`);
  await expect(page.locator('.tile[data-work=salt]')).toContainText('3 here');
});

test('what is on the paper and cannot be is said, and nothing is entered', async ({ page, baseURL }) => {
  await openPaper(page, baseURL);
  const problem = page.locator('.form-problem');
  await page.getByLabel('Print').selectOption('salt-v');
  await enter(page);
  await expect(problem).toHaveText('Day and time as on the paper, such as 14:05.');
  await page.getByLabel('Time').fill('17:20');
  await enter(page);
  await expect(problem).toHaveText('This time is still to come. Look at day and time again.');
  await page.getByLabel('Time').fill('11:20');
  await page.getByLabel('Paid in all').fill('30');
  await enter(page);
  await expect(problem).toContainText('More was paid than the list says, 25.00.');
  await page.getByLabel('Paid in all').fill('');
  await page.getByLabel('How many').fill('half');
  await enter(page);
  await expect(problem).toContainText('A line has no amount or count that can be read.');
  expect((await readJournal(page)).filter(isFact('sale.completed'))).toHaveLength(1);
});
