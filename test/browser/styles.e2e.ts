import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aPerson } from '../support/a-person.ts';
import { startHub } from '../support/hub-process.mjs';

const LIST = fileURLToPath(new URL('../vectors/catalogue/shopify-new.csv', import.meta.url));

test('the hub’s rules let through every style that the till writes, and the receipt’s page stands in its own faces', async ({
  page,
}) => {
  const hub = await startHub({ args: ['--empty'] });
  const refused: string[] = [];
  try {
    await page.exposeFunction('refusedByRules', (what: string) => refused.push(what));
    await page.addInitScript(() => {
      const told = globalThis as unknown as { refusedByRules: (what: string) => void };
      addEventListener('securitypolicyviolation', (event) =>
        told.refusedByRules(
          `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        ),
      );
    });
    const { tap, tile, pay, follow, receipt } = await aPerson(page);
    await page.goto(`${hub.url}/`);
    await follow('A list from your shop? Bring it in as a file.');
    await page.getByLabel('Choose a CSV file').setInputFiles(LIST);
    await tap('Hang these 3');
    await follow('Till');
    // A sheet over the wall.
    await tap('Amount');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await tile('Dachlandschaft');
    await pay('exact');
    await receipt();
    await tap('Show');
    for (const paper of ['Print, 80 mm', 'Print, A4']) await tap(paper);
    for (const where of ['Market', 'Stock', 'Floor', 'Insights', 'Inbox']) {
      await follow(where);
      await expect(page.getByRole('main')).toBeVisible();
    }

    // What a page writes into itself is refused.
    const isApplied = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      return (style.sheet?.cssRules.length ?? 0) > 0;
    });
    expect(isApplied).toBe(false);
    await expect.poll(() => refused.splice(0).map((what) => what.split(' ')[0])).toEqual(['style-src-elem']);

    await page.goto(`${hub.url}/r/c2VjcmV0c2VjcmV0c2VjcmV0`);
    await expect(page.getByRole('heading')).toContainText('on its way');
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', ''));
    });
    expect(faces.toSorted()).toEqual(['Hanken Grotesk Variable', 'Newsreader Variable']);
    expect(refused).toEqual([]);
  } finally {
    await hub.remove();
    rmSync(hub.dataDir, { recursive: true, force: true });
  }
});
