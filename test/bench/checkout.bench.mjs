import { openInChromium } from '../support/page-in-chromium.mjs';
import { inRounds } from './rounds.mjs';

export const name = 'checkout';

const SALES = 60;

/**
 * Milliseconds of a durable checkout (median of 60), against the same rows in raw IndexedDB: on an empty database, and
 * with 100,000 sales stored. Limits: 1.5 and 1.6 times raw, and 1.25 times the empty one.
 */
export async function run() {
  const empty = await measure('checkout-empty', 0);
  const full = await measure('checkout-100k', 100_000);
  const growth = { ...full, name: 'checkout-growth', against: empty.value, ratio: full.ratio / empty.ratio };
  return [empty, full, { ...growth, low: growth.ratio, high: growth.ratio }];
}

/** @param {string} called @param {number} stored */
async function measure(called, stored) {
  const { page, close } = await openInChromium('test/bench/checkout-page.ts', { query: `?db=${called}` });
  const ask = (/** @type {string} */ what, /** @type {number} */ count) =>
    page.evaluate(([what, count]) => globalThis.bench[what](count), [what, count]);
  try {
    await ask('ours', 20);
    if (stored > 0) await ask('fill', stored);
    return await inRounds({
      name: called,
      unit: 'ms',
      rounds: 7,
      control: () => ask('raw', SALES),
      subject: () => ask('ours', SALES),
    });
  } finally {
    await close();
  }
}
