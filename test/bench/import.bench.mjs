import { openInChromium } from '../support/page-in-chromium.mjs';
import { inRounds } from './rounds.mjs';

export const name = 'import';

/**
 * Milliseconds of importing 10,000 rows: read, compared, written as facts and folded, all in one transaction; against
 * cutting the file into cells and writing a row each into plain IndexedDB.
 */
export async function run() {
  const { page, close } = await openInChromium('test/bench/catalogue-page.ts');
  try {
    return await inRounds({
      name,
      unit: 'ms',
      control: () => page.evaluate(() => globalThis.bench.importPlain()),
      subject: async () => {
        const { ms, works, entries } = await page.evaluate(() => globalThis.bench.importAll());
        console.error(`  ${works} works, ${entries} entries, ${Math.round(ms)} ms`);
        return ms;
      },
    });
  } finally {
    await close();
  }
}
