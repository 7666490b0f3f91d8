import { besideTill } from './beside-till.mjs';
import { inRounds, median } from './rounds.mjs';
import { watchPaint } from './watch-paint.mjs';

export const name = 'scan-to-cart';

const SCANS = 9;

/**
 * Milliseconds from the first key of a hardware scanner's burst until the cart with the scanned print is painted (median
 * of 9; at most 300), against the same keys on a page that shows what was typed.
 */
export async function run() {
  return besideTill('<output></output>', async (till, bare) => {
    await bare.evaluate(() => {
      let typed = '';
      addEventListener('keydown', ({ key }) => {
        const output = document.querySelector('output');
        if (key !== 'Enter') return void (typed += key);
        if (output) output.textContent += `${typed} `;
        typed = '';
      });
    });
    let scanned = 0;
    return inRounds({
      name,
      unit: 'ms',
      control: () => medianScan(bare, 'output'),
      subject: async () => {
        const time = await medianScan(till, '.cart');
        scanned += SCANS;
        const shown = await till.locator('.cart .stepper b').textContent();
        if (shown !== String(scanned)) throw new Error(`${scanned} scans, and the cart says ${shown}`);
        return time;
      },
    });
  });
}

/** @param {import('playwright-core').Page} page @param {string} shows what changes */
async function medianScan(page, shows) {
  await page.bringToFront();
  const keyboard = await page.context().newCDPSession(page);
  const times = [];
  for (let scan = 0; scan < SCANS; scan++) {
    await page.evaluate(watchPaint, { on: 'keydown', shows });
    await burst(keyboard, 'SALT');
    times.push(await page.evaluate(() => globalThis.painted));
  }
  await keyboard.detach();
  return median(times);
}

/**
 * As a scanner sends it: real keys, none waiting for the one before. They carry the scanner's time: without one they get
 * that of a browser that may be busy in between, and what took 100 ms between two keys was no scanner.
 * @param {import('playwright-core').CDPSession} keyboard @param {string} code
 */
async function burst(keyboard, code) {
  const timestamp = Date.now() / 1000;
  const keys = [...code.split('').map((key) => ({ key, text: key })), { key: 'Enter', text: '\r' }];
  await Promise.all(
    keys.flatMap(({ key, text }) => [
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
    ]),
  );
}
