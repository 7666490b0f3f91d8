import { openInChromium } from '../support/page-in-chromium.mjs';
import { inRounds } from './rounds.mjs';

export const name = 'rebuild';

const STORED = { 'rebuild-20k': 20_000, 'rebuild-100k': 100_000 };
export const results = Object.keys(STORED);

/**
 * Milliseconds of refolding 20,000 and 100,000 sales, against reading and parsing them once.
 * @param {(result: string) => boolean} isWanted
 */
export async function run(isWanted) {
  const measured = [];
  for (const [called, stored] of Object.entries(STORED)) {
    if (isWanted(called)) measured.push(await measure(called, stored));
  }
  return measured;
}

/** @param {string} called @param {number} stored */
async function measure(called, stored) {
  const { page, close } = await openInChromium('test/bench/checkout-page.ts', { query: `?db=${called}` });
  const ask = (/** @type {string} */ what, /** @type {number} */ count) =>
    page.evaluate(([what, count]) => globalThis.bench[what](count), [what, count]);
  try {
    await ask('fill', stored);
    return await inRounds({
      name: called,
      unit: 'ms',
      control: () => ask('readAll', 0),
      subject: () => ask('refold', 0),
    });
  } finally {
    await close();
  }
}
