import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

const VECTORS = 'test/vectors/catalogue';

test.beforeEach(async ({ page }) => {
  await page.goto('/app/stock/import');
  await expect(page.getByLabel('Choose a CSV file')).toBeAttached();
});

for (const [file, shop] of [
  ['shopify-new.csv', 'Shopify'],
  ['shopify-legacy.csv', 'Shopify (older layout)'],
] as const) {
  test(`${file} is looked at, hung offline, and changes nothing the second time`, async ({ page, context }) => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await bring(page, `${VECTORS}/${file}`);
    await expect(page.getByText(`${file}: ${shop}`)).toBeVisible();
    expect(await sums(page)).toMatchObject({ created: 3, changed: 0, left: 0 });
    await page.reload(); // looking changes nothing
    await bring(page, `${VECTORS}/${file}`);
    expect(await sums(page)).toMatchObject({ created: 3 });
    await page.getByRole('button', { name: 'Hang these 3' }).click();
    await expect(page.getByText('3 prints hung.')).toBeVisible();
    await page.getByRole('button', { name: 'Another file' }).click();
    await bring(page, `${VECTORS}/${file}`);
    expect(await sums(page)).toMatchObject({ created: 0, changed: 0, left: 3 });
  });
}

test('what changes is shown with what it was, and an import can be taken back', async ({ page }) => {
  const ours = (price: string) =>
    `Work key,Title,Photographer,Size,Price\r\nsalt,Salt,Ode Vasquarre,20 × 20,${price}\r\n`;
  await bringText(page, ours('25.00'));
  await page.getByRole('button', { name: 'Hang these 1' }).click();
  await page.getByRole('button', { name: 'Another file' }).click();
  await bringText(page, ours('30.00'));
  await expect(page.getByText('Price: 25.00 → 30.00')).toBeVisible();
  await page.getByRole('button', { name: 'Hang these 1' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  await page.getByRole('button', { name: 'See the wall' }).click();
  await expect(page.locator('.work-tile')).toHaveText(/Salt.*25/s);
});

test('the catalogue goes out as a file and changes nothing when it comes back', async ({ page }) => {
  await bring(page, `${VECTORS}/shopify-new.csv`);
  await page.getByRole('button', { name: 'Hang these 3' }).click();
  await page.getByRole('button', { name: 'Another file' }).click();
  for (const layout of ['Imago Stall, with commas', 'Imago Stall, with semicolons and decimal commas', 'Shopify']) {
    await page.getByLabel('Layout').selectOption({ label: layout });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    await bringText(page, text);
    expect(await sums(page), layout).toMatchObject({ created: 0, changed: 0, setAside: 0 });
    await page.getByRole('button', { name: 'Leave it' }).click();
  }
});

const BAD: readonly (readonly [string, Buffer | string, RegExp])[] = [
  ['an empty file', '', /This file is empty/],
  ['column names alone', 'Handle,Title,Variant Price\n', /none we know|no rows/],
  ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), /This is a spreadsheet/],
  ['a picture', readFileSync('public/icons/icon-192.png'), /not a text file|none we know/],
  ['unknown columns', 'a,b,c\n1,2,3\n', /These columns are none we know/],
  ['a quotation mark that is never closed', unclosed(), /never closed/],
  ['61 MB', Buffer.alloc(61 * 1024 * 1024, 'a'), /up to \d+ MB can be read/],
];
for (const [name, content, words] of BAD) {
  test(`${name} is refused in words, and nothing is hung`, async ({ page }, info) => {
    const file = info.outputPath('bad.csv'); // Playwright hands over no more than 50 MB itself
    writeFileSync(file, content);
    await bring(page, file);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await page.goto('/app/stock');
    await expect(page.getByText('No prints on this wall yet.')).toBeVisible();
  });
}

test('a bad row is named by line and column, its print set aside, the others hung', async ({ page }) => {
  const text = readFileSync(`${VECTORS}/shopify-new.csv`, 'utf8');
  const lines = text.split(/\r?\n/);
  const broken = lines.map((line, at) => (at === 1 ? line.replace('45.00', '-45.00') : line)).join('\n');
  expect(broken).not.toBe(lines.join('\n'));
  await bringText(page, broken);
  await expect(page.getByText(/^Line 2, Price/)).toBeVisible();
  await expect(page.getByText('A price cannot be below zero.')).toBeVisible();
  expect(await sums(page)).toMatchObject({ created: 2, setAside: 1 });
  await page.getByRole('button', { name: 'Hang these 2' }).click();
  await expect(page.getByText('1 print was set aside')).toBeVisible();
});

test.describe('where the worker does not start', () => {
  test.use({ serviceWorkers: 'block' });
  test('a file that cannot be read to its end is said so, and the next one can be chosen', async ({ page }) => {
    await page.route(/worker-.*\.js$/, (route) => route.abort());
    await bring(page, `${VECTORS}/shopify-new.csv`);
    await expect(page.getByRole('alert').filter({ hasText: 'could not be read to its end' })).toBeVisible();
    await page.unroute(/worker-.*\.js$/);
    await bring(page, `${VECTORS}/shopify-new.csv`);
    expect(await sums(page)).toMatchObject({ created: 3 });
  });
});

test('ten thousand rows are hung while the page stays free', async ({ page }) => {
  const rows = Array.from(
    { length: 10_000 },
    (_, at) => `row-${at},Print ${at},Maker ${at % 7},20 × 30,${10 + (at % 90)}.00`,
  );
  await bringText(page, `Work key,Title,Photographer,Size,Price\r\n${rows.join('\r\n')}\r\n`);
  const hang = page.getByRole('button', { name: 'Hang these 10000' });
  await expect(hang).toBeVisible({ timeout: 20_000 });
  const shares = await page.evaluateHandle(() => {
    const seen: number[] = [];
    const look = () => {
      const bar = document.querySelector<HTMLProgressElement>('progress[value]');
      if (bar) seen.push(bar.value / bar.max);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  await hang.click();
  await expect(page.getByText('10,000 prints hung.')).toBeVisible({ timeout: 25_000 });
  const seen = await shares.jsonValue();
  expect(seen.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(3);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('fifty megabytes are compared while the page answers, and can be left on the way', async ({ page }, info) => {
  const file = info.outputPath('long.csv');
  const story = 'x'.repeat(440);
  const rows = Array.from(
    { length: 100_000 },
    (_, at) => `row-${at},Print ${at},Maker ${at % 7},20 × 30,25.00,${story}`,
  );
  writeFileSync(file, `Work key,Title,Photographer,Size,Price,Description\r\n${rows.join('\r\n')}\r\n`);
  await bring(page, file);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible();
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now() };
    setInterval(() => {
      seen.longest = Math.max(seen.longest, performance.now() - seen.last);
      seen.last = performance.now();
    }, 20);
    Object.assign(globalThis, { seen });
  });
  await bring(page, file);
  await expect(page.locator('.import-sums')).toBeVisible({ timeout: 100_000 });
  expect(await page.locator('.import-sums b').first().textContent()).toBe('100000');
  await page.getByRole('button', { name: 'Show the first 300' }).click();
  await expect(page.getByText('And 99,700 more like these.')).toBeVisible();
  // Comparing in the page held it for more than ten seconds.
  const { longest } = await page.evaluate(() => Reflect.get(globalThis, 'seen') as { longest: number });
  expect(longest).toBeLessThan(3_000);
});

async function bring(page: Page, file: string): Promise<void> {
  await page.getByLabel('Choose a CSV file').setInputFiles(file);
}
async function bringText(page: Page, text: string): Promise<void> {
  await page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function sums(page: Page) {
  await expect(page.locator('.import-sums')).toBeVisible();
  const found = (await page.locator('.import-sums b').allTextContents()).map(Number);
  const [created, changed, left, setAside] = found;
  return { created, changed, left, setAside };
}

function unclosed(): string {
  return readFileSync(`${VECTORS}/shopify-new.csv`, 'utf8').replace(/\n([^\n]*)$/, '\n"$1');
}
