import { appendFileSync, cpSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { serveFolder } from '../support/serve-folder.mjs';

test('a till that stays open hears of a new version when the network is back, and takes it by a tap', async ({
  page,
}, info) => {
  const folder = info.outputPath('served');
  cpSync('dist', `${folder}/app`, { recursive: true });
  const server = await serveFolder(folder);
  try {
    await page.clock.install();
    await page.goto(`${server.url}/app/index.html`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // From the second opening on the page runs from the offline copy, and a newer one waits for it.
    await page.reload();
    appendFileSync(`${folder}/app/sw.js`, '\n// a newer build\n');
    // Just opened: nobody asks again.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.clock.fastForward(5_000);
    const offer = page.getByText('An update is ready');
    await expect(offer).toHaveCount(0);
    await page.clock.fastForward('04:00:00');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    // Said a moment after it is there; the page's clock stands for the test to move.
    await expect(async () => {
      await page.clock.fastForward(1_000);
      await expect(offer).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Take it now' }).click();
    await page.waitForEvent('load');
    await expect(page.locator('#root')).not.toBeEmpty();
  } finally {
    await server.close();
  }
});
