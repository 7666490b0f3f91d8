import { expect, test, type Locator, type Page } from '@playwright/test';
import { fact, isFact, type FactRead } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { putTablet } from '../support/put-tablet.ts';
import { readJournal } from '../support/read-journal.ts';
import { seedTill } from '../support/seed-till.mjs';

// A finger that trembles, or a tablet that takes a moment: what is tapped twice is written once.

const DATE = '2026-06-13';
const works = [{ id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 4 }];

test('a sale on paper is entered once', async ({ page, baseURL }) => {
  await openMarket(page, baseURL, '/tablet/paper', await aMarketDay());
  await page.getByLabel('Time').fill('11:20');
  await page.getByLabel('Print').selectOption('salt-v');
  await tapTwice(page.getByRole('button', { name: 'Enter the sale' }));
  await expect(page.locator('.form-done')).toHaveText('Entered as A-0001. Write that number on the paper.');
  expect(await kept(page, 'sale.completed')).toBe(1);
  // The next paper can be entered at once.
  await page.getByLabel('Time').fill('11:30');
  await page.getByLabel('Print').selectOption('salt-v');
  await tapTwice(page.getByRole('button', { name: 'Enter the sale' }));
  await expect(page.locator('.form-done')).toContainText('A-0002');
  expect(await kept(page, 'sale.completed')).toBe(2);
});

test('cash is paid out once', async ({ page, baseURL }) => {
  await openMarket(page, baseURL, '/market/drawer', await aMarketDay());
  await page.getByRole('button', { name: 'Pay out' }).click();
  await page.keyboard.type('500');
  await tapTwice(page.getByRole('button', { name: 'Parking' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await kept(page, 'cash.paidOut')).toBe(1);
});

test('pieces move once', async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto(`${baseURL}/app/stock/levels`);
  const before = await kept(page, 'stock.moved');
  await page.getByRole('button', { name: /Count or move .*Birch Study/ }).click();
  await page.getByLabel('How many').fill('1');
  await tapTwice(page.getByRole('button', { name: 'Move them' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await kept(page, 'stock.moved')).toBe(before + 1);
});

test('an order is placed once', async ({ page, baseURL }) => {
  const market = await aMarketDay();
  for (const time of ['10:05', '10:14', '10:22', '10:30']) await market.sell(time, { salt: 1 });
  await market.write(fact('marketDay.closed', market.day, { marketDay: market.day }));
  const next = marketDayId(market.tablet.db.collective, 'Quay Market', '2026-06-27', '');
  const hours = { opens: '10:00', closes: '17:00', zone: market.zone };
  const fields = { name: 'Quay Market', venue: 'Quay', place: 'stall', date: '2026-06-27', ...hours };
  await market.write(fact('marketDay.revised', next, { marketDay: next, fields }));
  await openMarket(page, baseURL, '/stock/reorder', market);
  await tapTwice(page.locator('.reorder-foot button'));
  await expect(page.getByText(/^Kept: /).first()).toBeVisible();
  expect(await kept(page, 'reorder.approved')).toBe(1);
});

test('a print is hung once', async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto(`${baseURL}/app/stock/works/new`);
  const works = await kept(page, 'work.revised');
  await page.getByLabel('Title', { exact: true }).fill('Twice');
  await page.getByLabel(/^Price/).fill('12');
  await tapTwice(page.getByRole('button', { name: 'Hang it', exact: true }));
  await expect(page).toHaveURL(/\/stock$/);
  expect(await kept(page, 'work.revised')).toBe(works + 1);
});

test('what came back once stays said, though the second tap finds nothing left to give', async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto(`${baseURL}/app/`);
  await page.locator('.tile[data-work=salt]').click();
  await page.locator('.pay [data-pay=exact]').click();
  await page.getByRole('button', { name: /Next sale/ }).click();
  await page.getByRole('button', { name: 'Sales' }).click();
  await page.locator('.unit').click();
  await tapTwice(page.getByRole('button', { name: 'Refund and put back' }));
  await expect(page.locator('.refund-said')).toContainText('25.00 given back, A-0002.');
  expect(await kept(page, 'sale.refunded')).toBe(1);
  await expect(page.locator('.trouble')).toHaveCount(0);
});

/** A market that is open since ten, with a float of 100. */
async function aMarketDay(): Promise<Market> {
  const market = await aMarket({ date: DATE, works });
  await market.open('10:00', 10_000);
  return market;
}

async function openMarket(page: Page, origin: string | undefined, path: string, market: Market): Promise<void> {
  await putTablet(page, origin ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '19:00', market.zone) });
  await page.goto(`${origin}/app${path}`);
}

/** Both before the page can draw anything: what a slow tablet makes of a trembling finger. */
async function tapTwice(button: Locator): Promise<void> {
  await button.evaluate((each: HTMLElement) => {
    each.click();
    each.click();
  });
}

async function kept(page: Page, type: FactRead['type']): Promise<number> {
  return (await readJournal(page)).filter(isFact(type)).length;
}
