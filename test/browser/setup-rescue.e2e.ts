import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startHub } from '../support/hub-process.mjs';
import { collectiveOn, savedBy } from '../support/a-person.ts';
import { readJournal } from '../support/read-journal.ts';

test('what a cut-off tablet sold comes to the hub in a file that another tablet brings, once', async ({ browser }) => {
  const hub = await startHub({ args: ['--empty'] });
  try {
    const lead = await aTablet(browser, `${hub.url}/app/stock/works/new`);
    await lead.getByLabel('Title').fill('Salt');
    await lead.getByLabel(/^Price/).fill('25');
    await lead.getByRole('button', { name: 'Hang it', exact: true }).click();
    await expect(lead.locator('.work-tile')).toHaveCount(1);
    await lead.goto(`${hub.url}/app/tablet/more`);
    await lead.getByLabel('Code').fill(/type this code[^:]*: (\S+)/.exec(hub.output())?.[1] ?? '');
    await lead.getByRole('button', { name: 'Bring it' }).click();
    await lead.getByRole('button', { name: 'Make a code' }).click();
    const code = ((await lead.locator('.invitation-code').textContent()) ?? '').replace(' ', '');

    const cut = await aTablet(browser, `${hub.url}/app/join#${code}`);
    await expect(cut.getByRole('heading', { name: 'This is tablet B' })).toBeVisible();
    await expect(cut.getByText('1 print is on the wall.')).toBeVisible();
    // From here on it reaches no hub any more.
    await cut.route('**/api/**', (route) => route.abort());
    await cut
      .getByRole('button', { name: /till/i })
      .or(cut.getByRole('link', { name: /^Till/ }))
      .first()
      .click();
    for (const receipt of ['B-0001', 'B-0002']) {
      await cut.locator('.tile').first().click();
      await cut.locator('.pay [data-pay=exact]').click();
      await expect(cut.locator('.cart.done')).toContainText(receipt);
    }
    await cut.goto(`${hub.url}/app/tablet`);
    const [file] = await savedBy(cut, 1, () => cut.getByRole('button', { name: 'Save the rescue file' }).click());
    await expect(cut.locator('.form-done')).toContainText(/^\d+ entries saved as rescue-B-/);
    const path = (await file?.path()) ?? '';

    await lead.goto(`${hub.url}/app/tablet`);
    const feed = lead.getByLabel('Bring a rescue file to the hub');
    await feed.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing of ours') });
    await expect(lead.locator('.form-problem')).toBeVisible();
    await feed.setInputFiles(path);
    await expect(lead.locator('.form-done')).toContainText(/^\d+ entries were new to the hub\.$/);
    await feed.setInputFiles(path);
    await expect(lead.locator('.form-done')).toHaveText('The hub had all of it already.');
    // The lead's own tablet hears of the sales from the hub, and nothing is doubled.
    const collective = await collectiveOn(lead);
    expect(await readFile(path, 'utf8')).toContain(collective);
    await expect
      .poll(
        async () =>
          (await readJournal(lead)).flatMap((fact) => (fact.type === 'sale.completed' ? [fact.body.receipt] : [])),
        {
          timeout: 40_000,
        },
      )
      .toEqual(['B-0001', 'B-0002']);
  } finally {
    await hub.remove();
  }
});

async function aTablet(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
