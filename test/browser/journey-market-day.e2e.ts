import { expect, test, type Download } from '@playwright/test';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aPerson, collectiveOn, savedBy } from '../support/a-person.ts';
import { startHub } from '../support/hub-process.mjs';
import { inHubFile, receiptsIn } from '../support/in-hub-file.ts';
import { balancesOf, minorSum, table, total, zOnPaper } from '../support/read-ledger-files.ts';

// A sale that is lost once in two runs is lost.
test.describe.configure({ retries: 0 });

const LIST = fileURLToPath(new URL('../vectors/catalogue/shopify-new.csv', import.meta.url));

/** What the shoppers of this day pay, in the smallest unit: worked out by hand from the list's prices. */
const TAKEN = {
  Cash: 6000 + 6000 + 8000 + 600 + 335 + 7 * 6000 + 13 * 1200,
  Card: 1200 + 600,
  'Card, unclear': 1200,
  'Market voucher': 1200,
};
const FLOAT = 20_000;

test.use({ locale: 'en-CH', timezoneId: 'Europe/Zurich' });

test('a market day: a list from a shop, every tender, no network, the hub again, the close, the ledger', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  let hub = await startHub({ args: ['--empty'] });
  try {
    const person = await aPerson(page);
    const { tap, tile, pay, follow, type, tapsOf } = person;
    const receipts: string[] = [];
    const sells = async (taps: number, sale: () => Promise<void>) => {
      const made = await tapsOf(async () => {
        await sale();
        receipts.push(await person.receipt());
      });
      expect(made, `taps of sale ${receipts.at(-1)}`).toBe(taps);
    };

    await test.step('a list from a shop is hung', async () => {
      await page.goto(`${hub.url}/`);
      await follow('A list from your shop? Bring it in as a file.');
      await page.getByLabel('Choose a CSV file').setInputFiles(LIST);
      await tap('Hang these 3');
      await expect(page.getByText('3 prints hung')).toBeVisible();
    });

    await test.step('the collective comes to the hub by the code it printed, and takes vouchers', async () => {
      await tap(/^Tablet A/);
      await tap('One more tablet');
      await page.getByLabel('Code').fill(/own collective.*: (\S+)/.exec(hub.output())?.[1] ?? '');
      await tap('Bring it');
      await expect(page.getByRole('button', { name: /^All sent/ })).toBeVisible();
      await tap(/^Tablet A/);
      await tap('The collective');
      await tap('One more way');
      await page.getByLabel('Name on the button').fill('Market voucher');
      await page.getByLabel('What it is').selectOption('voucher');
      await tap('Save');
      await expect(page.getByRole('main').getByText('Saved on this tablet.')).toBeVisible();
    });

    await test.step('a market is planned, and opened in three taps with a counted float', async () => {
      await follow('Market');
      await tap('Plan a market');
      await page.getByLabel('Name of the market').fill('Quay Market');
      await page.getByLabel('Float').fill('200');
      await tap('Save the plan');
      await follow('Till');
      const taps = await tapsOf(async () => {
        await follow('Market');
        await tap('Count the float');
        await expect(page.getByRole('heading', { name: 'Open Quay Market' })).toBeVisible();
        // No note of 1000, one of 200.
        await page.keyboard.press('Enter');
        await type('1');
        await tap('Open');
        await expect(page.getByText('open since')).toBeVisible();
      });
      expect(taps).toBe(3);
      await follow('Till');
    });

    await test.step('sold by each tender', async () => {
      await sells(2, async () => {
        await tile('Dachlandschaft');
        await pay('exact');
      });
      await sells(3, async () => {
        await tile('Dachlandschaft');
        await pay('cash');
        await tap(/^100\b/);
      });
      await expect(page.locator('.cart.done .figure')).toContainText('40.00');
      await sells(3, async () => {
        await tile('Postcard set');
        await pay('card');
        await tap('Approved');
      });
      await sells(4, async () => {
        await tile('Postcard set');
        await pay('card');
        await tap('It does not say');
        await tap(/Nothing, or cannot tell/);
      });
      await expect(page.locator('.cart.done')).toContainText('kept as unclear');
      await sells(3, async () => {
        await tile('Nebel am Hafen');
        await tap(/^A3/);
        await pay('exact');
      });
      // Half on the card, the rest in cash.
      await sells(6, async () => {
        await tile('Postcard set');
        await tap('Split');
        await pay('card');
        await tap('Approved');
        await pay('cash');
        await tap(/Exact/);
      });
      await sells(3, async () => {
        await tile('Postcard set');
        await tap('Market voucher');
        await tap('Take 12.00 as Market voucher');
      });
      // An amount that no coin can pay: the coins' step is in the ledger as rounding.
      await tap(/^Next sale/);
      await sells(3, async () => {
        await tap('Amount');
        await type('333');
        await tap('Add 3.33');
        await pay('exact');
      });
      await expect(page.locator('.cart.done .figure')).toContainText('3.35');
    });

    await test.step('no network: a reload, and twenty sales more', async () => {
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await hub.kill();
      await context.setOffline(true);
      await page.reload();
      for (let sale = 0; sale < 20; sale += 1) {
        await sells(2, async () => {
          await tile(sale % 3 === 0 ? 'Dachlandschaft' : 'Postcard set');
          await pay('exact');
        });
      }
      expect(receipts).toEqual(Array.from({ length: 28 }, (_, at) => `A-${String(at + 1).padStart(4, '0')}`));
    });

    await test.step('the hub again, on the same port and data: it holds what this tablet sold, once', async () => {
      await expect(page.getByRole('button', { name: /\d+ to send/ })).toBeVisible();
      await startHub({ port: hub.port, dataDir: hub.dataDir, args: ['--empty'] }).then((again) => (hub = again));
      await context.setOffline(false);
      await expect(page.getByRole('button', { name: /^All sent/ })).toBeVisible({ timeout: 60_000 });
      expect(receiptsIn(inHubFile(hub.dataDir, await collectiveOn(page)))).toEqual(receipts);
    });

    await test.step('the day closes in four taps, and its files add up to the Z report', async () => {
      let files: readonly Download[] = [];
      await follow('Market');
      await expect(page.getByText('28 sales')).toBeVisible();
      const taps = await tapsOf(async () => {
        await tap('Close the day');
        await expect(page.getByRole('heading', { name: 'Close Quay Market' })).toBeVisible();
        // One note of 1000.
        await type('1');
        await tap('That is all of it');
        await expect(page.getByText('14.65 over')).toBeVisible();
        await tap('Do not know');
        await expect(page.getByRole('heading', { name: 'Quay Market is closed' })).toBeVisible();
        files = await savedBy(page, 4, () => tap('Share ledger'));
      });
      expect(taps).toBe(4);

      const z = await zOnPaper(page);
      expect(z.tenders).toEqual(TAKEN);
      expect(z.rows).toMatchObject({
        'Cash rounding': 2,
        'All ways of paying': total(TAKEN),
        'Cash expected': FLOAT + TAKEN.Cash,
        'Cash counted': 100_000,
      });
      const [lines, tenders, summary] = await Promise.all(
        ['lines', 'tenders', 'summary'].map((one) => table(files, one)),
      );
      expect(minorSum(lines, 'paid')).toBe(total(TAKEN));
      const rounding = lines?.filter(({ kind }) => kind === 'rounding');
      expect(minorSum(rounding, 'paid')).toBe(2);
      expect(minorSum(lines, 'net') + minorSum(lines, 'tax')).toBe(total(TAKEN));
      expect(new Set(lines?.map(({ receipt }) => receipt))).toEqual(new Set(receipts));
      const by = (key: string) =>
        minorSum(
          tenders?.filter(({ tender }) => tender === key),
          'amount',
        );
      expect({
        Cash: by('cash'),
        Card: by('card'),
        'Card, unclear': by('card:unclear'),
        'Market voucher': by('voucher:Market voucher'),
      }).toEqual(TAKEN);
      expect(minorSum(tenders, 'amount')).toBe(total(TAKEN));
      expect(
        minorSum(
          summary?.filter(({ group }) => group === 'z'),
          'amount',
        ),
      ).toBe(total(TAKEN));

      await follow('Market');
      await follow('Ledger');
      const [journal] = await savedBy(page, 1, () => tap(/\.journal$/));
      expect(journal, 'the accounting file was saved').toBeDefined();
      const balances = await balancesOf(journal);
      if (!balances) return;
      // In the drawer: what was counted. What the shoppers paid otherwise: as the Z says.
      expect(balances).toMatchObject({
        'Assets:Cash:Drawer-A': z.rows['Cash counted'],
        'Assets:Clearing:Card': z.tenders['Card'],
        'Income:Cash-Rounding': -2,
        'Expenses:Cash-Over-Short': FLOAT + TAKEN.Cash - 100_000,
        'Equity:Opening-Balances': -FLOAT,
      });
      const income = Object.entries(balances).filter(([account]) => account.startsWith('Income:'));
      expect(total(Object.fromEntries(income))).toBe(-total(TAKEN));
      const clearing = Object.entries(balances).filter(([account]) => account.startsWith('Assets:Clearing:'));
      expect(total(Object.fromEntries(clearing))).toBe(total(TAKEN) - TAKEN.Cash);
    });
  } finally {
    await hub.remove();
    rmSync(hub.dataDir, { recursive: true, force: true });
  }
});
