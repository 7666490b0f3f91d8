import { expect, test, type Page } from '@playwright/test';
import { scan } from '../support/a-person.ts';
import { readCode } from '../support/read-code.ts';
import { seedTill } from '../support/seed-till.mjs';

test.beforeEach(async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: 'https://lumen.example' });
});

const codesOf = async (page: Page, origin: string | undefined, work: string) => {
  await page.goto(`${origin}/app/stock/works/${work}`);
  return page.locator('.printed-codes');
};

test('a code made for a print is shown as a code and in letters, and puts the print in the cart', async ({
  page,
  context,
  baseURL,
}) => {
  const codes = await codesOf(page, baseURL, 'salt');
  await codes.getByRole('button', { name: 'Make a code' }).click();
  const letters = (await codes.locator('.printed-letters').innerText()).replaceAll(' ', '');
  const read = await readCode(context, codes.locator('.qr-code'));
  expect(read).toBe(`HTTPS://LUMEN.EXAMPLE/${letters}`);
  await page.goto(`${baseURL}/app/`);
  await expect(page.locator('.tile[data-work=salt]')).toBeVisible();
  await scan(page, read);
  await expect(page.locator('.cart .line-main')).toContainText('Salt');
});

test('a barcode that is on a label is attached by a scanner, and moves only when a person says so', async ({
  page,
  baseURL,
}) => {
  const salt = await codesOf(page, baseURL, 'salt');
  const field = page.getByLabel('Scan it now, or type what stands under it');
  await salt.getByRole('button', { name: 'Attach one that is on it' }).click();
  await scan(page, 'https://elsewhere.example/a/page/that/is/longer/than/any/barcode');
  await expect(page.getByText('This is no code or barcode of a label. Nothing was changed.')).toBeVisible();
  await scan(page, '4006381333931');
  await expect(field).toHaveCount(0);
  await expect(salt).toContainText('Barcode 4006381333931');

  const birch = await codesOf(page, baseURL, 'birch');
  await birch.getByRole('button', { name: 'Attach one that is on it' }).click();
  await field.fill('4006381333931');
  await page.getByRole('button', { name: 'Attach it', exact: true }).click();
  await expect(page.getByText('This code stands for Salt so far. Nothing was changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Attach it here instead' }).click();
  await expect(birch).toContainText('Barcode 4006381333931');
  await page.goto(`${baseURL}/app/`);
  await expect(page.locator('.tile[data-work=birch]')).toBeVisible();
  await scan(page, '4006381333931');
  await expect(page.locator('.cart .line-main')).toContainText('Birch Study');
});
