import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, startHub } from '../support/hub-process.mjs';
import { openProfile } from '../support/page-in-chromium.mjs';
import { seedTill } from '../support/seed-till.mjs';
import { inRounds } from './rounds.mjs';

export const name = 'cold-start';

const COPIES = 5_000;

/**
 * Milliseconds from opening the till, in a browser just started and without a network, until a tile can be tapped, with
 * 5,000 numbered copies stored (at most 2,000); against the same bundle with nothing in it.
 */
export async function run() {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'imago-start-'));
  const [full, bare] = [join(folder, 'full'), join(folder, 'bare')];
  const hub = await startHub({ args: ['--empty'] });
  try {
    await prepare(full, hub.url, true);
    await prepare(bare, hub.url, false);
    await hub.kill();
    return await inRounds({
      name,
      unit: 'ms',
      control: () => startUp(bare, hub.url, '.nails'),
      subject: () => startUp(full, hub.url, '.tile'),
    });
  } finally {
    await hub.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs the till in a profile, and fills it. @param {string} profile @param {string} url @param {boolean} isFull */
async function prepare(profile, url, isFull) {
  const context = await openProfile(profile, { bypassCSP: true });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    if (isFull) await seedTill(page, url, { hub: '' });
    await page.goto(`${url}/app/`);
    await page
      .locator(isFull ? '.tile' : '.nails')
      .first()
      .waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    if (isFull) await page.evaluate(addCopies, COPIES);
  } finally {
    await context.close();
  }
}

/** Runs in the page: rows like the copies that lie there, until there are `count`. @param {number} count */
async function addCopies(count) {
  const known = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
  const opening = indexedDB.open(known?.name ?? '');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const tx = opening.result.transaction('copies', 'readwrite');
  const reading = tx.objectStore('copies').getAll();
  await new Promise((resolve) => reading.addEventListener('success', resolve));
  const held = reading.result;
  for (let at = held.length; at < count; at++) {
    const row = held[at % held.length];
    const edition = `${row.edition}-${Math.floor(at / held.length)}`;
    tx.objectStore('copies').put({ ...row, edition, key: `${edition}:${row.key.split(':').at(-1)}` });
  }
  await new Promise((resolve) => tx.addEventListener('complete', resolve));
  opening.result.close();
}

/** @param {string} profile @param {string} url @param {string} ready @returns {Promise<number>} since the navigation began */
async function startUp(profile, url, ready) {
  const context = await openProfile(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript((ready) => {
      globalThis.ready = new Promise((resolve) => {
        const look = () => (document.querySelector(ready) ? resolve(performance.now()) : requestAnimationFrame(look));
        look();
      });
    }, ready);
    await page.goto(`${url}/app/`);
    return await page.evaluate(() => globalThis.ready);
  } finally {
    await context.close();
  }
}
