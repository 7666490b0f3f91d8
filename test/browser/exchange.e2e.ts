import { expect, test, type Page } from '@playwright/test';
import { countTaps } from '../support/count-taps.ts';
import { seedTill } from '../support/seed-till.mjs';

const tile = (page: Page, work: string) => page.locator(`.tile[data-work=${work}]`);
const pay = (page: Page, zone: string) => page.locator(`.pay [data-pay=${zone}]`);
const done = (page: Page) => page.locator('.cart.done');
const credit = (page: Page) => page.locator('.credit');

/** Sells these for cash and goes on. */
async function sell(page: Page, ...works: string[]): Promise<void> {
  for (const work of works) await tile(page, work).click();
  await pay(page, 'exact').click();
  await page.getByRole('button', { name: /Next sale/ }).click();
}

/** Chooses a piece of the newest sale and brings it to the till as a credit. */
async function exchange(page: Page, title: string, button = 'Exchange instead'): Promise<void> {
  await page.getByRole('button', { name: 'Sales' }).click();
  await page.locator('.unit', { hasText: title }).click();
  await page.getByRole('button', { name: button }).click();
}

/** What the tablet wrote, in order: the types and bodies of its own entries about sales. */
function saleFacts(page: Page): Promise<readonly { readonly type: string; readonly body: SaleBody }[]> {
  return page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((each) => each.name?.includes('mock-wall'))?.name ?? '';
    const open = indexedDB.open(name);
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const all = open.result.transaction('journal').objectStore('journal').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    open.result.close();
    return (
      (all.result as { n: number; envelope: string; payload: string }[])
        .toSorted((a, b) => a.n - b.n)
        .map(({ envelope, payload }) => ({
          type: (JSON.parse(envelope) as { type: string }).type,
          body: (JSON.parse(payload) as { body: SaleBody }).body,
        }))
        // The wall's own sales from before have receipts of their own.
        .filter(({ type, body }) => type.startsWith('sale.') && body.receipt.startsWith('A-'))
    );
  });
}

interface SaleBody {
  readonly receipt: string;
  readonly sale: string;
  readonly refund?: string;
  readonly exchangeOf?: string;
  readonly exchangedSale?: string;
  readonly putBack?: boolean;
  readonly tenders: readonly { readonly kind: string; readonly name?: string; readonly amount: number }[];
}

test.beforeEach(async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto('/app/');
  await expect(tile(page, 'harbour')).toBeVisible();
});

test('offline, something dearer is paid by the difference, and a reload in the middle keeps the credit', async ({
  page,
  context,
}) => {
  await sell(page, 'birch', 'salt', 'harbour');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await exchange(page, 'Salt');
  await expect(credit(page)).toContainText('Back from A-0001: Salt');
  await expect(credit(page)).toContainText('−22.50');
  await expect(page.locator('.pay.idle')).toHaveText('Tap what goes instead');
  await tile(page, 'ridges').click();
  await expect(page.locator('.sum')).toContainText('97.50');
  await expect(page.getByText('Added Seven Ridges, copy 4 of 15. Total 97.50 euros')).toBeAttached();

  await page.reload();
  await expect(credit(page)).toContainText('−22.50');
  await expect(page.locator('.sum')).toContainText('97.50');
  await pay(page, 'cash').click();
  await expect(page.locator('.bought')).toContainText('exchanged −22.50');
  await page.getByRole('button', { name: /^100\b/ }).click();
  await expect(done(page)).toContainText('Give back');
  await expect(done(page).locator('.figure')).toContainText('2.50');
  await expect(done(page)).toContainText('Exchange A-0003, came back with A-0002');
  await expect(credit(page)).toHaveCount(0);

  const [sold, back, made] = await saleFacts(page);
  expect(back).toMatchObject({
    type: 'sale.refunded',
    body: { receipt: 'A-0002', sale: sold?.body.sale, putBack: true, tenders: [{ kind: 'exchange', amount: 2250 }] },
  });
  expect(made).toMatchObject({
    type: 'sale.completed',
    body: {
      receipt: 'A-0003',
      exchangeOf: back?.body.refund,
      exchangedSale: sold?.body.sale,
      tenders: [
        { kind: 'exchange', amount: 2250 },
        { kind: 'cash', amount: 9750 },
      ],
    },
  });
});

test('something cheaper gives money back, in ink, and both receipts, the list and the ledger say so', async ({
  page,
}) => {
  await sell(page, 'harbour');
  await expect(tile(page, 'harbour')).toContainText('2 of 25');
  await exchange(page, 'Harbour');
  await tile(page, 'salt').click();
  await expect(page.locator('.sum')).toContainText('To give back');
  await expect(pay(page, 'back')).toHaveText(/Give back 70\.00/);
  const colours = await page
    .locator('.pay')
    .evaluate((bar) => [getComputedStyle(bar).backgroundColor, getComputedStyle(document.body).color]);
  expect(colours[0], 'ink, not accent').toBe(colours[1]);
  await pay(page, 'back').click();
  await expect(done(page)).toContainText('Give back');
  await expect(done(page).locator('.figure')).toContainText('70.00');
  // Both halves stand: the way back is another exchange or a refund.
  await expect(page.getByRole('button', { name: 'Undo sale' })).toHaveCount(0);
  await expect(tile(page, 'harbour')).toContainText('3 of 25');

  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const receipt = page.locator('.receipt');
  await expect(receipt.locator('dl').first()).toContainText(/Total€25\.00Exchange25\.00/);
  await expect(receipt.locator('.receipt-back')).toContainText('Came back from A-0001, A-0002');
  await expect(receipt.locator('.receipt-back')).toContainText(/Harbour.*copy 7−95\.00Cash, given back70\.00/);

  await page.goto('/app/sales');
  const rows = page.locator('.sale-row');
  await expect(rows.nth(0)).toContainText(/A-0003.*exchange.*25\.00/);
  await expect(rows.nth(1)).toContainText(/A-0001.*all came back/);
  await rows.nth(0).click();
  await expect(page.locator('.page-head')).toContainText('exchange 25.00');
  await page.goBack();
  await rows.nth(1).click();
  await expect(page.locator('.unit.gone')).toContainText('exchanged with A-0002');

  await page.goto('/app/market/ledger');
  await expect(page.getByText('Exchange', { exact: true }).first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('other:exchange');
});

test('something of the same price is exchanged in five taps, and nothing is to pay', async ({ page }) => {
  await sell(page, 'salt');
  const taps = await countTaps(page);
  await page.getByRole('button', { name: 'Sales' }).click();
  await page.locator('.unit', { hasText: 'Salt' }).click();
  await page.getByRole('button', { name: 'Exchange instead' }).click();
  await tile(page, 'birch').click();
  await expect(page.locator('.sum')).toContainText('Nothing to pay');
  await pay(page, 'even').click();
  await expect(done(page)).toContainText('Nothing to pay');
  await expect(done(page).locator('.figure')).toContainText('0.00');
  expect(await taps()).toBe(5);
});

test('what was paid by card goes back to the card first, and a damaged print stays off the wall', async ({ page }) => {
  await tile(page, 'harbour').click();
  await pay(page, 'card').click();
  await page.getByRole('button', { name: 'Approved' }).click();
  await page.getByRole('button', { name: /Next sale/ }).click();
  await exchange(page, 'Harbour', 'Exchange, damaged');
  await expect(credit(page)).toContainText('damaged, stays off the wall');
  await tile(page, 'zine').click();
  await expect(pay(page, 'back')).toHaveText(/Give back 77\.00\s*on the card: reader first/);
  await pay(page, 'back').click();
  await expect(done(page)).toContainText('Back on the card');
  await expect(tile(page, 'harbour')).toContainText('2 of 25');
  const back = (await saleFacts(page)).find(({ type }) => type === 'sale.refunded');
  expect(back?.body).toMatchObject({
    putBack: false,
    tenders: [
      { kind: 'exchange', amount: 1800 },
      { kind: 'card', amount: 7700 },
    ],
  });
});

test('a credit comes off by a tap and back by undo, and waits in a parked cart', async ({ page }) => {
  await sell(page, 'salt');
  await exchange(page, 'Salt');
  await credit(page).getByRole('button').click();
  await expect(credit(page)).toHaveCount(0);
  await expect(page.locator('.said')).toContainText('Exchange taken off');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(credit(page)).toContainText('−25.00');
  await page.getByRole('button', { name: 'Park' }).click();
  await page.getByRole('button', { name: 'Comes back later' }).click();
  await expect(credit(page)).toHaveCount(0);
  await page.locator('.parked button', { hasText: 'Comes back later' }).click();
  await expect(credit(page)).toContainText('Back from A-0001: Salt');
});

test('one unit is exchanged once: refused at the end if it came back meanwhile, and not offered again', async ({
  page,
}) => {
  await sell(page, 'salt');
  await exchange(page, 'Salt');
  // On its way it is given back by somebody else.
  await page.goto('/app/sales/latest');
  await page.locator('.unit', { hasText: 'Salt' }).click();
  await page.getByRole('button', { name: 'Refund and put back' }).click();
  await expect(page.locator('.refund-said')).toContainText('A-0002');
  await expect(page.locator('.unit.gone')).toContainText('came back with A-0002');
  await expect(page.getByRole('button', { name: /^Exchange/ })).toHaveCount(0);
  await page.goto('/app/');
  await tile(page, 'birch').click();
  await pay(page, 'even').click();
  await expect(page.locator('.trouble')).toHaveText('Salt came back already, with A-0002. Nothing was paid twice.');
  await expect(page.locator('.line')).toHaveCount(1);
  expect((await saleFacts(page)).map(({ type }) => type)).toEqual(['sale.completed', 'sale.refunded']);
});

test('a cart waits for one sale at a time, and says so', async ({ page }) => {
  await sell(page, 'salt');
  await exchange(page, 'Salt');
  await page.goto('/app/');
  await page.getByRole('button', { name: 'Park' }).click();
  await page.getByRole('button', { name: 'Comes back later' }).click();
  await sell(page, 'zine');
  await exchange(page, 'Passing');
  await page.goto('/app/sales');
  await page.locator('.sale-row', { hasText: 'A-0001' }).click();
  await page.locator('.unit').click();
  await page.getByRole('button', { name: 'Exchange instead' }).click();
  await expect(page.locator('.page-aside .trouble')).toContainText('already waits for what came back from A-0002');
});

test('if the disk is full between its two halves, an exchange leaves neither', async ({ page }) => {
  await sell(page, 'salt');
  await exchange(page, 'Salt');
  await tile(page, 'birch').click();
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype as { add: (...parameters: never[]) => unknown };
    const { add } = store;
    let written = 0;
    store.add = function (this: IDBObjectStore, ...parameters: unknown[]) {
      if (this.name === 'journal' && ++written === 2) throw new DOMException('no space', 'QuotaExceededError');
      return Reflect.apply(add, this, parameters);
    };
  });
  await pay(page, 'even').click();
  await expect(page.locator('.trouble')).toContainText('This tablet is full, ');
  await expect(credit(page)).toContainText('Salt');
  expect((await saleFacts(page)).map(({ type }) => type)).toEqual(['sale.completed']);
});
