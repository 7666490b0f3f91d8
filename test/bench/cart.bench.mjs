import { besideTill } from './beside-till.mjs';
import { inRounds, median } from './rounds.mjs';
import { watchPaint } from './watch-paint.mjs';

export const name = 'cart';

const TAPS = 15;

/**
 * Milliseconds from a tap on a tile until the cart with it is painted (median of 15; at most 50), against the same tap on
 * a page that holds a button and a number.
 */
export async function run() {
  return besideTill('<button>+</button><output>0</output>', async (till, bare) => {
    await bare.evaluate(() => {
      let count = 0;
      const output = document.querySelector('output');
      document.querySelector('button')?.addEventListener('click', () => output && (output.textContent = `${++count}`));
    });
    return inRounds({
      name,
      unit: 'ms',
      control: () => medianTap(bare, bare.locator('button'), 'output'),
      subject: () => medianTap(till, till.locator('.tile[data-work=salt]'), '.cart'),
    });
  });
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
