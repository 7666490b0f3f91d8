import { expect, test } from '@playwright/test';
import { firstLoad } from '../support/first-load.mjs';
import { startHub } from '../support/hub-process.mjs';

test('the hub says that it is well, and which version it is', async ({ request }) => {
  const answer = await request.get('/healthz');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});

test('the address alone leads to the till', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/app\//);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('the till can be installed: name, icons and its own window', async ({ page, request }) => {
  await page.goto('/app/');
  const address = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await request.get(address)).json()) as { name: string; display: string; icons: Icon[] };
  expect(manifest).toMatchObject({ name: 'Imago Stall', display: 'standalone' });
  expect(manifest.icons.map((icon) => `${icon.sizes} ${icon.purpose}`).toSorted()).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const icon of manifest.icons) expect((await request.get(new URL(icon.src, address).href)).ok()).toBe(true);
});

test('with the hub gone and no network the till opens again, at a deep address too', async ({ page, context }) => {
  const hub = await startHub({ args: ['--empty'] });
  try {
    await page.goto(`${hub.url}/app/`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await hub.kill();
    await expect(fetch(`${hub.url}/healthz`)).rejects.toThrow();
    await page.reload();
    await expect(page.locator('#root')).not.toBeEmpty();
    await context.setOffline(true);
    await page.goto(`${hub.url}/app/an/address/never/opened/before`);
    await expect(page.locator('#root')).not.toBeEmpty();
  } finally {
    await hub.remove();
  }
});

test('the first load is at most 250 kB of JavaScript, gzipped', () => {
  const chunks = firstLoad('dist');
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.gzipBytes, 0);
  expect(bytes, JSON.stringify(chunks, null, 1)).toBeLessThanOrEqual(250_000);
});

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly purpose: string;
}
