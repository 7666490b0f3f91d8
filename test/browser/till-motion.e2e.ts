// What the design lets move at the till: from where, to where, how long; and that it never stands in the way.
import { expect, test, type Page } from '@playwright/test';
import { seedTill } from '../support/seed-till.mjs';

interface Seen {
  readonly name: string;
  readonly from: readonly [left: number, top: number, width: number, height: number];
  readonly to: string;
  readonly length: number;
  readonly easing: string;
  /** Width of the money column when it began. */
  readonly column: number;
}

declare const seen: Seen[];
declare const totals: string[];

const tile = (page: Page, work: string) => page.locator(`.tile[data-work=${work}]`);
const moving = (page: Page) => page.locator('.movement');

test.beforeEach(async ({ page, baseURL }) => {
  await seedTill(page, baseURL ?? '', { hub: '' });
  await page.goto('/app/');
  await expect(tile(page, 'harbour').locator('img')).toBeVisible();
  await page.evaluate(watchMovements);
});

test('a print added slides from its tile to its line in 180 ms, and the total counts up once', async ({ page }) => {
  await tile(page, 'salt').click();
  await tile(page, 'harbour').click();
  await expect(page.locator('.total')).toContainText('120.00');
  await expect.poll(() => page.evaluate(() => seen.length)).toBe(2);
  await expect(moving(page)).toHaveCount(0);
  const [from, to] = await page.evaluate(() =>
    ['.tile[data-work=harbour] img', '.line.open .thumb img'].map((picture) => {
      const { left, top, width, height } = document.querySelector(picture)?.getBoundingClientRect() ?? new DOMRect();
      return [left, top, width, height].map(Math.round);
    }),
  );
  const flight = await page.evaluate(() => seen[1]);
  expect(flight).toMatchObject({ name: 'flight', length: 180, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' });
  expect(flight?.from.map(Math.round)).toEqual(from);
  const [x = 0, y = 0, scale = 0] = [...(flight?.to ?? '').matchAll(/-?[\d.]+/g)].map(Number);
  const [left = 0, top = 0, width = 0] = flight?.from ?? [];
  expect([left + x, top + y, width * scale].map(Math.round)).toEqual(to?.slice(0, 3));
  const counted = await page.evaluate(() => totals.map((total) => Number(total.replace(/[^\d.]/g, ''))));
  expect(counted).toEqual(counted.toSorted((a, b) => a - b));
  expect(counted.at(-1)).toBe(120);
  expect(counted.length).toBeGreaterThan(3);
});

test('the next tap ends a movement, and what is tapped is the cart as it is', async ({ page }) => {
  const left = page.evaluate(
    () =>
      new Promise((resolve) => {
        new MutationObserver(() => {
          if (!document.querySelector('.movement')) return;
          dispatchEvent(new PointerEvent('pointerdown'));
          resolve(document.querySelectorAll('.movement').length);
        }).observe(document.body, { childList: true });
      }),
  );
  await tile(page, 'harbour').click();
  expect(await left).toBe(0);
  await page.locator('[data-pay=exact]').click();
  await expect(page.locator('.cart.done')).toContainText('95.00');
});

test('the money column grows from 392 to 520 and back, and stands at its place from the first frame', async ({
  page,
}) => {
  await tile(page, 'salt').click();
  await expect(moving(page)).toHaveCount(0);
  await page.evaluate(() => seen.splice(0));
  await page.locator('[data-pay=cash]').click();
  await expect.poll(() => page.evaluate(() => seen.length)).toBe(1);
  await page.getByRole('button', { name: 'Back to the wall' }).click();
  await expect.poll(() => page.evaluate(() => seen.length)).toBe(2);
  const [grows, shrinks] = await page.evaluate(() => seen);
  const strip = { from: [660, 0, 128, 820], to: 'scaleX(0)', length: 180 };
  expect(grows).toMatchObject({ ...strip, name: 'gives-way wall-colour', column: 520 });
  expect(shrinks).toMatchObject({ ...strip, name: 'gives-way', column: 392 });
});

test('with calm motion nothing slides and the total does not count', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await tile(page, 'harbour').click();
  await expect(page.locator('.total')).toContainText('95.00');
  await page.locator('[data-pay=cash]').click();
  await page.getByRole('button', { name: 'Back to the wall' }).click();
  await expect(page.locator('.total')).toContainText('95.00');
  expect(await page.evaluate(() => seen)).toEqual([]);
  expect([...new Set(await page.evaluate(() => totals))]).toEqual(['€95.00']);
});

/** Runs inside the page: keeps each movement as it begins, and each total that is shown. */
function watchMovements(): void {
  const kept: Seen[] = [];
  const shown: string[] = [];
  Object.assign(globalThis, { seen: kept, totals: shown });
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLElement) || !node.matches('.movement')) continue;
      const effect = node.getAnimations()[0]?.effect as KeyframeEffect | undefined;
      const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((side) =>
        Number.parseFloat(node.style.getPropertyValue(side)),
      );
      kept.push({
        name: node.className.replace('movement ', ''),
        from: [left ?? 0, top ?? 0, width ?? 0, height ?? 0],
        to: String(effect?.getKeyframes().at(-1)?.['transform']),
        length: Number(effect?.getComputedTiming().duration),
        easing: String(effect?.getTiming().easing),
        column: document.querySelector('.money-panel, .cart')?.getBoundingClientRect().width ?? 0,
      });
    }
  }).observe(document.body, { childList: true });
  new MutationObserver(() => {
    const total = document.querySelector('.total')?.textContent;
    if (total && total !== shown.at(-1)) shown.push(total);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}
