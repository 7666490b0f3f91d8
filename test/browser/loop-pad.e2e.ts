import { expect, test, type Page } from '@playwright/test';
import { fact } from '../../src/domain/fact.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket } from '../support/a-market.ts';
import { putTablet } from '../support/put-tablet.ts';
import { readJournal } from '../support/read-journal.ts';

const DATE = '2026-06-13';
const works = [
  { id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500 },
  { id: 'fell', title: 'Fell', photographer: 'Silas Ombrey', price: 9500 },
  { id: 'card', title: 'Postcard', photographer: 'Mira Tellund', price: 300 },
];

const stops = (page: Page, title: string) => page.getByRole('button', { name: `${title}: somebody stops here` });
const tokens = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(` at ${title} for `) });
const answer = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const counted = (page: Page, title: string) => page.locator('.display').filter({ hasText: title }).locator('.note');
const sums = (page: Page) => page.locator('.pad-foot > p');

/** The pad of an open market at 15:38, a counting window running. */
async function aPad(page: Page, origin = ''): Promise<void> {
  const market = await aMarket({ date: DATE, works });
  await market.open('10:02', 10_000);
  await putTablet(page, origin, market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '15:38', market.zone) });
  await page.goto(`${origin}/app/floor`);
  await page.getByRole('button', { name: 'Count for 5 minutes' }).click();
  await expect(page.getByText('left in this window')).toBeVisible();
}

/** Somebody stops before a picture, stays, and goes. */
async function stay(page: Page, title: string, seconds: number, how: string): Promise<void> {
  const before = await tokens(page, title).count();
  await stops(page, title).click();
  await expect(tokens(page, title)).toHaveCount(before + 1);
  await page.clock.fastForward(seconds * 1000);
  await tokens(page, title).last().click();
  await answer(page, how).click();
  await expect(tokens(page, title)).toHaveCount(before);
}

test('a pause is one tap to start and two to end, and its median stands on the board', async ({ page, baseURL }) => {
  await aPad(page, baseURL);
  await stay(page, 'Salt', 20, 'Bought');
  await stay(page, 'Salt', 44, 'Left');
  await stay(page, 'Salt', 90, 'Asked');
  // Half of three are gone with the second; the clock runs on while the test taps.
  await expect(counted(page, 'Salt')).toHaveText(/^3 pauses, half stay 0:4[4-9]$/);
  await expect(sums(page)).toHaveText('3 pauses, 3 ended, 0 not sure');
  await page.getByRole('link', { name: 'Market' }).click();
  await expect(page.getByText(/^3 pauses, half of them over 4[4-9] s$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Salt 3 4[4-9] s 1 1 1 0$/ })).toBeAttached();
});

test('somebody goes on to another picture: both have a pause, and the outcome belongs to the last', async ({
  page,
  baseURL,
}) => {
  await aPad(page, baseURL);
  await stops(page, 'Salt').click();
  await page.clock.fastForward(12_000);
  await tokens(page, 'Salt').click();
  await answer(page, 'Went to another picture').click();
  await expect(page.getByText('Where do they stand now? Tap the picture.')).toBeVisible();
  await page.getByRole('button', { name: 'Fell: they stand here now' }).click();
  await expect(tokens(page, 'Salt')).toHaveCount(0);
  await expect(tokens(page, 'Fell')).toHaveText(/^0:0[0-3]$/);
  await expect(page.getByRole('status').filter({ hasText: 'Moved to Fell' })).toBeAttached();
  await page.clock.fastForward(31_000);
  await tokens(page, 'Fell').click();
  await answer(page, 'Bought').click();
  await expect(counted(page, 'Salt')).toHaveText(/^1 pause, half stay 0:1[2-6]$/);
  await expect(counted(page, 'Fell')).toHaveText(/^1 pause, half stay 0:3[1-5]$/);
  await expect(sums(page)).toHaveText('2 pauses, 1 ended, 0 not sure');
});

test('who is asked where they went may stay, by the button or by Escape', async ({ page, baseURL }) => {
  await aPad(page, baseURL);
  await stops(page, 'Salt').click();
  for (const leave of [() => answer(page, 'They stay').click(), () => page.keyboard.press('Escape')]) {
    await tokens(page, 'Salt').click();
    await answer(page, 'Went to another picture').click();
    await expect(page.getByRole('button', { name: /they stand here now/ })).toHaveCount(works.length);
    await leave();
    await expect(tokens(page, 'Salt')).toHaveCount(1);
  }
  await stops(page, 'Fell').click();
  await expect(tokens(page, 'Fell')).toHaveCount(1);
});

test('undo takes back a start, a move and an end, the newest first', async ({ page, baseURL }) => {
  await aPad(page, baseURL);
  const undo = answer(page, 'Undo');
  await expect(undo).toHaveCount(0);
  await stops(page, 'Salt').click();
  await tokens(page, 'Salt').click();
  await answer(page, 'Went to another picture').click();
  await page.getByRole('button', { name: 'Fell: they stand here now' }).click();
  await tokens(page, 'Fell').click();
  await answer(page, 'I did not see it').click();
  await expect(sums(page)).toHaveText('0 pauses, 0 ended, 2 not sure');
  await undo.click();
  await expect(tokens(page, 'Fell')).toHaveCount(1);
  await expect(sums(page)).toHaveText('2 pauses, 0 ended, 0 not sure');
  await undo.click();
  await expect(tokens(page, 'Salt')).toHaveCount(1);
  await undo.click();
  await expect(tokens(page, 'Salt')).toHaveCount(0);
  await expect(sums(page)).toHaveText('0 pauses, 0 ended, 0 not sure');
  await expect(undo).toHaveCount(0);
});

test('a reload in the middle loses no pause: it runs on, and its length is kept out of the median', async ({
  page,
  baseURL,
}) => {
  await aPad(page, baseURL);
  await stay(page, 'Salt', 20, 'Left');
  await stops(page, 'Salt').click();
  await expect(tokens(page, 'Salt')).toHaveCount(1);
  await page.clock.fastForward(30_000);
  await page.reload();
  await expect(page.getByText('left in this window')).toBeVisible();
  await expect(tokens(page, 'Salt')).toHaveText(/^0:[34]\d$/);
  await tokens(page, 'Salt').click();
  await answer(page, 'Bought').click();
  await expect(counted(page, 'Salt')).toHaveText(/^1 pause, half stay 0:2\d$/);
  await expect(sums(page)).toHaveText('1 pause, 1 ended, 1 not sure');
});

test('a market of the week before is still selected: pauses enter the day that is open today', async ({
  page,
  baseURL,
}) => {
  const market = await aMarket({ date: '2026-06-06', works });
  await market.open('10:02', 10_000);
  await market.write(fact('marketDay.closed', market.day, { marketDay: market.day }));
  await putTablet(page, baseURL ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '15:38', market.zone) });
  await page.goto(`${baseURL ?? ''}/app/floor`);
  await expect(page.getByText('No market is open on this tablet')).toBeVisible();
  // The first sale opens one named after today.
  await page.goto(`${baseURL ?? ''}/app/`);
  await page.locator('.tile[data-work=salt]').click();
  await page.locator('.pay [data-pay=exact]').click();
  await expect(page.locator('.cart.done')).toBeVisible();
  await page.goto(`${baseURL ?? ''}/app/floor`);
  await stops(page, 'Salt').click();
  await expect(tokens(page, 'Salt')).toHaveCount(1);
  const journal = await readJournal(page);
  const days = journal.flatMap(({ type, day }) => (/^pause|^sale/.test(type) ? [day] : []));
  expect(days).toHaveLength(2);
  expect(new Set(days).size).toBe(1);
  expect(days).not.toContain(market.day);
});

test('on a phone every answer is in reach of the thumb, over the foot', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await aPad(page, baseURL);
  await stops(page, 'Postcard').click();
  await tokens(page, 'Postcard').click();
  for (const name of ['Bought', 'Asked', 'Left', 'Went to another picture', 'I did not see it']) {
    const isOnTop = await answer(page, name).evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(isOnTop, name).toBe(true);
  }
});
