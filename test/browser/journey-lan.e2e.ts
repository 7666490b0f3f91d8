import { expect, test } from '@playwright/test';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { machineNames } from '../../src/hub/lan/addresses.ts';
import { aPerson, collectiveOn, savedBy } from '../support/a-person.ts';
import { startHub, type HubProcess } from '../support/hub-process.mjs';
import { inHubFile, receiptsIn } from '../support/in-hub-file.ts';
import { openProfile } from '../support/page-in-chromium.mjs';
import { readCode } from '../support/read-code.ts';
import { trustingHome } from '../support/trusting-home.ts';
import { findCertutil } from './find-certutil.mjs';

// A sale that is lost once in two runs is lost.
test.describe.configure({ retries: 0 });

const { names, addresses } = machineNames();
const ELSEWHERE = 'elsewhere.example';
const certutil = findCertutil({ install: false })?.path;

const PRINTS = ['Quay', 'Crane', 'Ferry', 'Gull', 'Rope', 'Tide', 'Mole', 'Buoy', 'Lamp', 'Fog'];

test('a second tablet over the local network: joined by a scan, ten own prints, a sale, no network, another sale', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'imago-lan-'));
  const lan = {
    args: ['--lan', '--empty'],
    env: { HOST: '' },
    health: (port: number) => `http://localhost:${port + 1}/`,
  };
  let hub = await startHub(lan);
  const opened: BrowserContext[] = [];
  const openBrowser = async (name: string, trust: Trust) => {
    const browser = await openProfile(join(folder, name), {
      ...trust,
      args: [...(trust.args ?? []), `--host-resolver-rules=${namesLeadHere()}`],
      hasTouch: true,
      locale: 'en-IE',
      timezoneId: 'Europe/Berlin',
    });
    opened.push(browser);
    return browser;
  };
  try {
    const address = /^ready (https:\S+)$/m.exec(hub.output())?.[1] ?? '';
    let invitation = '';
    let trust: Trust = {};

    await test.step('a browser that trusts nobody here is refused, and gets the authority from the page it is sent to', async () => {
      const home = join(folder, 'home-of-nobody');
      const stranger = await openBrowser('stranger', certutil ? { env: trustingHome(certutil, home) } : {});
      const refused = (await stranger.newPage()).goto(`${address}/`);
      await expect(refused).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
      const page = await stranger.newPage();
      await page.goto(`http://localhost:${hub.port + 1}/`);
      await page.goto(await readCode(stranger, page.getByRole('img', { name: /^Code that opens the page/ })));
      const [file] = await savedBy(page, 1, () => page.getByRole('link', { name: 'Get the certificate' }).click());
      if (!file) throw new Error('no certificate came');
      trust = await trustIn(hub, await file.path(), join(folder, 'home'));
      await stranger.close();
    });

    const computer = await openBrowser('computer', trust);
    const tablet = await openBrowser('tablet', trust);
    if (trust.env)
      await test.step('its certificate is good for each name and address of this computer, and for no other', async () => {
        const page = await computer.newPage();
        for (const host of [...names, '127.0.0.1', ...addresses.filter((address) => !address.includes(':'))])
          expect((await page.goto(`https://${host}:${hub.port}/healthz`))?.status(), host).toBe(200);
        const elsewhere = page.goto(`https://${ELSEWHERE}:${hub.port}/healthz`);
        await expect(elsewhere).rejects.toThrow('ERR_CERT_COMMON_NAME_INVALID');
      });

    await test.step('a lead brings a collective to the hub, and its page shows how a tablet joins', async () => {
      const lead = await aPerson(await computer.newPage());
      await lead.page.goto(`${address}/`);
      await lead.tap(/^Tablet A/);
      await lead.tap('One more tablet');
      await lead.page.getByLabel('Code').fill(/own collective.*: (\S+)/.exec(hub.output())?.[1] ?? '');
      await lead.tap('Bring it');
      await expect(lead.page.getByRole('button', { name: /^All sent/ })).toBeVisible();
      await lead.page.goto(`http://localhost:${hub.port + 1}/`);
      invitation = await readCode(computer, lead.page.getByRole('img', { name: /^Code that joins/ }));
    });

    const page = await tablet.newPage();
    const person = await aPerson(page);
    const { tap, follow, type, tile, pay, tapsOf, receipt } = person;
    await test.step('the tablet joins by what the code holds', async () => {
      await page.goto(invitation);
      await expect(page.getByRole('heading', { name: 'This is tablet B' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^All sent/ })).toBeVisible();
      await tap('Open the till');
    });

    await test.step('ten prints whose numbers are written already, each counted', async () => {
      await follow('Stock');
      await tap('Hang the first one');
      for (const [at, title] of PRINTS.entries()) {
        await page.getByLabel('Title').fill(title);
        await page.getByLabel('Numbered edition of').fill('20');
        await page.getByLabel('Size').fill('30 × 45 cm');
        await page.getByLabel(/^Price/).fill(String(40 + at));
        await page.getByLabel('Already numbered').fill('1–3');
        await page.getByLabel('How many are here').fill('3');
        await tap(at < 9 ? 'Hang it and add the next' : 'Hang it');
        if (at < 9) await expect(page.getByLabel('Title')).toHaveValue('');
      }
      await follow('Till');
      await expect(page.locator('.tile')).toHaveCount(10);
    });

    await test.step('the day opens in three taps', async () => {
      await follow('Market');
      await tap('Plan a market');
      await page.getByLabel('Name of the market').fill('Mole Market');
      await tap('Save the plan');
      await follow('Till');
      const taps = await tapsOf(async () => {
        await follow('Market');
        await tap('Count the float');
        await expect(page.getByRole('heading', { name: 'Open Mole Market' })).toBeVisible();
        await type('1');
        await tap('Open');
        await expect(page.getByText('open since')).toBeVisible();
      });
      expect(taps).toBe(3);
      await follow('Till');
    });

    const receipts: string[] = [];
    const sell = async (title: string, number: number) => {
      const taps = await tapsOf(async () => {
        await tile(title);
        await tap(`Copy ${number}, on print`);
        await expect(page.locator('.copy-chip')).toContainText(`${number}/20`);
        await pay('exact');
        receipts.push(await receipt());
      });
      expect(taps, 'a print whose number is on the paper').toBe(3);
    };

    await test.step('the first own sale; no network, a reload, the second', async () => {
      await sell('Ferry', 2);
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await hub.kill();
      await tablet.setOffline(true);
      await page.reload();
      await tile('Ferry');
      await expect(page.getByRole('button', { name: 'Copy 2, sold' })).toBeVisible();
      await tap('The wall');
      await sell('Ferry', 3);
      expect(receipts).toEqual(['B-0001', 'B-0002']);
    });

    await test.step('the hub again, under the same certificate: it has both', async () => {
      hub = await startHub({ ...lan, port: hub.port, dataDir: hub.dataDir });
      await tablet.setOffline(false);
      await expect(page.getByRole('button', { name: /^All sent/ })).toBeVisible({ timeout: 60_000 });
      expect(receiptsIn(inHubFile(hub.dataDir, await collectiveOn(page)))).toEqual(receipts);
    });
  } finally {
    for (const browser of opened) await browser.close();
    await hub.remove();
    rmSync(hub.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

/** How a browser is made to take the hub's certificate. */
interface Trust {
  readonly args?: string[];
  readonly env?: Record<string, string>;
}

/** As on a tablet: the authority is trusted, and chain and names are checked. Without certutil: the hub's own key is. */
async function trustIn(hub: HubProcess, authority: string, home: string): Promise<Trust> {
  if (certutil) return { env: trustingHome(certutil, home, authority) };
  if (process.env['CI']) throw new Error('CI needs certutil, to have a browser trust the authority');
  console.log('no certutil here (IMAGO_CERTUTIL): the served key is trusted, chain and names are not checked');
  return { args: [`--ignore-certificate-errors-spki-list=${hubKey(hub)}`] };
}

/** Names are this machine's business, not a name server's. */
function namesLeadHere(): string {
  const asked = [...names.filter((name) => name !== 'localhost'), ELSEWHERE];
  return asked.map((name) => `MAP ${name} 127.0.0.1`).join(', ');
}

/** The public key behind the hub's certificate, as Chromium is told to trust it. */
function hubKey({ dataDir }: HubProcess): string {
  const certificate = new X509Certificate(readFileSync(join(dataDir, 'tls', 'hub.crt')));
  return createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}
