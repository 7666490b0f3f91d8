import { expect, test, type Page } from '@playwright/test';
import { seedTill } from '../support/seed-till.mjs';

const money = (page: Page) => page.locator('.refund-said');

/** Sells one Salt for cash and goes to the sale, its print chosen. */
async function sellAndChoose(page: Page): Promise<void> {
  await page.locator('.tile[data-work=salt]').click();
  await page.locator('.pay [data-pay=exact]').click();
  await page.getByRole('button', { name: /Next sale/ }).click();
  await page.getByRole('button', { name: 'Sales' }).click();
  await page.locator('.unit').first().click();
}

/** What pairing as a stall's tablet would have made of it. */
async function makeStallTablet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open(
      (await indexedDB.databases()).find(({ name }) => name?.includes('mock-wall'))?.name ?? '',
    );
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const meta = open.result.transaction('meta', 'readwrite').objectStore('meta');
    const held = meta.get('device');
    await new Promise((resolve) => held.addEventListener('success', resolve));
    const row = held.result as { name: string; value: object };
    const written = meta.put({ ...row, value: { ...row.value, class: 'stall' } });
    await new Promise((resolve) => written.addEventListener('success', resolve));
    open.result.close();
  });
}

test('a lead’s tablet gives money back unasked; a stall’s asks for the PIN, and says when it is wrong', async ({
  page,
  baseURL,
}) => {
  test.slow();
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto('/app/tablet/collective');
  await page.getByRole('textbox', { name: /New PIN/ }).fill('4711');
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await expect(page.getByText('A PIN is set.')).toBeVisible();

  await page.goto('/app/');
  await sellAndChoose(page);
  await page.getByRole('button', { name: 'Refund and put back' }).click();
  await expect(money(page)).toContainText('25.00 given back');

  await makeStallTablet(page);
  await page.goto('/app/');
  await sellAndChoose(page);
  await page.getByRole('button', { name: 'Refund and put back' }).click();
  const sheet = page.getByRole('dialog', { name: 'A lead’s PIN' });
  await sheet.getByLabel('PIN', { exact: true }).fill('1111');
  await sheet.getByRole('button', { name: 'Give it back' }).click();
  await expect(sheet).toContainText('That is not the PIN. Nothing was given back.');
  await expect(money(page)).toHaveCount(0);
  await sheet.getByLabel('PIN', { exact: true }).fill('4711');
  await sheet.getByRole('button', { name: 'Give it back' }).click();
  await expect(money(page)).toContainText('25.00 given back');

  await page.goto('/app/');
  await sellAndChoose(page);
  await page.getByRole('button', { name: 'Exchange instead' }).click();
  await sheet.getByLabel('PIN', { exact: true }).fill('1111');
  await sheet.getByRole('button', { name: 'Exchange it' }).click();
  await expect(sheet).toContainText('That is not the PIN. Nothing was exchanged.');
  await sheet.getByLabel('PIN', { exact: true }).fill('4711');
  await sheet.getByRole('button', { name: 'Exchange it' }).click();
  await expect(page.locator('.credit')).toContainText('Back from');

  await page.goto('/app/market/ledger');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog', { name: 'A lead’s PIN' })).toContainText('before files leave it');
});

test('a stall’s tablet has no catalogue file to give, and its rescue file leaves it with the PIN only', async ({
  page,
  baseURL,
}) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto('/app/tablet/collective');
  await page.getByRole('textbox', { name: /New PIN/ }).fill('4711');
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await expect(page.getByText('A PIN is set.')).toBeVisible();
  await makeStallTablet(page);
  await page.goto('/app/stock/import');
  await expect(page.locator('.till')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the file' })).toHaveCount(0);

  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  const sheet = page.getByRole('dialog', { name: 'A lead’s PIN' });
  await page.goto('/app/tablet');
  await page.getByRole('button', { name: 'Save the rescue file' }).click();
  await sheet.getByLabel('PIN', { exact: true }).fill('1111');
  await sheet.getByRole('button', { name: 'Hand it over' }).click();
  await expect(sheet).toContainText('That is not the PIN. Nothing left this tablet.');
  expect(saved).toEqual([]);
  await sheet.getByLabel('PIN', { exact: true }).fill('4711');
  await sheet.getByRole('button', { name: 'Hand it over' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(/entries saved as rescue-/)).toBeVisible();
  await expect.poll(() => saved).toEqual([expect.stringMatching(/^rescue-.*\.jsonl$/)]);
});
