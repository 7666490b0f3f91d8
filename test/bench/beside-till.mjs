import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, startHub } from '../support/hub-process.mjs';
import { openProfile } from '../support/page-in-chromium.mjs';
import { seedTill } from '../support/seed-till.mjs';

/**
 * Opens the till with the design's wall, and beside it a page that holds nothing but `html`; takes both away afterwards.
 * @template T
 * @param {string} html
 * @param {(till: import('playwright-core').Page, bare: import('playwright-core').Page) => Promise<T>} measure
 * @returns {Promise<T>}
 */
export async function besideTill(html, measure) {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'imago-bench-'));
  const hub = await startHub({ args: ['--empty'] });
  const context = await openProfile(join(folder, 'profile'), { bypassCSP: true });
  try {
    const till = await context.newPage();
    await seedTill(till, hub.url, { hub: '' });
    await till.goto(`${hub.url}/app/`);
    await till.locator('.tile[data-work=salt]').waitFor();
    const bare = await context.newPage();
    await bare.setContent(html);
    return await measure(till, bare);
  } finally {
    await context.close();
    await hub.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
