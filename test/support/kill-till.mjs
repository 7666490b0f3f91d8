// The same as kill-browser.mjs with the till people use: a tile and *Exact* are tapped, the receipt's number is read off
// the screen, every process of Chromium is killed, and the journal it left is proved. Every third kill comes after a tap on
// *Card*: the next start must ask about an amount that left, and its answer must make the sale.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startChromium } from './chromium-process.mjs';
import { startHub } from './hub-process.mjs';
import { keepAsKilled, killMoments, lost } from './kill-browser.mjs';
import { bundlePage } from './page-in-chromium.mjs';
import { seedTill } from './seed-till.mjs';

/** An open edition: it never runs out. */
const TILE = '.tile[data-work=salt]';

/**
 * @param {number} kills @param {number} seed
 * @returns {Promise<{ kills: import('./kill-browser.mjs').Kill[], acknowledged: number, stored: number, faults: string[] }>}
 */
export async function killTill(kills, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'imago-kill-'));
  const profile = join(folder, 'profile');
  await bundlePage('test/support/prove-page.ts', join(folder, 'prove'));
  const prover = readFileSync(join(folder, 'prove', 'page.js'), 'utf8');
  const hub = await startHub({ args: ['--empty'] });
  /** @type {string[]} */
  const acknowledged = [];
  /** @type {import('./kill-browser.mjs').Kill[]} */
  const done = [];
  /** @type {string[]} */
  const faults = [];
  let stored = 0;
  let isWell = false;
  try {
    await withTill(profile, acknowledged, ({ page }) => seedTill(page, hub.url, { hub: '' }));
    for (const moment of [...tillMoments(kills, seed), undefined]) {
      if (faults.length > 0) break;
      keepAsKilled(profile, folder);
      await withTill(profile, acknowledged, async (till) => {
        const proof = await prove(till.page, hub.url, prover);
        const found = [...proof.faults, ...lost(acknowledged, proof.receipts)];
        if (found.length > 0) {
          faults.push(`after ${done.length} kills, kept in ${folder}`, ...found, till.browser.output());
          return;
        }
        const last = done.at(-1);
        if (last) last.late = proof.receipts.length - stored - last.acknowledged;
        stored = proof.receipts.length;
        const from = acknowledged.length;
        await till.page.goto(`${hub.url}/app/`);
        await answerQuestion(till);
        if (!moment) {
          const end = await prove(till.page, hub.url, prover);
          faults.push(...end.faults, ...lost(acknowledged, end.receipts));
          stored = end.receipts.length;
          return;
        }
        done.push({ moment, ...(await killAt(moment, till, acknowledged, from)), late: 0 });
      });
    }
    isWell = faults.length === 0;
  } finally {
    await hub.remove();
    if (isWell) rmSync(folder, { recursive: true, force: true });
  }
  return { kills: done, acknowledged: acknowledged.length, stored, faults };
}

/** @param {number} kills @param {number} seed @returns {import('./kill-browser.mjs').Moment[]} */
function tillMoments(kills, seed) {
  return killMoments(kills, seed).map((moment, at) => (at % 3 === 1 ? { ...moment, on: 'card' } : moment));
}

/** An amount that left before the kill: the shopper has paid it. @param {Till} till */
async function answerQuestion({ page, said }) {
  const answers = page.locator('.answers');
  await page.locator(TILE).or(answers).first().waitFor();
  if (await answers.isVisible()) await Promise.all([said(), answers.getByRole('button').first().click()]);
}

/**
 * @typedef {object} Till
 * @property {import('./chromium-process.mjs').ChromiumProcess} browser
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<void>} tapped resolves at the next tap on *Exact* or *Card*
 * @property {() => Promise<string>} said resolves with the next receipt number on the screen
 */

/** @template T @param {string} profile @param {string[]} acknowledged @param {(till: Till) => Promise<T>} work */
async function withTill(profile, acknowledged, work) {
  const browser = await startChromium({ profile });
  try {
    const context = (await chromium.connectOverCDP(await browser.devtools())).contexts()[0];
    if (!context) throw new Error('Chromium has no window');
    const page = context.pages()[0] ?? (await context.newPage());
    // What is put in beside the app to fill and to prove it is no script of ours that the hub would let through.
    await (await context.newCDPSession(page)).send('Page.setBypassCSP', { enabled: true });
    /** @type {(() => void)[]} */
    const onTap = [];
    /** @type {((receipt: string) => void)[]} */
    const onReceipt = [];
    await page.exposeFunction('tellTap', () => onTap.splice(0).forEach((go) => go()));
    await page.exposeFunction('tellReceipt', (/** @type {string} */ receipt) => {
      acknowledged.push(receipt);
      for (const go of onReceipt.splice(0)) go(receipt);
    });
    await page.addInitScript(watchTill);
    const tapped = () => within(new Promise((resolve) => onTap.push(() => resolve(undefined))), 'no tap');
    const said = () => within(new Promise((resolve) => onReceipt.push(resolve)), 'no receipt');
    return await work({ browser, page, tapped, said });
  } finally {
    await browser.kill();
  }
}

/** Runs in the page: tells the tap on *Exact* or *Card* before the till hears of it, and a receipt's number once it is shown. */
function watchTill() {
  let last = '';
  addEventListener(
    'click',
    (event) =>
      event.target instanceof Element &&
      event.target.closest('[data-pay=exact], [data-pay=card]') &&
      globalThis.tellTap(),
    { capture: true },
  );
  new MutationObserver(() => {
    const [receipt] = /\bA-\d{4,}/.exec(document.querySelector('.cart.done .change')?.textContent ?? '') ?? [];
    if (!receipt || receipt === last) return;
    last = receipt;
    globalThis.tellReceipt(receipt);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * What lies in this profile, on a page beside the till.
 * @param {import('playwright-core').Page} page @param {string} url @param {string} prover `prove-page.ts` as one script
 */
export async function prove(page, url, prover) {
  await page.goto(`${url}/app/manifest.webmanifest`);
  await page.addScriptTag({ content: prover, type: 'module' });
  // A module that stands in the page runs a moment after it was put there.
  await page.waitForFunction(() => 'proveThisTablet' in globalThis);
  return page.evaluate(() => globalThis.proveThisTablet());
}

/**
 * @param {import('./kill-browser.mjs').Moment} moment @param {Till} till @param {readonly string[]} acknowledged
 * @param {number} from how many were acknowledged before this start
 */
async function killAt(moment, { browser, page, tapped, said }, acknowledged, from) {
  const tap = async (way = 'exact') => {
    await page.locator(TILE).click();
    await page.locator(`.pay [data-pay=${way}]`).click();
  };
  while (acknowledged.length - from < moment.sale) await Promise.all([said(), tap()]);
  if (moment.on === 'any') {
    tap().catch(() => undefined); // cut off by the kill, wherever it is by then
    await wait(moment.delay * 5);
    await browser.kill();
    return { acknowledged: acknowledged.length - from, inFlight: false };
  }
  if (moment.on === 'card') {
    const hit = tapped();
    tap('card').catch(() => undefined);
    await hit;
    for (const until = performance.now() + moment.delay; performance.now() < until;);
    browser.freeze();
    await browser.kill();
    return { acknowledged: acknowledged.length - from, inFlight: true };
  }
  for (;;) {
    const hit = tapped();
    const tapping = tap().catch(() => undefined);
    await hit;
    const before = acknowledged.length;
    for (const until = performance.now() + moment.delay; performance.now() < until;);
    browser.freeze();
    await wait(20); // a receipt that was on the screen already may still be on its way here: missed, and tried again
    if (acknowledged.length === before) break;
    browser.thaw();
    await tapping;
  }
  await browser.kill();
  return { acknowledged: acknowledged.length - from, inFlight: true };
}

/** @template T @param {Promise<T>} promise @param {string} what @returns {Promise<T>} */
function within(promise, what) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${what} within a minute`)), 60_000);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
