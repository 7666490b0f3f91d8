import { expect, test, type Page } from '@playwright/test';
import { scanKeys } from '../support/scan-keys.mjs';
import { seedTill } from '../support/seed-till.mjs';

const tile = (page: Page, work: string) => page.locator(`.tile[data-work=${work}]`);
const pay = (page: Page, zone: string) => page.locator(`.pay [data-pay=${zone}]`);
const done = (page: Page) => page.locator('.cart.done');
const line = (page: Page) => page.locator('.cart-lines li');
const again = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Open the till again' });

/** Opens a till that has sold before; gives how often. */
async function openTill(page: Page, baseURL: string | undefined): Promise<number> {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto('/app/');
  await expect(tile(page, 'salt')).toBeVisible();
  return salesKept(page);
}

/** The collective's database as it lies there, from any page of the origin. */
async function salesKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const open = indexedDB.open(named?.name ?? '');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const all = db.transaction('journal').objectStore('journal').getAll();
    const rows = await new Promise<{ envelope: string }[]>((resolve) => (all.onsuccess = () => resolve(all.result)));
    db.close();
    return rows.filter(({ envelope }) => envelope.includes('"type":"sale.completed"')).length;
  });
}

/** Makes whatever writes a journal row throw this, until `mend`. */
async function breakWriting(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => {
    const whole = Reflect.get(IDBObjectStore.prototype, 'add') as (
      this: IDBObjectStore,
      ...row: unknown[]
    ) => IDBRequest;
    IDBObjectStore.prototype.add = function add(...row) {
      if (this.name !== 'journal') return whole.apply(this, row);
      throw name === 'TypeError' ? new TypeError('planted') : new DOMException('planted', name);
    };
    Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.add = whole) });
  }, name);
}

async function mend(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
}

test('two tabs that start a new tablet at once show one collective', async ({ browser, baseURL }) => {
  for (let round = 0; round < 4; round++) {
    const context = await browser.newContext();
    const tabs = await Promise.all([context.newPage(), context.newPage()]);
    await Promise.all(tabs.map((tab) => tab.goto(`${baseURL}/app/`)));
    for (const tab of tabs) await expect(tab.locator('#root')).toContainText('A');
    const [first] = tabs;
    const names = await first.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.filter((name) => name !== 'imago-tablet')).toHaveLength(1);
    await context.close();
  }
});

test('on a full tablet the sale is not confirmed, the cart stays, and the words say so', async ({ page, baseURL }) => {
  const before = await openTill(page, baseURL);
  await tile(page, 'salt').click();
  await breakWriting(page, 'QuotaExceededError');
  await pay(page, 'exact').click();
  await expect(page.locator('.trouble')).toContainText('The cart is still here and all earlier sales are safe');
  await expect(done(page)).toHaveCount(0);
  await expect(line(page)).toHaveCount(1);
  await mend(page);
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
  expect(await salesKept(page)).toBe(before + 1);
});

test('a bug on the way to a sale says that nothing was kept and that the cart is here', async ({ page, baseURL }) => {
  const logged: string[] = [];
  page.on('console', (message) => message.type() === 'error' && logged.push(message.text()));
  const before = await openTill(page, baseURL);
  await tile(page, 'salt').click();
  await breakWriting(page, 'TypeError');
  await pay(page, 'exact').click();
  await expect(page.locator('.trouble')).toContainText('this was not kept');
  await expect(page.locator('.trouble')).toContainText('The cart is still here');
  await expect(line(page)).toHaveCount(1);
  expect(logged.join('\n')).toContain('planted');
  await mend(page);
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
  expect(await salesKept(page)).toBe(before + 1);
});

test('taps during a slow write make one sale, and a print tapped meanwhile begins the next', async ({
  page,
  context,
  baseURL,
}) => {
  const before = await openTill(page, baseURL);
  await tile(page, 'salt').click();
  await expect(line(page)).toHaveCount(1);
  const other = await context.newPage();
  await other.goto('/app/manifest.webmanifest');
  // A slow disk: another connection holds every table.
  const release = await other.evaluateHandle(async () => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const open = indexedDB.open(named?.name ?? '');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const held = db.transaction([...db.objectStoreNames], 'readwrite');
    const state = { isOver: false };
    const again = () => {
      if (!state.isOver) held.objectStore('meta').count().onsuccess = again;
    };
    again();
    return state;
  });
  await page.bringToFront();
  await pay(page, 'exact').dblclick();
  await page.keyboard.press('e');
  await tile(page, 'birch').click();
  await expect(done(page)).toHaveCount(0);
  await release.evaluate((state) => (state.isOver = true));
  // The next cart has begun; the finished sale is read in Recent.
  await expect(line(page)).toHaveCount(1);
  await expect(line(page)).toContainText('Birch');
  expect(await salesKept(page)).toBe(before + 1);
});

test('another window takes the storage: said at once, the cart is carried over, and one tap opens the till', async ({
  page,
  context,
  baseURL,
}) => {
  const before = await openTill(page, baseURL);
  await tile(page, 'salt').click();
  const other = await context.newPage();
  await other.goto('/app/manifest.webmanifest');
  // A newer build asks for the database, and gives up again.
  await other.evaluate(async () => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const open = indexedDB.open(named?.name ?? '', (named?.version ?? 0) + 10);
    open.onupgradeneeded = () => open.transaction?.abort();
    await new Promise((resolve) => open.addEventListener('error', resolve));
  });
  await page.bringToFront();
  await expect(page.getByRole('alert').filter({ hasText: 'Another window' })).toContainText('the cart is kept');
  // What comes into the cart now has no database to lie in.
  await tile(page, 'birch').click();
  await pay(page, 'exact').click();
  await expect(page.locator('.trouble')).toContainText('Open the till again');
  await expect(done(page)).toHaveCount(0);
  await again(page).click();
  await expect(tile(page, 'salt')).toBeVisible();
  await expect(line(page)).toHaveCount(2);
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
  expect(await salesKept(page)).toBe(before + 1);
});

test('a connection the browser gave up is opened again in place', async ({ page, baseURL }) => {
  await openTill(page, baseURL);
  await tile(page, 'salt').click();
  await breakWriting(page, 'UnknownError');
  await pay(page, 'exact').click();
  await expect(page.locator('.trouble')).toContainText('The cart is still here');
  await mend(page);
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await again(page).click();
  await expect(again(page)).toHaveCount(0);
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'isSamePage') === true)).toBe(true);
});

test('a cart that cannot be read is said, and is there after one tap in the same page', async ({ page, baseURL }) => {
  await openTill(page, baseURL);
  await tile(page, 'salt').click();
  await expect(line(page)).toHaveCount(1);
  await page.addInitScript(() => {
    const whole = Reflect.get(IDBIndex.prototype, 'getAll') as (this: IDBIndex, ...asked: unknown[]) => IDBRequest;
    IDBIndex.prototype.getAll = function getAll(...asked) {
      if (this.objectStore.name === 'drafts') throw new DOMException('planted', 'UnknownError');
      return whole.apply(this, asked);
    };
    Object.assign(globalThis, { mend: () => (IDBIndex.prototype.getAll = whole) });
  });
  await page.goto('/app/');
  await expect(again(page)).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  await mend(page);
  await again(page).click();
  await expect(line(page)).toHaveCount(1);
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
});

test('a window without storage says so, and opens the till by a tap once there is one', async ({ page, baseURL }) => {
  await openTill(page, baseURL);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('isPrivate') === 'no') return;
    IDBFactory.prototype.open = () => {
      throw new DOMException('planted', 'SecurityError');
    };
  });
  await page.goto('/app/');
  await expect(page.getByText('This browser does not let the till keep anything')).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem('isPrivate', 'no'));
  await page.getByRole('button', { name: 'Open the till again' }).click();
  await expect(tile(page, 'salt')).toBeVisible();
});

test('a till set back to an older version sells from a database that a newer one has opened', async ({
  page,
  baseURL,
}) => {
  await openTill(page, baseURL);
  await page.goto('/app/manifest.webmanifest');
  await page.evaluate(async () => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const open = indexedDB.open(named?.name ?? '', (named?.version ?? 0) + 10);
    open.onupgradeneeded = () => open.result.createObjectStore('ofANewerTill');
    await new Promise((resolve) => (open.onsuccess = resolve));
    open.result.close();
  });
  await page.goto('/app/');
  await tile(page, 'salt').click();
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
});

test('a scanned label that begins with a shortcut’s letter does not sell what is in the cart', async ({
  page,
  baseURL,
}) => {
  const before = await openTill(page, baseURL);
  await tile(page, 'salt').click();
  await page.locator('body').focus();
  for (const label of ['EXTRA-1', 'CARD-2', 'PARK-3']) {
    await scanKeys(page, label);
    await expect(page.locator('.trouble')).toContainText('Not one of ours');
  }
  await expect(line(page)).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await salesKept(page)).toBe(before);
  await page.keyboard.press('e');
  await expect(done(page)).toContainText('A-0001');
});

test('a scan that a busy tablet tore apart is taken all the same, out of the field it was typed into', async ({
  page,
  baseURL,
}) => {
  await openTill(page, baseURL);
  const search = page.getByRole('searchbox');
  await search.fill('sal');
  await scanKeys(page, 'WINDOW/11', [9, 120, 8, 8, 46, 9, 8, 8, 9]);
  await expect(page.locator('.copy-chip')).toHaveText('11/20');
  await expect(search).toHaveValue('sal');
});

test('a clock that lost its battery is said before the market, with what to do', async ({ page, baseURL }) => {
  await openTill(page, baseURL);
  await page.clock.setSystemTime(new Date('2018-01-01T09:00:00Z'));
  await page.goto('/app/market/ready');
  await expect(page.getByText(/clock is at least \d[\d,]* days slow/)).toBeVisible();
});

test('a clock years off from the hub’s is said, and sales carry the hub’s time', async ({ page, baseURL }) => {
  await openTill(page, baseURL);
  const years = 8 * 365 * 86_400_000;
  await page.clock.setSystemTime(Date.now() - years);
  await page.evaluate(async (offset) => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const open = indexedDB.open(named?.name ?? '');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const meta = db.transaction('meta', 'readwrite').objectStore('meta');
    const life = { counter: 1, random: 'r' };
    meta.put({ name: 'hub', value: { url: 'http://localhost:1', token: 't', hubId: 'h', life, publicUrl: '' } });
    meta.put({ name: 'sync', value: { acked: null, lastSentAt: Date.now(), offset, needs: null } });
    await new Promise((resolve) => (meta.transaction.oncomplete = resolve));
    db.close();
  }, years);
  await page.goto('/app/market/ready');
  await expect(page.getByText('clock is 2,920 days off')).toBeVisible();
  await page.goto('/app/');
  await tile(page, 'salt').click();
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0001');
  const at = await page.evaluate(async () => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const open = indexedDB.open(named?.name ?? '');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const all = db.transaction('journal').objectStore('journal').getAll();
    const rows = await new Promise<{ envelope: string }[]>((resolve) => (all.onsuccess = () => resolve(all.result)));
    db.close();
    const sold = rows.map(({ envelope }) => JSON.parse(envelope) as { type: string; at: number });
    return Math.max(...sold.filter(({ type }) => type === 'sale.completed').map((each) => each.at));
  });
  expect(Math.abs(at - Date.now())).toBeLessThan(120_000);
});

test.describe('without the offline copy', () => {
  test.use({ serviceWorkers: 'block' });

  test('a page that stops says what is safe, saves every entry as a file, and leads back to the till', async ({
    page,
    baseURL,
  }) => {
    await openTill(page, baseURL);
    await tile(page, 'salt').click();
    await expect(line(page)).toHaveCount(1);
    await page.route('**/assets/levels-screen*.js', (route) => route.abort());
    await page.goto('/app/stock/levels');
    await expect(page.getByText('This page stopped')).toBeVisible();
    await expect(page.getByText('saved on this tablet, and so is the open cart')).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all entries as a rescue file' }).click();
    const file = await (await saving).createReadStream();
    let lines = '';
    for await (const part of file) lines += String(part);
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({ kind: 'imago-rescue' });
    expect(lines.split('\n').length).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'Open the till' }).click();
    await expect(line(page)).toHaveCount(1);
  });
});
