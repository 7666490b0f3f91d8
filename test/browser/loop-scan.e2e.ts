import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSign } from '../../src/domain/codes/printed-code.ts';
import { fact } from '../../src/domain/fact.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { writeCodeClip } from '../support/code-clip.mjs';
import { exampleVariants } from '../../src/tools/example/variants.ts';
import { scanKeys } from '../support/scan-keys.mjs';
import { seedExamplePage } from '../support/seed-example.mjs';

const codeOf = (signs: string) => signs + checkSign(signs);
const [PRICE_LABEL, COPY_LABEL] = [codeOf('SALTSALT'), codeOf('HARBHARB')];

let folder = '';
let browser: Browser | undefined;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imago-clip-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

interface Example {
  readonly example: {
    write(facts: readonly FactText[]): Promise<void>;
    unsold(edition: string): Promise<readonly number[]>;
  };
}

/** Chromium's switches for a camera that sees `text`, or for none. */
function cameraSeeing(text: string): string[] {
  const clip = join(folder, 'clip.y4m');
  writeCodeClip(clip, text);
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${clip}`, ALLOW];
}
const ALLOW = '--use-fake-ui-for-media-stream';

/** The example's till with its market open, in a browser of its own. */
async function aTill(origin: string, switches: readonly string[]): Promise<{ page: Page; copy: number }> {
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...args, ...switches] });
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'en-GB' });
  const page = await context.newPage();
  await seedExamplePage(page, origin, { openToday: true, hub: 'https://stall.ex' });
  // Half of its forty copies are left: no simulated day sells them all, whatever the hour this runs at.
  const unsold = await page.evaluate(() => (globalThis as unknown as Example).example.unsold('rain'));
  const copy = unsold.at(-1) ?? 0;
  const salt = exampleVariants.find(({ work }) => work === 'salt')?.id ?? '';
  const attached = [
    fact('code.attached', PRICE_LABEL, { code: PRICE_LABEL, kind: 'variant', ref: salt }),
    fact('code.attached', COPY_LABEL, { code: COPY_LABEL, kind: 'copy', ref: `rain:${copy}` }),
  ];
  await page.evaluate((facts) => (globalThis as unknown as Example).example.write(facts), attached);
  await page.goto(`${origin}/app/`);
  return { page, copy };
}

const scan = (page: Page) => page.getByRole('button', { name: 'Scan', exact: true }).first();

test('the camera puts a label’s print in the cart, once for as long as it lies there', async ({ baseURL }) => {
  const { page } = await aTill(baseURL ?? '', cameraSeeing(`HTTPS://STALL.EX/${PRICE_LABEL}`));
  await scan(page).click();
  await expect(page.locator('.viewfinder.taken .viewfinder-answer')).toContainText('Salt');
  await expect(page.getByText('Move it away for the next one')).toBeVisible();
  // Twenty more frames of the same label, as the decoder counts them.
  for (let read = 0; read < 3; read++) {
    await page.waitForFunction((since) => performance.now() > since, (read + 1) * 1000 + 500);
  }
  await expect(page.locator('.viewfinder-answer small')).toHaveText('1 in the cart');
  await expect(page.locator('.cart .line-main')).toHaveCount(1);
});

test('a marked copy is scanned, paid by card and approved in two taps, and the camera waits for the next', async ({
  baseURL,
}) => {
  const { page, copy } = await aTill(baseURL ?? '', cameraSeeing(COPY_LABEL));
  await scan(page).click();
  await expect(page.locator('.viewfinder.taken .viewfinder-answer')).toContainText(`Copy ${copy}/`);
  await page.locator('[data-pay=card]').click();
  await page.getByRole('button', { name: /^Approved/ }).click();
  await expect(page.locator('.done')).toBeVisible();
  await expect(page.locator('.viewfinder')).toBeVisible();
});

test('a code of nobody is said once, and changes nothing', async ({ baseURL }) => {
  const { page } = await aTill(baseURL ?? '', cameraSeeing('https://elsewhere.ex/menu'));
  await scan(page).click();
  await expect(page.locator('.viewfinder.unknown .viewfinder-answer')).toContainText('Not one of ours');
  await expect(page).toHaveURL(/\/app\/$/);
  await expect(page.locator('.cart .line-main')).toHaveCount(0);
});

test('without a camera, or without leave to use it, the code is typed, and a scanner’s keys work all the same', async ({
  baseURL,
}) => {
  const { page, copy } = await aTill(baseURL ?? '', [
    '--deny-permission-prompts',
    '--use-fake-device-for-media-stream',
  ]);
  await scan(page).click();
  await expect(page.locator('.viewfinder-trouble')).toContainText('type the code', { ignoreCase: true });
  const field = page.getByLabel('Type what stands under the code');
  await field.fill(PRICE_LABEL.toLowerCase());
  await field.press('Enter');
  await expect(page.locator('.viewfinder-answer')).toContainText('Salt');
  await field.fill('half a word');
  await scanKeys(page, COPY_LABEL);
  await expect(page.locator('.viewfinder-answer')).toContainText(`Copy ${copy}/`);
  await expect(field).toHaveValue('half a word');
  await scanKeys(page, COPY_LABEL);
  await expect(page.locator('.viewfinder-answer')).toContainText('is already in the cart');
});
