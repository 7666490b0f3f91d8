import { openInChromium } from '../support/page-in-chromium.mjs';
import { againstLimit, median } from './rounds.mjs';

export const name = 'search';

const TYPED = ['harbour 12', 'zuraw', 'ines 30 baryta', '7/25', 'cafe oak', 'IM-4711', 'nothing of this'];

/** Milliseconds of the slowest letter while words are typed into a search over 10,000 variants; at most 50. */
export async function run() {
  const { page, close } = await openInChromium('test/bench/catalogue-page.ts');
  try {
    const slowest = [];
    for (let round = 0; round < 6; round++) {
      const times = [];
      for (const text of TYPED) times.push(await page.evaluate((text) => globalThis.bench.search(text), text));
      if (round > 0) slowest.push(Math.max(...times)); // the first also builds the index
    }
    const measured = againstLimit({ name, unit: 'ms', value: median(slowest), limit: 50 });
    return { ...measured, low: Math.min(...slowest) / 50, high: Math.max(...slowest) / 50, rounds: slowest.length };
  } finally {
    await close();
  }
}
