import { expect, test, type Page } from '@playwright/test';
import { isFact } from '../../src/domain/fact.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { scan } from '../support/a-person.ts';
import { putTablet } from '../support/put-tablet.ts';
import { readJournal } from '../support/read-journal.ts';
import { seedTill } from '../support/seed-till.mjs';

const DATE = '2026-06-13';
const badge = (page: Page) => page.locator('.rail-count');
const card = (page: Page, words: string | RegExp) => page.locator('.inbox-card').filter({ hasText: words });
const tile = (page: Page, work: string) => page.locator(`.tile[data-work=${work}]`);
const pay = (page: Page, zone: string) => page.locator(`.pay [data-pay=${zone}]`);
const toInbox = (page: Page) => page.getByRole('link', { name: /^Inbox/ }).click();
const tap = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** The tablet of a market that is open, at 15:38. */
async function open(page: Page, origin: string | undefined, market: Market, path: string): Promise<void> {
  await putTablet(page, origin ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '15:38', market.zone) });
  await page.goto(`${origin}/app${path}`);
}

test('a copy sold twice is a card with both sales; a refund of one of them settles it', async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto(`${baseURL}/app/`);
  await tile(page, 'window').click();
  await tap(page, 'Copy 8, on print');
  await pay(page, 'exact').click();
  await expect(page.locator('.cart.done')).toContainText('A-0001');
  await tap(page, /Next sale/);
  // The same number is read again, from a print that should not be there.
  await scan(page, 'WINDOW/8');
  await expect(page.locator('.copy-chip')).toHaveText('8/20');
  await pay(page, 'exact').click();
  await expect(page.locator('.conflict')).toContainText('Window Seat, copy 8/20, was sold on tablet A at');
  await tap(page, 'It is in my hand: sell it');
  await pay(page, 'exact').click();
  await expect(page.locator('.cart.done')).toContainText('A-0002');
  await toInbox(page);
  const twice = card(page, 'Copy 8/20 of Window Seat was sold twice.');
  const many = Number(await badge(page).innerText());
  await expect(twice).toContainText('Both sales stand and both are paid.');
  await twice.getByRole('link', { name: /Sale A-0002, cash/ }).click();
  await page.locator('.unit', { hasText: 'Window Seat' }).click();
  await tap(page, 'Refund, damaged');
  await expect(page.locator('.refund-said')).toHaveText('110.00 given back, A-0003.');
  await toInbox(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/need/);
  await expect(twice).toHaveCount(0);
  await expect(badge(page)).toHaveText(many > 1 ? String(many - 1) : '');
});

for (const { answer, said, outcome } of [
  { answer: 'Paid', said: 'was charged. Sale A-0001 is paid.', outcome: 'succeeded' },
  { answer: 'Not paid', said: 'was not charged. Sale A-0001 stands and is not paid.', outcome: 'failed' },
]) {
  test(`a card nobody could tell stays a card until somebody says: ${answer.toLowerCase()}`, async ({
    page,
    baseURL,
  }) => {
    const works = [{ id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 5 }];
    const market = await aMarket({ date: DATE, works });
    await market.open('10:02', 10_000);
    await open(page, baseURL, market, '/');
    await tile(page, 'salt').click();
    await pay(page, 'card').click();
    await tap(page, /^It does not say/);
    await tap(page, /^Nothing, or cannot tell/);
    await expect(page.locator('.cart.done')).toContainText('A-0001');
    await expect(badge(page)).toHaveText('1');
    await toInbox(page);
    const unclear = card(page, 'We do not know yet if the card was charged: 25.00.');
    await expect(unclear).toContainText('Sale A-0001 of Sat 13 June, 15:3');
    await unclear.getByRole('button', { name: answer, exact: true }).click();
    await expect(unclear).toHaveCount(0);
    await expect(badge(page)).toHaveCount(0);
    await expect(page.locator('.settled li')).toContainText(said);
    const answers = (await readJournal(page)).filter(isFact('payment.resolved')).map(({ body }) => body.outcome);
    expect(answers).toEqual(['unknown', outcome]);
  });
}

test('more sold than was counted asks how many there are, form by form', async ({ page, baseURL }) => {
  const works = [
    { id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 1 },
    { id: 'fell', title: 'Fell', photographer: 'Silas Ombrey', price: 9500, stock: 1 },
  ];
  const market = await aMarket({ date: DATE, works });
  await market.open('10:02', 10_000);
  await market.sell('10:10', { salt: 3, fell: 2 });
  await open(page, baseURL, market, '/inbox');
  await expect(badge(page)).toHaveText('1');
  const below = card(page, '2 forms sold more often than counted.');
  const salt = below.getByRole('listitem').filter({ hasText: 'Salt' });
  await expect(salt).toContainText('-2 by the count');
  await salt.getByRole('button', { name: 'One more' }).click();
  await salt.getByRole('button', { name: 'One more' }).click();
  await salt.getByRole('button', { name: 'There are 2' }).click();
  await expect(card(page, 'One form sold more often than counted.')).toBeVisible();
  await below.or(card(page, 'One form')).getByRole('button', { name: 'None is left' }).click();
  await expect(badge(page)).toHaveCount(0);
  await page.goto(`${baseURL}/app/`);
  await expect(tile(page, 'salt')).toContainText('2 here');
  await expect(tile(page, 'fell')).toContainText('0 here');
});

// A day that a first tap opened has its date for a name.
for (const [name, called] of [
  ['Harbour Market', 'Harbour Market'],
  [DATE, 'Saturday 13 June'],
] as const) {
  test(`a sale entered after the close of ${name} is a card that leads to the reports, and the Z stays as it was`, async ({
    page,
    baseURL,
  }) => {
    const works = [{ id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 5 }];
    const market = await aMarket({ date: DATE, name, works });
    await market.open('10:02', 10_000);
    await market.sell('10:10', { salt: 1 });
    await open(page, baseURL, market, '/market/close');
    await tap(page, 'Only the total');
    await page.keyboard.type('12500');
    await tap(page, 'That is all of it');
    await tap(page, 'Close the drawer');
    await expect(page.locator('[data-paper-kind=z] .paper-total')).toContainText('25.00');
    await page.goto(`${baseURL}/app/tablet/paper`);
    await page.getByLabel('Time').fill('11:20');
    await page.getByLabel('Print').selectOption('salt-v');
    await tap(page, 'Enter the sale');
    await expect(page.getByText('Entered as A-0002.', { exact: false }).first()).toBeVisible();
    await expect(badge(page)).toHaveText('1');
    await toInbox(page);
    const late = card(page, `1 sale of ${called} came in after the Z report.`);
    // Without a hub nobody has numbered it: it stays a card, and stops nothing.
    await expect(late).toContainText('The Z report of Sat 13 June stays as it was written.');
    await expect(late).toContainText('and the hub gives it a number');
    await late.getByRole('button', { name: 'Show the reports' }).click();
    await expect(page.locator('[data-paper-kind=z] .paper-total')).toContainText('25.00');
    await expect(page.locator('[data-paper-kind=z]')).toContainText('1 sale, 1 piece');
    await expect(page.locator('.z-paper.late')).toContainText('1 sale, 1 piece');
  });
}
