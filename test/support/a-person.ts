import { expect, type Download, type Locator, type Page } from '@playwright/test';

/**
 * A person at a tablet: does what a finger does, and every tap is counted by the page itself, over reloads too. Scans
 * and typed digits are none.
 */
export interface Person {
  readonly page: Page;
  /** The taps of `work`, as the page saw them. */
  readonly tapsOf: (work: () => Promise<void>) => Promise<number>;
  readonly tap: (name: string | RegExp, within?: Locator) => Promise<void>;
  readonly follow: (name: string | RegExp, within?: Locator) => Promise<void>;
  readonly tile: (title: string) => Promise<void>;
  readonly pay: (zone: string) => Promise<void>;
  /** Typed by hand: keys faster than this come from a scanner. */
  readonly type: (text: string) => Promise<void>;
  /** Waits until a sale is made and gives its receipt number, as it stands on the screen. */
  readonly receipt: () => Promise<string>;
}

export async function aPerson(page: Page): Promise<Person> {
  let taps = 0;
  await page.exposeFunction('countTap', () => void (taps += 1));
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { countTap: () => void };
    // A click on a label makes a second one on its box; a finger goes down once.
    addEventListener('pointerdown', (event) => event.isTrusted && counted.countTap(), { capture: true });
  });
  const press = (role: 'button' | 'link', name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole(role, { name, exact: typeof name === 'string' }).click();
  let last = '';
  return {
    page,
    tapsOf: async (work) => {
      const before = taps;
      await work();
      return taps - before;
    },
    tap: (name, within) => press('button', name, within),
    follow: (name, within) => press('link', name, within),
    tile: (title) => page.locator('.tile').filter({ hasText: title }).click(),
    pay: (zone) => page.locator(`.pay [data-pay="${zone}"]`).click(),
    type: (text) => page.keyboard.type(text, { delay: 50 }),
    receipt: async () => {
      const done = page.locator('.cart.done');
      await expect(done).not.toContainText(last === '' ? 'A-0000' : last);
      const found = /[A-Z]+-\d{4,}/.exec(await done.innerText())?.[0];
      if (found === undefined) throw new Error('no receipt number on the screen');
      last = found;
      return found;
    },
  };
}

/** The files that `act` makes the browser save, `many` of them. */
export async function savedBy(page: Page, many: number, act: () => Promise<void>): Promise<readonly Download[]> {
  const found: Download[] = [];
  const keep = (download: Download) => void found.push(download);
  page.on('download', keep);
  await act();
  await expect.poll(() => found.length).toBe(many);
  page.off('download', keep);
  return found;
}

/** The collective that lies on this tablet; its database is named after it. */
export async function collectiveOn(page: Page): Promise<string> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  const [own, ...others] = names.filter((name) => name.startsWith('imago-') && name !== 'imago-tablet');
  if (own === undefined || others.length > 0) throw new Error(`which collective? ${names.join(', ')}`);
  return own.slice('imago-'.length);
}

/** As a hardware scanner does: all keys at once, wherever focus is. */
export async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    for (const key of [...text.split(''), 'Enter']) {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  }, text);
}
