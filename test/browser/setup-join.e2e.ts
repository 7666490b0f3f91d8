import { expect, test, type Browser, type Page } from '@playwright/test';
import { startHub } from '../support/hub-process.mjs';
import { readJournal } from '../support/read-journal.ts';

type Hub = Awaited<ReturnType<typeof startHub>>;

test('a collective started alone is brought to the hub, and a second tablet joins it by code', async ({ browser }) => {
  test.setTimeout(60_000);
  const hub = await startHub({ args: ['--empty'] });
  try {
    const lead = await aTablet(browser, `${hub.url}/app/`);
    await hangOne(lead, hub);
    await bring(lead, hub);
    const code = await invite(lead, hub);

    const second = await aTablet(browser, `${hub.url}/app/join`);
    await second.getByLabel('Code or link').fill(`${code.slice(0, 4).toLowerCase()}-${code.slice(4).toLowerCase()}`);
    await second.getByRole('button', { name: 'Join' }).click();
    await expect(second.getByRole('heading', { name: 'This is tablet B' })).toBeVisible();
    await expect(second.getByText('1 print is on the wall.')).toBeVisible();
    await second.goto(`${hub.url}/app/stock`);
    await expect(second.locator('.work-tile')).toHaveText(/Salt/);
    await expect(second.locator('.work-tile img')).toHaveJSProperty('complete', true);
    await expect(second.getByRole('button', { name: 'Add a print' })).toHaveCount(0); // a stall's tablet
    await second.goto(`${hub.url}/app/tablet/people`);
    await expect(second).toHaveURL(/\/app\/$/);

    const third = await aTablet(browser, `${hub.url}/app/join#${code}`);
    await expect(third.getByText('Another tablet has used this code')).toBeVisible();
  } finally {
    await hub.remove();
  }
});

test('a tablet whose storage was set back joins again by a code, and all it ever sold is at the hub', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const hub = await startHub({ args: ['--empty'] });
  try {
    const lead = await aTablet(browser, `${hub.url}/app/`);
    await hangOne(lead, hub);
    await bring(lead, hub);
    const stall = await aTablet(browser, `${hub.url}/app/join#${await invite(lead, hub)}`);
    await expect(stall.getByText('1 print is on the wall.')).toBeVisible();
    const sell = async (receipt: string) => {
      await stall.goto(`${hub.url}/app/`);
      await stall.locator('.tile').first().click();
      await stall.locator('.pay [data-pay=exact]').click();
      await expect(stall.locator('.cart.done')).toContainText(receipt);
    };
    await sell('B-0001');
    await expect(stall.getByRole('button', { name: /All sent/ })).toBeVisible();
    await setBack(stall);
    await sell('B-0001');
    await sell('B-0002');
    await expect(stall.getByRole('button', { name: 'A lead must look at this tablet' })).toBeVisible();
    await stall.goto(`${hub.url}/app/tablet`);
    await expect(stall.getByText('join again by a lead’s code')).toBeVisible();

    const code = await invite(lead, hub);
    await stall.goto(`${hub.url}/app/join#${code}`);
    await expect(stall.getByRole('heading', { name: 'This is tablet C' })).toBeVisible();
    await expect(stall.getByRole('button', { name: /All sent/ })).toBeVisible({ timeout: 20_000 });
    const sold = async (page: Page) =>
      (await readJournal(page)).flatMap((fact) => (fact.type === 'sale.completed' ? [fact.body.receipt] : []));
    await lead.goto(`${hub.url}/app/tablet`);
    await expect
      .poll(async () => (await sold(lead)).toSorted(), { timeout: 40_000 })
      .toEqual(['B-0001', 'B-0001', 'B-0002']);
    await sell('C-0001');
    await expect.poll(async () => sold(lead), { timeout: 40_000 }).toContain('C-0001');
  } finally {
    await hub.remove();
  }
});

test('each way a code can be wrong is said in words, and nothing is changed', async ({ browser }) => {
  test.setTimeout(60_000);
  const hub = await startHub({ args: ['--empty'] });
  try {
    const page = await aTablet(browser, `${hub.url}/app/join`);
    const join = async (code: string) => {
      await page.getByLabel('Code or link').fill(code);
      await page.getByRole('button', { name: /^(Join|Try again)$/ }).click();
    };
    await join('abc');
    await expect(page.getByText('A code has 8 letters and digits')).toBeVisible();
    await join('AAAABBBB');
    await expect(page.getByText('The hub does not know this code')).toBeVisible();
    await join('https://another.example/app/join#AAAABBBB');
    await expect(page.getByText('This link leads to another hub, https://another.example')).toBeVisible();
    for (let tries = 0; tries < 10; tries++) {
      await join('AAAABBBB');
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    }
    await expect(page.getByText('Too many codes were tried from here')).toBeVisible();
    await hub.kill();
    await join('AAAACCCC');
    await expect(page.getByText('The hub cannot be reached from here')).toBeVisible();
    await expect(page.getByRole('button', { name: /only on this tablet/ })).toBeVisible();
  } finally {
    await hub.remove();
  }
});

test('the example opens by its link, is marked everywhere, and is gone by one tap', async ({ browser }) => {
  test.setTimeout(120_000);
  const hub = await startHub({});
  try {
    const link = /http\S+join#\S+/.exec(hub.output())?.[0] ?? '';
    const page = await aTablet(browser, link);
    await expect(page).toHaveURL(/\/app\/$/, { timeout: 30_000 });
    await expect(page.getByText('Example: nothing here is real')).toBeVisible();
    await page.goto(`${hub.url}/app/tablet/collectives`);
    await page.getByRole('button', { name: 'Remove the example' }).click();
    await expect(page.getByRole('heading', { name: 'A bare wall.' })).toBeVisible();
    await expect(page.getByText('Example: nothing here is real')).toHaveCount(0);
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.filter((name) => name?.includes('example'))).toEqual([]);
    const again = await aTablet(browser, link);
    await expect(again.getByRole('alert').first()).toContainText(/does not know|has used/);
  } finally {
    await hub.remove();
  }
});

async function aTablet(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Takes the tablet's own entries away again, and what it knew of sending them: a profile put back from a copy. */
async function setBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const named = (await indexedDB.databases()).find(({ name = '' }) => /^imago-(?!tablet$)/.test(name));
    const opening = indexedDB.open(named?.name ?? '');
    const db = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const writing = db.transaction(['meta', 'heads', 'journal'], 'readwrite');
    const meta = writing.objectStore('meta');
    const asked = meta.get('device') as IDBRequest<{ value: { key: { device: string } } }>;
    const { device } = (
      await new Promise<typeof asked.result>((resolve) => (asked.onsuccess = () => resolve(asked.result)))
    ).value.key;
    writing.objectStore('heads').delete(device);
    const rows = writing.objectStore('journal').index('[device+n]');
    const range = IDBKeyRange.bound([device, 0], [device, Infinity]);
    rows.openKeyCursor(range).onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursor | null>).result;
      if (!cursor) return;
      writing.objectStore('journal').delete(cursor.primaryKey);
      cursor.continue();
    };
    meta.put({ name: 'sync', value: { acked: null, lastSentAt: null, offset: 0, needs: null } });
    await new Promise((resolve) => (writing.oncomplete = resolve));
    db.close();
  });
}

async function hangOne(page: Page, hub: Hub): Promise<void> {
  await page.goto(`${hub.url}/app/stock/works/new`);
  await page.getByLabel('Title').fill('Salt');
  await page.getByLabel(/^Price/).fill('25');
  await page.getByLabel('What the picture shows').fill('Salt pans seen from above.');
  await page.locator('input[type=file]').first().setInputFiles('src/tools/example/pictures/salt.webp');
  await expect(page.locator('.picture-frame img')).toBeVisible();
  await page.getByRole('button', { name: 'Hang it', exact: true }).click();
  await expect(page.locator('.work-tile')).toHaveCount(1);
}

async function bring(page: Page, hub: Hub): Promise<void> {
  const code = /type this code[^:]*: (\S+)/.exec(hub.output())?.[1] ?? '';
  await page.goto(`${hub.url}/app/tablet/more`);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Bring it' }).click();
  await expect(page.getByRole('button', { name: 'Make a code' })).toBeVisible();
  await expect(page.getByRole('button', { name: /All sent/ })).toBeVisible();
}

async function invite(page: Page, hub: Hub): Promise<string> {
  await page.goto(`${hub.url}/app/tablet/more`);
  await page.getByRole('button', { name: 'Make a code' }).click();
  return ((await page.locator('.invitation-code').textContent()) ?? '').replace(' ', '');
}
