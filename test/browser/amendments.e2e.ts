import { expect, test, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aPerson, savedBy } from '../support/a-person.ts';
import { startHub } from '../support/hub-process.mjs';

// A sale that is lost once in two runs is lost.
test.describe.configure({ retries: 0 });

const LIST = fileURLToPath(new URL('../vectors/catalogue/shopify-new.csv', import.meta.url));

test.use({ locale: 'en-CH', timezoneId: 'Europe/Zurich' });

test('what is entered from paper after the close is amendment 1, what comes after it amendment 2', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const hub = await startHub({ args: ['--empty'] });
  try {
    const person = await aPerson(page);
    const { tap, tile, pay, follow, type } = person;

    await test.step('a collective with a list, at the hub', async () => {
      await page.goto(`${hub.url}/`);
      await follow('A list from your shop? Bring it in as a file.');
      await page.getByLabel('Choose a CSV file').setInputFiles(LIST);
      await tap('Hang these 3');
      await expect(page.getByText('3 prints hung')).toBeVisible();
      await tap(/^Tablet A/);
      await tap('One more tablet');
      await page.getByLabel('Code').fill(/own collective.*: (\S+)/.exec(hub.output())?.[1] ?? '');
      await tap('Bring it');
      await expect(page.getByRole('button', { name: /^All sent/ })).toBeVisible();
    });

    await test.step('a sale, and the close', async () => {
      await follow('Till');
      await tile('Dachlandschaft');
      await pay('exact');
      await person.receipt();
      await follow('Market');
      await tap('Close the day');
      await expect(page.getByRole('button', { name: 'Notes of 200' })).toBeVisible();
      await type('1');
      await tap('That is all of it');
      await tap('Do not know');
      await expect(page.locator('[data-paper-kind=z]')).toContainText('Z report A-Z1');
      await expect(page.getByRole('button', { name: /^All sent/ })).toBeVisible();
    });
    const report = await reportAddress(page);

    await test.step('no network: the late sale is shown, and has no number yet', async () => {
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await context.setOffline(true);
      await enterFromPaper(page, '12.00');
      await page.goto(report);
      await expect(page.locator('[data-paper-kind=late]')).toContainText(
        'Late, not numbered yet: what came in after A-Z1',
      );
      await expect(page.locator('[data-paper-kind=late] .paper-total')).toContainText('12.00');
      await expect(page.locator('[data-paper-kind=amendment]')).toHaveCount(0);
    });

    await test.step('the hub again: it numbers it', async () => {
      await context.setOffline(false);
      const first = page.locator('[data-paper-kind=amendment]');
      await expect(first).toContainText('Amendment 1 to A-Z1', { timeout: 60_000 });
      await expect(first.locator('.paper-total')).toContainText('12.00');
      await expect(first).toContainText('Numbered');
      await expect(page.locator('[data-paper-kind=late]')).toHaveCount(0);
      // The hub wrote into the day; it is not shown as a tablet.
      await expect(page.locator('.chain li')).toHaveCount(1);
    });

    await test.step('one more is amendment 2, and the ledger names both', async () => {
      await enterFromPaper(page, '7.50');
      await page.goto(report);
      const papers = page.locator('[data-paper-kind=amendment]');
      await expect(papers).toHaveCount(2, { timeout: 60_000 });
      await expect(papers.nth(0)).toContainText('Amendment 1 to A-Z1');
      await expect(papers.nth(0).locator('.paper-total')).toContainText('12.00');
      await expect(papers.nth(1)).toContainText('Amendment 2 to A-Z1');
      await expect(papers.nth(1).locator('.paper-total')).toContainText('7.50');
      const files = await savedBy(page, 4, () => tap('Share ledger'));
      const lines = await text(files.find((file) => file.suggestedFilename().endsWith('-lines.csv')));
      expect(lines.split('\r\n').map((line) => line.split(',')[2])).toEqual([
        'z',
        'A-Z1',
        'amendment 1',
        'amendment 2',
        undefined,
      ]);
    });
  } finally {
    await hub.remove();
    rmSync(hub.dataDir, { recursive: true, force: true });
  }
});

/** Sold just now, as the paper says: on the day that is closed. */
async function enterFromPaper(page: Page, amount: string): Promise<void> {
  await page.goto(new URL('/app/tablet/paper', page.url()).href);
  await page.getByLabel('What it was').fill('Postcard, from paper');
  await page.getByLabel('Amount', { exact: true }).fill(amount);
  await page.getByLabel('Time').fill(await page.evaluate(() => new Date().toTimeString().slice(0, 5)));
  await page.getByRole('button', { name: 'Enter the sale' }).click();
  await expect(page.getByRole('main').getByText('Write that number on the paper')).toBeVisible();
}

async function reportAddress(page: Page): Promise<string> {
  await page.goto(new URL('/app/market/days', page.url()).href);
  await page.getByRole('button', { name: 'Ledger' }).click();
  await page.getByRole('button', { name: 'Z reports' }).click();
  await expect(page.locator('[data-paper-kind=z]')).toBeVisible();
  return page.url();
}

async function text(file: { createReadStream(): Promise<NodeJS.ReadableStream> } | undefined): Promise<string> {
  let all = '';
  for await (const part of (await file?.createReadStream()) ?? []) all += String(part);
  return all;
}
