import { expect, test, type Page } from '@playwright/test';
import { scan } from '../support/a-person.ts';
import { countTaps } from '../support/count-taps.ts';
import { readCode } from '../support/read-code.ts';
import { startHub } from '../support/hub-process.mjs';
import { seedTill } from '../support/seed-till.mjs';

const tile = (page: Page, work: string) => page.locator(`.tile[data-work=${work}]`);
const pay = (page: Page, zone: string) => page.locator(`.pay [data-pay=${zone}]`);
const done = (page: Page) => page.locator('.cart.done');

test.beforeEach(async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto('/app/');
  await expect(tile(page, 'harbour')).toBeVisible();
});

test('an open edition for exact cash is two taps', async ({ page }) => {
  const taps = await countTaps(page);
  await tile(page, 'salt').click();
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('25.00');
  await expect(done(page)).toContainText('A-0001');
  expect(await taps()).toBe(2);
});

test('cash with change is three taps, and the change is the largest thing on the screen', async ({ page }) => {
  const taps = await countTaps(page);
  await tile(page, 'harbour').click();
  await pay(page, 'cash').click();
  await page.getByRole('button', { name: /^100\b/ }).click();
  await expect(done(page)).toContainText('Give back');
  await expect(done(page).locator('.figure')).toContainText('5.00');
  expect(
    await done(page)
      .locator('.figure')
      .evaluate((figure) => Number.parseFloat(getComputedStyle(figure).fontSize)),
  ).toBe(112);
  expect(await taps()).toBe(3);
});

test('any two for 45 applies itself: three taps', async ({ page }) => {
  const taps = await countTaps(page);
  await tile(page, 'salt').click();
  await tile(page, 'birch').click();
  await expect(page.locator('.deal')).toContainText('−5.00');
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('45.00');
  expect(await taps()).toBe(3);
});

test('the receipt says what a price row took off, so that the list prices stand beside what was paid', async ({
  page,
}) => {
  await tile(page, 'salt').click();
  await tile(page, 'birch').click();
  await pay(page, 'exact').click();
  await done(page).getByRole('button', { name: 'Show' }).click();
  const receipt = page.locator('.receipt');
  await expect(receipt.locator('li').first()).toContainText('instead of 25.00');
  await expect(receipt).toContainText('Taken off already: “Any 2 small prints for 45” 5.00');
});

test('a print whose number is on the paper is three taps without a scanner', async ({ page }) => {
  const taps = await countTaps(page);
  await tile(page, 'window').click();
  await page.getByRole('button', { name: 'Copy 8, on print' }).click();
  await expect(page.locator('.copy-chip')).toHaveText('8/20');
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('110.00');
  expect(await taps()).toBe(3);
});

test('a label scanned by a hardware scanner and paid by card is two taps', async ({ page }) => {
  const taps = await countTaps(page);
  await scan(page, 'WINDOW/11');
  await expect(page.locator('.copy-chip')).toContainText('11/20');
  await pay(page, 'card').click();
  await page.getByRole('button', { name: 'Approved' }).click();
  await expect(done(page)).toContainText('110.00');
  expect(await taps()).toBe(2);
});

test('a bank code is three taps: what the shopper scans holds amount, account and a reference', async ({
  page,
  context,
}) => {
  const taps = await countTaps(page);
  await tile(page, 'salt').click();
  await page.locator('.more').getByRole('button', { name: 'QR' }).click();
  const code = await readCode(context, page.locator('.bank-code .qr-code'));
  const reference = await page.locator('.bank-code b').innerText();
  expect(code.split('\n').slice(4, 8)).toEqual(['', 'Lumen Row, example', 'XX57EXAMPLE000000000', 'EUR25.00']);
  expect(code.split('\n').at(-1)).toBe(`Lumen Row ${reference}`);
  await page.getByRole('button', { name: 'I saw it paid' }).click();
  await expect(done(page)).toContainText('25.00');
  expect(await taps()).toBe(3);
});

test('the same copy scanned again says that it is in the cart', async ({ page }) => {
  await scan(page, 'WINDOW/11');
  await scan(page, 'WINDOW/11');
  await expect(page.locator('.trouble')).toHaveText('11/20 is already in the cart.');
  await expect(page.locator('.line')).toHaveCount(1);
});

test('one line of three comes back in three taps, at what was paid for it', async ({ page }) => {
  for (const work of ['birch', 'salt', 'harbour']) await tile(page, work).click();
  await pay(page, 'exact').click();
  await page.getByRole('button', { name: /Next sale/ }).click();
  const taps = await countTaps(page);
  await page.getByRole('button', { name: 'Sales' }).click();
  await page.locator('.unit', { hasText: 'Salt' }).click();
  await expect(page.locator('.refund-amount')).toContainText('22.50');
  await page.getByRole('button', { name: 'Refund and put back' }).click();
  await expect(page.locator('.refund-said')).toContainText('22.50 given back, A-0002');
  expect(await taps()).toBe(3);
  await expect(page.locator('.unit.gone')).toContainText('came back with A-0002');
});

test('a sale of which everything came back offers nothing more', async ({ page }) => {
  await tile(page, 'salt').click();
  await pay(page, 'exact').click();
  await page.getByRole('button', { name: /Next sale/ }).click();
  await page.getByRole('button', { name: 'Sales' }).click();
  await expect(page.locator('.page-aside')).toContainText('Tap what comes back.');
  await page.locator('.unit', { hasText: 'Salt' }).click();
  await page.getByRole('button', { name: 'Refund and put back' }).click();
  await expect(page.locator('.page-aside')).toContainText('All of it came back.');
  await expect(page.locator('.page-aside')).not.toContainText('Tap what comes back.');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.locator('.page-aside').getByRole('button')).toHaveText(['Back to the till']);
});

test('every copy that comes back is named before the tap, for whichever tap it is', async ({ page }) => {
  await tile(page, 'harbour').click();
  await tile(page, 'harbour').click();
  await scan(page, 'WINDOW/11');
  await pay(page, 'exact').click();
  await page.getByRole('button', { name: /Next sale/ }).click();
  await page.getByRole('button', { name: 'Sales' }).click();
  const units = page.locator('.unit');
  await expect(units).toHaveCount(3);
  for (const unit of await units.all()) await unit.click();
  await expect(page.locator('.refund-effect p')).toHaveText([
    'Put back, copies 7 and 14 of Harbour, 5 a.m. may be sold again; damaged, they may not.',
    'Put back, copy 11 of Window Seat may be sold again; damaged, it may not.',
    /^Takings of the day: .*300\.00 less\.$/,
  ]);
});

test('a sale is made by keyboard alone, and each step is announced', async ({ page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('salt', { delay: 60 });
  await expect(page.locator('.tile')).toHaveCount(1);
  await tile(page, 'salt').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Added Salt. Total 25 euros')).toBeAttached();
  await page.keyboard.press('+');
  await expect(page.locator('.stepper b')).toHaveText('2');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.sum')).toContainText('25.00');
  await page.keyboard.press('e');
  await expect(done(page)).toContainText('A-0001');
  await expect(page.getByRole('button', { name: /Next sale/ })).toBeFocused();
});

test('a full cart is there after a reload, and an amount on the reader asks its question', async ({ page }) => {
  await tile(page, 'harbour').click();
  await tile(page, 'salt').click();
  await pay(page, 'card').click();
  await expect(page.locator('.reader')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'We do not know yet if the card was charged.' })).toBeVisible();
  await page.getByRole('button', { name: /Declined, or cancelled/ }).click();
  await page.getByRole('button', { name: /^120\.00/ }).click();
  await expect(done(page)).toContainText('120.00');
});

test('the pill calls to an amount that nobody attends to, leads back to its question, and is calm once it is answered', async ({
  page,
}) => {
  const pill = page.locator('.pill:visible');
  await page.locator('.tile[data-work=salt]').click();
  await page.locator('[data-pay=card]').click();
  await expect(page.locator('.reader')).toBeVisible();
  await expect(pill).not.toHaveClass(/alert/);
  await page.keyboard.press('Alt+2');
  await expect(pill).toHaveAccessibleName('Card reader needs you');
  await pill.click();
  await expect(page.getByRole('heading', { name: 'We do not know yet if the card was charged.' })).toBeVisible();
  await expect(pill).toHaveAccessibleName('Card reader needs you');
  await page.getByRole('button', { name: /^Nothing, or cannot tell/ }).click();
  await expect(page.locator('.cart.done')).toBeVisible();
  await expect(pill).toHaveAccessibleName(/^Saved here/);
});

test('an amount on the reader that only the journal knows of is asked about, and its answer makes the sale', async ({
  page,
}) => {
  await tile(page, 'salt').click();
  await pay(page, 'card').click();
  await expect(page.locator('.reader')).toBeVisible();
  await page.goto('/app/manifest.webmanifest');
  await rewriteDraft(page, { lines: 1, attempt: null });
  await page.goto('/app/');
  await expect(page.getByRole('heading', { name: 'We do not know yet if the card was charged.' })).toBeVisible();
  await page.getByRole('button', { name: /Paid, or approved/ }).click();
  await expect(done(page)).toContainText('25.00');
  await page.reload();
  await expect(tile(page, 'salt')).toBeVisible();
  await expect(page.locator('.line')).toHaveCount(0);
});

test('an amount one tab put on the reader is asked about in the other, and charged once', async ({ page, context }) => {
  await tile(page, 'salt').click();
  await expect(page.locator('.line')).toHaveCount(1);
  const other = await context.newPage();
  await other.goto('/app/');
  await expect(other.locator('.line')).toHaveCount(1);
  await pay(page, 'card').click();
  await expect(page.locator('.reader')).toBeVisible();
  await pay(other, 'exact').click();
  await expect(other.getByRole('heading', { name: 'We do not know yet if the card was charged.' })).toBeVisible();
  await other.getByRole('button', { name: /Paid, or approved/ }).click();
  await expect(done(other)).toContainText('25.00');
  await expect(page.locator('.line')).toHaveCount(0);
});

test('a cart too long for one sale is said so before the reader gets the amount, and takes nothing more', async ({
  page,
}) => {
  await tile(page, 'salt').click();
  await expect(page.locator('.line')).toHaveCount(1);
  await page.goto('/app/manifest.webmanifest');
  await rewriteDraft(page, { lines: 190, attempt: null });
  await page.goto('/app/');
  await pay(page, 'card').click();
  await expect(page.locator('.trouble')).toContainText('One sale holds no more than this.');
  await expect(page.locator('.reader')).toHaveCount(0);
  await page.getByRole('button', { name: 'One more' }).first().click();
  await tile(page, 'birch').click();
  await expect(page.locator('.trouble')).toContainText('One sale holds no more than this.');
  await expect(page.locator('.line', { hasText: 'Birch' })).toHaveCount(0);
});

test('the same print tapped again while its sale is being written is the next cart, and it is seen', async ({
  page,
}) => {
  await tile(page, 'salt').click();
  await expect(pay(page, 'exact')).toBeEnabled();
  await page.evaluate(() => {
    for (const each of ['.pay [data-pay=exact]', '.tile[data-work=salt]'])
      document.querySelector<HTMLElement>(each)?.click();
  });
  await expect(page.locator('.stepper b')).toHaveText('1');
  await expect(done(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Recent' }).click();
  await expect(page.locator('.recent')).toContainText('A-0001');
  await page.reload();
  await expect(page.locator('.stepper b')).toHaveText('1');
});

test('a cart open in two tabs is sold once', async ({ page, context }) => {
  await tile(page, 'harbour').click();
  await expect(page.locator('.line')).toHaveCount(1);
  const other = await context.newPage();
  await other.goto('/app/');
  await expect(other.locator('.line')).toHaveCount(1);
  await pay(page, 'exact').click();
  await expect(done(page)).toBeVisible();
  await expect(other.locator('.line')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next sale' }).click();
  await page.getByRole('button', { name: 'Refund' }).click();
  await expect(page.locator('.sale-row')).toHaveCount(1);
});

test('with the storage full nothing is called sold and the cart stays', async ({ page }) => {
  await tile(page, 'salt').click();
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype as { add: (...parameters: never[]) => unknown };
    const { add } = store;
    store.add = function (this: IDBObjectStore, ...parameters: unknown[]) {
      if (this.name === 'journal') throw new DOMException('no space', 'QuotaExceededError');
      return Reflect.apply(add, this, parameters);
    };
  });
  await pay(page, 'exact').click();
  await expect(page.locator('.trouble')).toContainText('This tablet is full, also without its large pictures');
  await expect(page.locator('.line')).toHaveCount(1);
  await expect(done(page)).toHaveCount(0);
});

test('an older step is undone alone from Recent, and nothing below the lines moves for it', async ({ page }) => {
  const places = () =>
    page.locator('.total, .pay').evaluateAll((each) => each.map((element) => element.getBoundingClientRect().bottom));
  for (const work of ['harbour', 'salt', 'window']) await tile(page, work).click();
  await page.getByRole('button', { name: 'Copy 8, on print' }).click();
  const before = await places();
  await page.getByRole('button', { name: 'Recent' }).click();
  await expect(page.locator('.recent li')).toHaveText([/^Copy 8\/20 added/, /^Salt added/, /^Copy 7\/25 added/]);
  expect(await places()).toEqual(before);
  await page.getByRole('button', { name: 'Undo “Copy 7/25 added”' }).click();
  await expect(page.locator('.total')).toContainText('135.00');
  await expect(page.locator('.recent li')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.locator('.line .t').first()).toHaveText('Salt');
  await expect(page.locator('.line')).toHaveCount(2);
});

test('what cannot be told apart goes back to before it, and Recent says so first', async ({ page }) => {
  await page.keyboard.press('r');
  await expect(page.locator('.recent')).toHaveCount(0);
  await tile(page, 'salt').click();
  await page.locator('.line-main').click();
  await page.locator('dialog textarea').fill('gift');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.locator('.line-main').click();
  await page.locator('dialog textarea').fill('gift, blue paper');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await page.keyboard.press('r');
  const older = page.locator('.recent li').nth(1);
  await expect(older).toContainText('with 1 step after it');
  await older.getByRole('button').click();
  await expect(page.locator('.recent li')).toHaveCount(1);
  await page.keyboard.press('r');
  await expect(page.locator('.line')).not.toContainText('gift');
  await expect(page.locator('.line')).toContainText('Salt');
});

test('the change stays to be read if the next sale starts early, and goes with the sale after', async ({ page }) => {
  await tile(page, 'harbour').click();
  await pay(page, 'cash').click();
  await page.getByRole('button', { name: /^100\b/ }).click();
  await expect(done(page)).toBeVisible();
  await tile(page, 'salt').click();
  await page.getByRole('button', { name: 'Change 5.00' }).click();
  await expect(page.locator('.recent li').last()).toContainText('sale A-0001, 100.00 given for 95.00');
  await pay(page, 'exact').click();
  await expect(done(page)).toContainText('A-0002');
  await page.getByRole('button', { name: /Next sale/ }).click();
  await expect(page.locator('.recent-button')).toHaveCount(0);
});

test('a scan announces once, politely', async ({ page }) => {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    for (const region of document.querySelectorAll('[aria-live]')) {
      const urgency = region.getAttribute('aria-live') ?? '';
      new MutationObserver(() => said.push(`${urgency}: ${region.textContent?.trim()}`)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  await scan(page, 'WINDOW/11');
  await expect(page.locator('.copy-chip')).toContainText('11/20');
  await expect(page.locator('.tile[data-work=window] .badge')).toHaveText('1');
  await framesPass(page);
  expect(await said()).toEqual(['polite: Added Window Seat, copy 11 of 20. Total 110 euros']);
  await scan(page, 'WINDOW/11');
  await expect(page.locator('.trouble')).toBeVisible();
  await framesPass(page);
  expect((await said()).slice(1)).toEqual(['polite: 11/20 is already in the cart.']);
});

const SALES = 200;

test(`tiles keep their place through ${SALES} sales, a sync, a sold-out print and a change of theme`, async ({
  browser,
}) => {
  const hub = await startHub({ args: ['--empty'] });
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await seedTill(page, hub.url, { hub: '' });
    await page.goto(`${hub.url}/app/`);
    await expect(tile(page, 'crossing').locator('img')).toBeVisible();
    const before = await places(page);
    expect(before).toHaveLength(15);
    await tile(page, 'swim').click();
    await pay(page, 'exact').click();
    await expect(tile(page, 'swim')).toContainText('Sold out');
    expect(await page.evaluate(sellOften, SALES - 1)).toBe(`A-${String(SALES).padStart(4, '0')}`);
    expect(await places(page), 'after the sales').toEqual(before);

    await page.goto(`${hub.url}/app/tablet/more`);
    await page.getByLabel('Code').fill(/own collective.*: (\S+)/.exec(hub.output())?.[1] ?? '');
    await page.getByRole('button', { name: 'Bring it' }).click();
    await expect(page.getByRole('button', { name: 'Make a code' })).toBeVisible();
    await page.getByRole('link', { name: 'Till' }).click();
    await expect(page.getByRole('button', { name: /All sent/ })).toBeVisible({ timeout: 60_000 });
    await expect(tile(page, 'crossing').locator('img')).toBeVisible();
    expect(await places(page), 'after all was sent').toEqual(before);
    // One more arrives at the hub while the wall is looked at.
    await tile(page, 'salt').click();
    await pay(page, 'exact').click();
    await expect(page.getByRole('button', { name: /to send/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /All sent/ })).toBeVisible({ timeout: 60_000 });
    for (const theme of ['dark', 'sun', 'light']) {
      await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);
      expect(await places(page), theme).toEqual(before);
    }
  } finally {
    await context.close();
    await hub.remove();
  }
});

/** Where each tile hangs on the wall, however far the wall is scrolled. */
function places(page: Page): Promise<string[]> {
  return page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((each) => {
      const { left, top, width } = each.getBoundingClientRect();
      const wall = each.closest('.wall-grid')?.getBoundingClientRect().top ?? 0;
      return [(each as HTMLElement).dataset['work'], left, Math.round(top - wall), width].join(' ');
    }),
  );
}

/** Runs inside the page: sells one print after the other for exact cash, by the till's own buttons. Gives the last receipt. */
async function sellOften(sales: number): Promise<string> {
  const works = ['salt', 'birch', 'meadow', 'crossing', 'zine', 'postcards', 'tote'];
  const receipt = () => /A-\d{4}/.exec(document.querySelector('.cart.done')?.textContent ?? '')?.[0] ?? '';
  const shown = async <T>(look: () => T | null | undefined): Promise<T> => {
    for (let frames = 0; frames < 2_000; frames++) {
      const found = look();
      if (found) return found;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    throw new Error(`not shown: ${String(look)}`);
  };
  for (let sale = 0; sale < sales; sale++) {
    const last = receipt();
    document.querySelector<HTMLElement>(`.tile[data-work=${works[sale % works.length]}]`)?.click();
    (await shown(() => document.querySelector<HTMLElement>('[data-pay=exact]'))).click();
    await shown(() => receipt() !== '' && receipt() !== last);
  }
  return receipt();
}

/** Long enough for whatever would still be said. */
function framesPass(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/**
 * Changes the kept cart behind the till's back, which must not be open: as a till leaves it that ended between a hand-off
 * and its draft, or with its line many times over.
 */
async function rewriteDraft(page: Page, change: { readonly lines: number; readonly attempt: null }): Promise<void> {
  await page.evaluate(
    ({ lines: count, attempt }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('imago-mock-wall');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('drafts', 'readwrite');
          const drafts = writing.objectStore('drafts');
          const reading = drafts.getAll();
          reading.addEventListener('success', () => {
            for (const row of reading.result) {
              const { cart } = row.value;
              const lines = Array.from({ length: count }, (_, at) => ({
                ...cart.lines[0],
                id: `line-${at}`,
                note: '',
              }));
              drafts.put({ ...row, value: { ...row.value, attempt, cart: { ...cart, lines } } });
            }
          });
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    change,
  );
}
