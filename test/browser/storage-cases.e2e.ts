import { expect, test } from '@playwright/test';
import { openInChromium } from '../support/page-in-chromium.mjs';
import { storageCases } from '../store/cases.ts';

// What is lost once is lost: no second try here.
test.describe.configure({ retries: 0 });

declare const runCase: (name: string) => Promise<string>;

type Opened = Awaited<ReturnType<typeof openInChromium>>;

/** Each engine by how its page is opened; what it can do beyond a page's reach stands on the page's `driver`. */
const ENGINES: Readonly<Record<string, () => Promise<Opened>>> = { Chromium: chromium };

for (const [engine, open] of Object.entries(ENGINES)) {
  test.describe(`storage in ${engine}`, () => {
    let opened: Opened;
    test.beforeAll(async () => {
      opened = await open();
    });
    test.afterAll(() => opened.close());
    for (const { name, isAlone } of storageCases) {
      test(name, async () => {
        const { page, close } = isAlone ? await open() : { page: opened.page, close: () => undefined };
        try {
          expect(await page.evaluate((name) => runCase(name), name)).toBe('');
        } finally {
          await close();
        }
      });
    }
  });
}

async function chromium(): Promise<Opened> {
  const opened = await openInChromium('test/store/cases-page.ts');
  const { page } = opened;
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await page.exposeFunction('limitQuota', async (bytes: number | null) => {
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
    const quotaSize = bytes === null ? {} : { quotaSize: usage + bytes };
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, ...quotaSize });
  });
  await page.evaluate(() =>
    Object.assign(globalThis, { driver: { limitQuota: Reflect.get(globalThis, 'limitQuota') } }),
  );
  return opened;
}
