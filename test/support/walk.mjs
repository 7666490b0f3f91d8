// Brings a listed state of a screen about: opens its address and does its steps.
import { scanKeys } from './scan-keys.mjs';
import { keepStall, putStallBack } from './kept-stall.mjs';
import { seedExamplePage } from './seed-example.mjs';
import { seedTill } from './seed-till.mjs';

const HUB = 'https://lumen.example';

/** What lies in each page's storage. @type {WeakMap<import('playwright-core').Page, string>} */
const stallOf = new WeakMap();

/**
 * The first state fills the page's storage, later ones find it as it was then.
 * @param {import('playwright-core').Page} page whose context serves one kind of stall only
 * @param {string} origin
 * @param {{ stall: string, at: string, sync?: object, steps: readonly object[] }} state
 */
export async function walkTo(page, origin, state) {
  await bringStall(page, origin, state.stall);
  if (state.sync) await rememberOfHub(page, state.sync);
  await page.goto(`${origin}/app${state.at}`);
  for (const step of state.steps) await take(page, step);
  await page.locator('h1, .till, .paying, .turned').first().waitFor();
}

/** @param {import('playwright-core').Page} page @param {string} origin @param {string} stall */
async function bringStall(page, origin, stall) {
  const held = stallOf.get(page);
  if (held !== undefined && held !== stall) throw new Error(`this page holds the stall ${held}, not ${stall}`);
  await page.goto(`${origin}/app/manifest.webmanifest`);
  if (held !== undefined) return putStallBack(page);
  if (stall === 'mock') await seedTill(page, origin, { hub: HUB });
  if (stall === 'example') await seedExamplePage(page, origin, { openToday: true, hub: HUB });
  await keepStall(page);
  stallOf.set(page, stall);
}

/**
 * As if the last exchange with the hub had ended so. Call it on a page of the origin that is not the app.
 * @param {import('playwright-core').Page} page @param {object} sync
 */
async function rememberOfHub(page, sync) {
  await page.evaluate(async (sync) => {
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name);
      await new Promise((resolve) => open.addEventListener('success', resolve));
      const db = open.result;
      if (db.objectStoreNames.contains('meta')) {
        const writing = db.transaction('meta', 'readwrite');
        writing.objectStore('meta').put({ name: 'sync', value: { offset: 0, needs: null, ...sync } });
        await new Promise((resolve) => writing.addEventListener('complete', resolve));
      }
      db.close();
    }
  }, sync);
}

/** @param {import('playwright-core').Page} page @param {any} step */
async function take(page, step) {
  if (step.tap) await tap(page, step.tap);
  else if (step.press) await page.keyboard.press(step.press);
  else if (step.type) await page.locator(step.into).fill(step.type);
  else if (step.scan) await scanKeys(page, step.scan);
  else if (step.spoil) await page.evaluate(step.spoil === 'taken' ? takeStorage : addUnread);
  else if (step.see) await page.locator(step.see).first().waitFor();
}

/** Runs inside the page: a newer build asks for the till's database, and gives up again. */
async function takeStorage() {
  for (const { name = '', version = 0 } of await indexedDB.databases()) {
    if (!/^imago-(?!tablet$)/.test(name)) continue;
    const open = indexedDB.open(name, version + 10);
    open.addEventListener('upgradeneeded', () => open.transaction?.abort());
    await new Promise((resolve) => open.addEventListener('error', resolve));
  }
}

/** Runs inside the page: a collective whose database holds none of what a till looks for. */
async function addUnread() {
  const opened = (/** @type {IDBOpenDBRequest} */ request) =>
    new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
  (await opened(indexedDB.open('imago-emptied', 1_000_000))).close();
  const tablet = await opened(indexedDB.open('imago-tablet'));
  const writing = tablet.transaction('collectives', 'readwrite');
  writing.objectStore('collectives').put({ id: 'emptied', name: 'Tidewater Prints', openedAt: 0 });
  await new Promise((resolve) => writing.addEventListener('complete', resolve));
  tablet.close();
}

/**
 * On a phone the cart's lines are folded away under the shelf: it is pulled up first.
 * @param {import('playwright-core').Page} page @param {string} selector
 */
async function tap(page, selector) {
  const target = page.locator(selector).first();
  const grab = page.locator('.grab');
  await target.waitFor({ state: 'attached' });
  if (!(await target.isVisible()) && (await grab.isVisible())) await grab.click();
  await target.click();
}
