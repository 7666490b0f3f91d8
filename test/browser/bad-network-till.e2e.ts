import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChaosProxy } from '../support/chaos-proxy.mjs';
import { checkChain } from '../support/check-chain.ts';
import { startHub } from '../support/hub-process.mjs';
import { inHubFile, receiptsIn } from '../support/in-hub-file.ts';
import type { JournalProof } from '../support/journal-proof.ts';
import { bundlePage, openProfile } from '../support/page-in-chromium.mjs';
import { seedTill } from '../support/seed-till.mjs';

// A sale that is lost once in two runs is lost.
test.describe.configure({ retries: 0 });

declare const proveThisTablet: () => Promise<JournalProof>;

const SEED = 41;
const SALES = 60;
/** An open edition: it never runs out. */
const TILE = '.tile[data-work=salt]';
const COLLECTIVE = 'mock-wall';

test(`sixty sales tapped in the till over a network that loses half of everything: the hub has each, once (seed ${SEED})`, async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'imago-bad-'));
  const hub = await startHub({ args: ['--empty'] });
  const network = await startChaosProxy({ to: hub.port, rate: 0.5, seed: SEED, slowMs: [50, 600] });
  // What is put in beside the app to fill and to prove it is no script of ours that the hub would let through.
  const context = await openProfile(join(folder, 'profile'), { bypassCSP: true });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await seedTill(page, network.url, { hub: '' });
    await page.goto(`${network.url}/app/tablet/more`);
    await bring(page, /own collective.*: (\S+)/.exec(hub.output())?.[1] ?? '');

    await page.getByRole('link', { name: 'Till' }).click();
    for (let sale = 1; sale <= SALES; sale++) {
      await page.locator(TILE).click();
      await page.locator('.pay [data-pay=exact]').click();
      await expect(page.locator('.cart.done')).toContainText(`A-${String(sale).padStart(4, '0')}`);
      await networkIsBack(page);
    }
    await expect(async () => {
      await networkIsBack(page);
      await expect(page.getByRole('button', { name: /All sent/ })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 90_000 });

    const proof = await prove(page, network.url, folder);
    expect(proof.faults).toEqual([]);
    expect(proof.receipts).toHaveLength(SALES);
    await hub.stop();
    const held = inHubFile(hub.dataDir, COLLECTIVE);
    expect(receiptsIn(held).filter((receipt) => receipt.startsWith('A-'))).toEqual(proof.receipts.toSorted());
    // Whole chains of as many entries as the tablet has: nothing else is missing and nothing is there twice.
    const devices = [...new Set(held.map(({ device }) => device))];
    const chains = devices.map((device) =>
      checkChain(
        held.filter((entry) => entry.device === device),
        COLLECTIVE,
      ),
    );
    expect(chains.reduce((entries, chain) => entries + chain, 0)).toBe(proof.entries);

    const { pass = 0, ...faults } = network.counts();
    console.log(JSON.stringify({ seed: SEED, pass, ...faults }));
    expect(Object.keys(faults).length, 'kinds of faults that came').toBeGreaterThanOrEqual(6);
    expect(Object.values(faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  } finally {
    await context.close();
    await network.close();
    await hub.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The answer with the token may be lost like any other: a person taps again, with the same code. */
async function bring(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  const invite = page.getByRole('button', { name: 'Make a code' });
  await expect(async () => {
    if (await invite.isVisible()) return;
    await page.getByRole('button', { name: 'Bring it' }).click({ timeout: 1_000 });
    await expect(invite).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

/** As the browser says it when a bar of reception comes back: the till tries at once. */
async function networkIsBack(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

async function prove(page: Page, url: string, folder: string): Promise<JournalProof> {
  await bundlePage('test/support/prove-page.ts', join(folder, 'prove'));
  await page.goto(`${url}/app/manifest.webmanifest`);
  await page.addScriptTag({ content: readFileSync(join(folder, 'prove', 'page.js'), 'utf8'), type: 'module' });
  return page.evaluate(() => proveThisTablet());
}
