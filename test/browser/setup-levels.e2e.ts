import { expect, test, type Page } from '@playwright/test';
import { seedTill } from '../support/seed-till.mjs';

/** The design's wall: Window Seat has written copies 5, 8, 11, 15, 18 and 20 at the stall; a studio is there. */
test.beforeEach(async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto(`${baseURL}/app/stock/levels`);
});

const level = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`Count or move .*${title}|${title}`) });

test('numbered copies move with their numbers, and the till then says where they are', async ({ page, baseURL }) => {
  await level(page, 'Window Seat').click();
  const numbers = page.getByLabel('Which numbers');
  const hint = page.getByText(/^Written and here: /);
  const before = (await hint.innerText()).replace('Written and here: ', '');
  await numbers.fill('99');
  await page.getByRole('button', { name: 'Move them' }).click();
  await expect(page.getByText(`These are not all here. Here are ${before}.`)).toBeVisible();
  await numbers.fill('8, 11');
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'studio' });
  await page.getByRole('button', { name: 'Move them' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await level(page, 'Window Seat').click();
  await expect(hint).not.toHaveText(/\b8\b|\b11\b/);
  await page.goto(`${baseURL}/app/`);
  await page.locator('.tile[data-work=window]').click();
  await expect(page.getByRole('button', { name: 'Copy 8, on print' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Copy 8,.*studio/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy 15, on print' })).toBeVisible();
});

test('counts are typed down the list, and what is no count is named and saves nothing', async ({ page, baseURL }) => {
  await page.getByRole('button', { name: 'Type counts' }).click();
  await page.getByLabel(/^Count of Birch Study/).fill('7');
  await page.getByLabel(/^Count of Salt/).fill('some');
  await page.getByRole('button', { name: 'Save the counts' }).click();
  await expect(page.getByText('“some” is no count. Write a whole number, 0 or more.')).toBeVisible();
  await page.getByLabel(/^Count of Salt/).fill('0');
  await page.getByRole('button', { name: 'Save the counts' }).click();
  await expect(page.getByText('2 counts saved.').first()).toBeVisible();
  await page.goto(`${baseURL}/app/`);
  await expect(page.locator('.tile[data-work=birch]')).toContainText('7 here');
  await expect(page.locator('.tile[data-work=salt]')).toContainText('0 here');
});
