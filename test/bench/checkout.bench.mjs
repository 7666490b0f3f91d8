import { openInChromium } from '../support/page-in-chromium.mjs';
import { inRounds } from './rounds.mjs';

export const name = 'checkout';
export const results = ['checkout-empty', 'checkout-100k', 'checkout-growth'];

const SALES = 60;

/**
 * Milliseconds of a durable checkout (median of 60), against the same rows in raw IndexedDB: on an empty database, and
 * with 100,000 sales stored. Limits: 1.5 and 1.6 times raw, and 1.25 times the empty one.
 * @param {(result: string) => boolean} isWanted
 */
export async function run(isWanted) {
  const growing = isWanted('checkout-growth');
  const empty = growing || isWanted('checkout-empty') ? await measure('checkout-empty', 0) : undefined;
  const full = growing || isWanted('checkout-100k') ? await measure('checkout-100k', 100_000) : undefined;
  if (!growing || !empty || !full) return [empty, full].filter((result) => result !== undefined);
  const ratio = full.ratio / empty.ratio;
  return [empty, full, { ...full, name: 'checkout-growth', against: empty.value, ratio, low: ratio, high: ratio }];
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
