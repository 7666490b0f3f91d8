import { expect, test, type Page } from '@playwright/test';
import { fact, isFact } from '../../src/domain/fact.ts';
import { marketDayId } from '../../src/domain/market-days/days.ts';
import { instantOf } from '../../src/domain/time.ts';
import { aMarket, type Market } from '../support/a-market.ts';
import { putTablet } from '../support/put-tablet.ts';
import { readJournal } from '../support/read-journal.ts';

const DATE = '2026-06-13';
const works = [
  { id: 'salt', title: 'Salt', photographer: 'Ode Vasquarre', price: 2500, stock: 4 },
  { id: 'fell', title: 'Fell', photographer: 'Silas Ombrey', price: 9500, stock: 30 },
];

/** A market that is over: Salt ran out at half past ten, nobody wanted Fell. */
async function aMarketThatWas(later: readonly string[]): Promise<Market> {
  const market = await aMarket({ date: DATE, works });
  await market.open('10:00', 10_000);
  for (const time of ['10:05', '10:14', '10:22', '10:30']) await market.sell(time, { salt: 1 });
  market.at('17:05');
  const { db } = market.tablet;
  await market.write(fact('marketDay.closed', market.day, { marketDay: market.day }));
  for (const date of later) {
    const id = marketDayId(db.collective, 'Quay Market', date, '');
    const hours = { opens: '10:00', closes: '17:00', zone: market.zone };
    const fields = { name: 'Quay Market', venue: 'Quay', place: 'stall', date, ...hours };
    await market.write(fact('marketDay.revised', id, { marketDay: id, fields }));
  }
  return market;
}

async function openReorder(page: Page, origin: string | undefined, market: Market): Promise<void> {
  await putTablet(page, origin ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '19:00', market.zone) });
  await page.goto(`${origin}/app/stock/reorder`);
  await expect(page.locator('.reorder-foot')).toBeVisible();
}

const row = (page: Page, title: string) => page.locator('.reorder-row').filter({ hasText: title });
const asked = (page: Page, title: string) => row(page, title).locator('.stepper');

test('the proposal says why in one sentence of the journal’s numbers, for the market that is planned', async ({
  page,
  baseURL,
}) => {
  await openReorder(page, baseURL, await aMarketThatWas(['2026-06-27']));
  await expect(page.getByRole('heading', { name: 'For Quay Market' })).toBeVisible();
  const reason = row(page, 'Salt').locator('p').nth(1);
  await expect(reason).toHaveText(
    /^Sold all 4 by 0 h 30 with [89]\d % of visitors still to come; expect about \d+ \(\d+–\d+\)\.( Early, uncertain\.)?$/,
  );
  const [, high = ''] = /–(\d+)\)/.exec(await reason.innerText()) ?? [];
  // One market is planned: no more than it may want, nine times in ten.
  await expect(asked(page, 'Salt')).toContainText(high);
  await expect(page.getByText('Enough for this market nine times in ten.')).toBeVisible();
  await page.getByRole('button', { name: 'The next ones too' }).click();
  await expect(page.getByText('Reckoned with 4 markets, 3 of them not planned yet.')).toBeVisible();
  const more = Number(/\d+/.exec(await asked(page, 'Salt').innerText())?.[0]);
  expect(more).toBeGreaterThan(Number(high));
  // Fell has thirty in hand, and none was wanted.
  await expect(page.getByText('1 more form, nothing to print')).toBeVisible();
  await page.getByText('1 more form, nothing to print').click();
  await expect(row(page, 'Fell')).toContainText('Sold 0 of 30 last time;');
  await expect(row(page, 'Fell')).toContainText('the 30 in hand are enough.');
});

test('with more markets planned it looks ahead by itself, and says what nobody has told it', async ({
  page,
  baseURL,
}) => {
  const market = await aMarketThatWas(['2026-06-27', '2026-07-11']);
  await openReorder(page, baseURL, market);
  await expect(page.getByRole('button', { name: 'The next ones too' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Reckoned with 4 markets, 2 of them not planned yet.')).toBeVisible();
  await expect(page.getByText(/^What a print costs to make: 30\s?% of its price, for 2 forms\./)).toBeVisible();
  await expect(page.getByText('Visitors of the next market: 1,000, because its plan does not say.')).toBeVisible();
  await expect(page.locator('.reorder-foot')).toContainText('about');
});

test('a person’s number is what is ordered: it is kept beside the reason, and counts as on the way', async ({
  page,
  baseURL,
}) => {
  await openReorder(page, baseURL, await aMarketThatWas(['2026-06-27']));
  const proposed = Number(/\d+/.exec(await asked(page, 'Salt').innerText())?.[0]);
  for (let tap = 0; tap < 2; tap++) await row(page, 'Salt').getByRole('button', { name: 'One less' }).click();
  await expect(row(page, 'Salt')).toContainText(`about ${((proposed - 2) * 7.5).toFixed(2)}`);
  await page.getByRole('button', { name: `Order ${proposed - 2}, about` }).click();
  await expect(
    page.getByText(`Kept: ${proposed - 2} pieces count as on the way`, { exact: false }).first(),
  ).toBeVisible();
  const orders = (await readJournal(page)).filter(isFact('reorder.approved'));
  expect(orders.map(({ body }) => body.lines)).toEqual([
    [
      {
        variant: 'salt-v',
        quantity: proposed - 2,
        why: expect.stringMatching(new RegExp('^Sold all 4 by 0 h 30 .* With 0 in hand, print \\d+\\.')) as unknown,
      },
    ],
  ]);
  // Asked again, in a page of its own: what is on the way is in hand.
  await page.reload();
  await page.getByText('nothing to print').click();
  await expect(row(page, 'Salt')).toContainText(`${proposed - 2} in hand`);
});

test('working it out that breaks off is said, and can be asked again', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const real = Worker;
    let started = 0;
    // The first one comes to nothing, as where the tablet has no memory left for it.
    window.Worker = function (url: URL, options: WorkerOptions) {
      return new real(started++ === 0 ? new URL('/no-such-worker.js', location.href) : url, options);
    } as unknown as typeof Worker;
  });
  const market = await aMarketThatWas(['2026-06-27']);
  await putTablet(page, baseURL ?? '', market.tablet.db);
  await page.clock.install({ time: instantOf(DATE, '19:00', market.zone) });
  await page.goto(`${baseURL}/app/stock/reorder`);
  await expect(page.getByText('The tablet stopped while working it out. Nothing was ordered.')).toBeVisible();
  await page.getByRole('button', { name: 'Work it out again' }).click();
  await expect(row(page, 'Salt')).toBeVisible();
});

test('a budget leaves out what earns least for its money, and says so', async ({ page, baseURL }) => {
  await openReorder(page, baseURL, await aMarketThatWas(['2026-06-27']));
  const field = page.getByLabel('Budget');
  await field.fill('10');
  await expect(asked(page, 'Salt')).toContainText(/^\D*1\D*$/);
  await field.fill('5');
  await expect(page.getByText('Nothing to reprint: what is in hand should do.')).toBeVisible();
  await page.getByText('2 more forms, nothing to print').click();
  await expect(row(page, 'Salt')).toContainText('Left out: over budget.');
  await field.fill('');
  await expect(page.locator('.reorder-foot')).toBeVisible();
});
