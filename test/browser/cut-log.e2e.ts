import { expect, test } from '@playwright/test';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { prove } from '../support/kill-till.mjs';
import { bundlePage, openProfile } from '../support/page-in-chromium.mjs';
import { seedTill } from '../support/seed-till.mjs';

// What is lost once is lost: no second try here.
test.describe.configure({ retries: 0 });

test('a crash that cuts the storage’s log takes nothing with it, neither what was sold before nor after', async ({
  baseURL,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'imago-cut-'));
  const profile = join(folder, 'profile');
  const start = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const browser = await openProfile(profile, { bypassCSP: true });
    try {
      return await work(await browser.newPage());
    } finally {
      await browser.close();
    }
  };
  const sell = (receipts: readonly string[]) =>
    start(async (page) => {
      await page.goto(`${baseURL}/app/`);
      for (const receipt of receipts) {
        await page.locator('.tile[data-work=salt]').click();
        await page.locator('.pay [data-pay=exact]').click();
        await expect(page.locator('.cart.done')).toContainText(receipt);
      }
    });
  try {
    await bundlePage('test/support/prove-page.ts', join(folder, 'prove'));
    const prover = readFileSync(join(folder, 'prove', 'page.js'), 'utf8');
    await start((page) => seedTill(page, baseURL ?? '', { hub: '' }));
    await sell(['A-0001', 'A-0002']);
    const isCut = cutLog(profile);
    test.skip(!isCut, 'this Chromium keeps IndexedDB in something other than LevelDB');
    await sell(['A-0003', 'A-0004']);
    cutLog(profile);
    await sell(['A-0005']);
    const { receipts, faults } = await start((page) => prove(page, baseURL ?? '', prover));
    expect(receipts).toEqual(['A-0001', 'A-0002', 'A-0003', 'A-0004', 'A-0005']);
    expect(faults).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Leaves LevelDB's log as a battery does that ends between the head of a record and its body. */
function cutLog(profile: string): boolean {
  const folder = join(profile, 'Default', 'IndexedDB');
  const store = existsSync(folder)
    ? readdirSync(folder).find((name) => name.endsWith('.indexeddb.leveldb'))
    : undefined;
  if (store === undefined) return false;
  const logs = readdirSync(join(folder, store)).filter((name) => /^\d+\.log$/.test(name));
  // Checksum, length (5,000 bytes that are not there), type: a whole record.
  const head = Buffer.from([0x78, 0x56, 0x34, 0x12, 0x88, 0x13, 0x01]);
  appendFileSync(join(folder, store, logs.toSorted().at(-1) ?? ''), head);
  return true;
}
