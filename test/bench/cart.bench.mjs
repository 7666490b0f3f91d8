import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, startHub } from '../support/hub-process.mjs';
import { openProfile } from '../support/page-in-chromium.mjs';
import { seedTill } from '../support/seed-till.mjs';
import { inRounds, median } from './rounds.mjs';
import { watchPaint } from './watch-paint.mjs';

export const name = 'cart';

const TAPS = 15;

/**
 * Milliseconds from a tap on a tile until the cart with it is painted (median of 15; at most 50), against the same tap on
 * a page that holds a button and a number.
 */
export async function run() {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'imago-cart-'));
  const hub = await startHub({ args: ['--empty'] });
  const context = await openProfile(join(folder, 'profile'), { bypassCSP: true });
  try {
    const till = await context.newPage();
    await seedTill(till, hub.url, { hub: '' });
    await till.goto(`${hub.url}/app/`);
    const tile = till.locator('.tile[data-work=salt]');
    await tile.waitFor();
    const bare = await context.newPage();
    await bare.setContent('<button>+</button><output>0</output>');
    await bare.evaluate(() => {
      let count = 0;
      const output = document.querySelector('output');
      document.querySelector('button')?.addEventListener('click', () => output && (output.textContent = `${++count}`));
    });
    return await inRounds({
      name,
      unit: 'ms',
      control: () => medianTap(bare, bare.locator('button'), 'output'),
      subject: () => medianTap(till, tile, '.cart'),
    });
  } finally {
    await context.close();
    await hub.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} button
 * @param {string} shows what changes
 */
async function medianTap(page, button, shows) {
  await page.bringToFront();
  const times = [];
  for (let tap = 0; tap < TAPS; tap++) {
    await page.evaluate(watchPaint, { on: 'click', shows });
    await button.click();
    times.push(await page.evaluate(() => globalThis.painted));
  }
  return median(times);
}
