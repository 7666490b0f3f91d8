import { expect, test, type Page } from '@playwright/test';
import { isFact } from '../../src/domain/fact.ts';
import { readJournal } from '../support/read-journal.ts';
import { seedTill } from '../support/seed-till.mjs';

// A tablet stays on its stall's table for weeks: each market's money belongs to that market.

const FIRST = new Date('2026-11-23T10:00:00+01:00');
const WEEK_LATER = new Date('2026-11-30T10:00:00+01:00');

test.beforeEach(async ({ page, baseURL }) => {
  await page.clock.install({ time: FIRST });
  await seedTill(page, baseURL ?? '', { hub: '' });
});

test('a week later the first sale opens a day of its own, and last week’s piece comes back on the new day', async ({
  page,
}) => {
  await sellSalt(page, 'A-0001');
  await page.clock.setSystemTime(WEEK_LATER);
  await page.goto('/app/sales');
  await expect(page.getByText('No sale yet')).toBeVisible();
  await sellSalt(page, 'A-0002');

  await page.goto('/app/sales');
  await expect(page.locator('.sale-row')).toHaveCount(1);
  await page.getByRole('searchbox').fill('a1');
  await expect(page.getByRole('heading', { name: 'Of an earlier day' })).toBeVisible();
  await expect(page.locator('.sale-row')).toContainText('23 November, 10:00');
  await page.locator('.sale-row').click();
  await page.locator('.unit').click();
  await page.getByRole('button', { name: 'Refund and put back' }).click();
  await expect(page.locator('.refund-said')).toContainText('25.00 given back, A-0003.');

  const facts = await readJournal(page);
  const opened = facts.filter(isFact('marketDay.opened'));
  expect(opened.map(({ body }) => body.fields.date)).toEqual(['2026-11-23', '2026-11-30']);
  const [last, today] = opened.map(({ day }) => day);
  const sold = facts.filter(isFact('sale.completed')).filter(({ body }) => body.receipt.startsWith('A-'));
  expect(sold.map(({ day }) => day)).toEqual([last, today]);
  expect(facts.filter(isFact('sale.refunded')).map(({ day }) => day)).toEqual([today]);
});

test('the first sale of a market whose tax comes on top asks for the tax', async ({ page }) => {
  await planTaxOnTop(page, '2026-11-23');
  await page.goto('/app/');
  await page.locator('.tile[data-work=salt]').click();
  // 25.00 and 7 % of it.
  await expect(page.locator('.total')).toContainText('26.75');
  await page.locator('.pay [data-pay=exact]').click();
  await expect(page.locator('.cart.done')).toContainText('26.75');
  const sale = (await readJournal(page)).filter(isFact('sale.completed')).at(-1);
  expect(sale?.body.taxIncluded).toBe(false);
});

test('a till left open from one market to the next asks for the tax that comes on top there', async ({ page }) => {
  await planTaxOnTop(page, '2026-11-30');
  await sellSalt(page, 'A-0001');
  await expect(page.locator('.cart.done')).toContainText('25.00');
  // Asleep in its bag: the wall clock went on, the page's own did not.
  await page.clock.setSystemTime(WEEK_LATER);
  await page.locator('.tile[data-work=salt]').click();
  await expect(page.locator('.total')).toContainText('26.75');
  await page.locator('.pay [data-pay=exact]').click();
  await expect(page.locator('.cart.done')).toContainText('A-0002');
  const facts = await readJournal(page);
  const sold = facts.filter(isFact('sale.completed')).filter(({ body }) => body.receipt.startsWith('A-'));
  expect(sold.map(({ body }) => body.taxIncluded)).toEqual([true, false]);
  expect(sold[1]?.day).toBe(facts.filter(isFact('marketDay.opened')).at(-1)?.day);
});

test('the list of sales left open over night is the new day’s', async ({ page }) => {
  await sellSalt(page, 'A-0001');
  await page.goto('/app/sales');
  await expect(page.locator('.sale-row')).toHaveCount(1);
  await page.clock.setSystemTime(WEEK_LATER);
  await page.clock.runFor(60_000);
  await expect(page.getByText('No sale yet')).toBeVisible();
});

async function planTaxOnTop(page: Page, date: string): Promise<void> {
  await page.goto('/app/market/days');
  await page.getByRole('button', { name: 'Plan a market' }).first().click();
  await page.getByLabel('Name of the market').fill('Tax on top');
  await page.getByLabel('Day', { exact: true }).fill(date);
  await page.getByRole('button', { name: 'Tax on top' }).click();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page).toHaveURL(/\/market\/days$/);
}

async function sellSalt(page: Page, receipt: string): Promise<void> {
  await page.goto('/app/');
  await page.locator('.tile[data-work=salt]').click();
  await page.locator('.pay [data-pay=exact]').click();
  await expect(page.locator('.cart.done')).toContainText(receipt);
}
