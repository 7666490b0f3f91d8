import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import type { SaleCompleted } from '../../src/domain/sales/facts.ts';
import { createApp } from '../../src/hub/app.tsx';
import { aHub, DATABASES, type TestHub } from '../support/a-hub.ts';
import { aSale } from '../support/a-sale.ts';
import { WireTablet } from '../support/wire-tablet.ts';

const SECRET = 'c2VjcmV0c2VjcmV0c2VjcmV0';

describe.each(DATABASES)('on %s', (database) => {
  let at: TestHub;
  beforeEach(async () => {
    at = await aHub({ database });
  });
  afterEach(() => at.close());

  async function aTablet(collective: string, isExample = false): Promise<WireTablet> {
    await at.collective(collective, { isExample });
    const tablet = new WireTablet(collective, 1);
    await tablet.enrol(at.app, await at.code(collective));
    return tablet;
  }

  async function page(secret = SECRET): Promise<string> {
    const response = await at.app.request(`/r/${secret}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    return await response.text();
  }

  test('until the sale has arrived the page says that it is on its way', async () => {
    expect(await page()).toContain('on its way');
  });

  test('the receipt shows what was sold, to whom it was paid and how', async () => {
    const tablet = await aTablet('moles');
    tablet.write(
      fact('collective.revised', 'moles', { fields: { name: 'Lumen <Row>', locale: 'de-DE', zone: 'Europe/Berlin' } }),
    );
    tablet.write(aSale({ sale: 's1', receipt: 'A-0043', quantity: 2 }));
    await tablet.sync(at.app);
    const html = await page();
    for (const words of [
      'Lumen &lt;Row&gt;',
      'A-0043',
      'Salt',
      '2 × ',
      '20 × 20, baryta',
      'EUR 50,00',
      'Bezahlt in bar',
      'lang="de"',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('Example');
    expect(html).not.toContain('ode'); // shares and internal ids are nobody's business
  });

  test('a price row, discounts and notes are shown with what they took off', async () => {
    const tablet = await aTablet('moles');
    const sold = aSale({ sale: 's1', receipt: 'A-0044', quantity: 2 });
    const body = sold.body as SaleCompleted;
    const [line] = body.lines;
    if (!line) throw new Error('no line');
    const units = [
      { paid: 2000, taxes: [] },
      { paid: 2050, taxes: [] },
    ];
    tablet.write({
      ...sold,
      body: {
        ...body,
        lines: [
          { ...line, units, note: 'with tube', discount: { kind: 'percent', value: 1000, reason: 'corner bent' } },
          { ...line, title: 'Fell', units: [{ paid: 2500, taxes: [] }], discount: { kind: 'amount', value: 0 } },
        ],
        rows: [
          {
            priceRow: 'r',
            name: 'Any 2 for 45',
            saved: 500,
            units: [
              [0, 0],
              [0, 1],
            ],
          },
        ],
        discount: { kind: 'percent', value: 750, reason: 'a friend' },
        note: 'Collected on Sunday',
        tenders: [{ kind: 'card', amount: 6550 }],
      },
    });
    await tablet.sync(at.app);
    const html = await page();
    for (const words of [
      '20 × 20, baryta, with tube, 10% off, corner bent, instead of 50.00',
      '<td>40.50</td>',
      'Taken off already',
      '“Any 2 for 45”',
      '<td>-5.00</td>',
      'Discount on everything 7.5%, a friend',
      'Collected on Sunday',
      'EUR 65.50',
      'Paid by card',
      '<html lang="en">',
    ])
      expect(html).toContain(words);
    // Nothing was taken off this one.
    expect(html).not.toContain('instead of 25.00');
  });

  test('a page without a sale speaks the language that the browser asks for', async () => {
    const german = { headers: { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' } };
    expect(await (await at.app.request(`/r/${SECRET}`, german)).text()).toContain('Ihr Beleg ist unterwegs');
    expect(await (await at.app.request('/nowhere', german)).text()).toContain('Hier hängt nichts');
    for (const asked of ['fr-CH', '*', '%', 'x'.repeat(500), 'zz-x-nothing'])
      expect(await (await at.app.request('/nowhere', { headers: { 'accept-language': asked } })).text()).toContain(
        'Nothing hangs here',
      );
  });

  test('the pages take their style and fonts from files, and the rules allow nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'imago-pages-'));
    mkdirSync(join(folder, 'assets'));
    for (const name of ['hanken-grotesk-latin-wght-normal-ABCdef12.woff2', 'newsreader-latin-opsz-italic-x.woff2'])
      writeFileSync(join(folder, 'assets', name), name);
    const { app } = at;
    const built = createApp(at.hub, folder);
    for (const path of [`/r/${SECRET}`, '/nowhere']) {
      const response = await built.request(path);
      const html = await response.text();
      expect(html).toContain('<link rel="stylesheet" href="/pages/style.css"/>');
      expect(html).not.toMatch(/<style|style=|<script/);
      const rules = response.headers.get('content-security-policy') ?? '';
      expect(rules).toMatch(/style-src 'self';/);
      expect(rules).toMatch(/script-src 'self';/);
    }
    const style = await built.request('/pages/style.css');
    const css = await style.text();
    expect(style.headers.get('content-type')).toContain('text/css');
    const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, url]) => url ?? '');
    expect(fonts).toHaveLength(2);
    for (const url of fonts) {
      const font = await built.request(url);
      expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
      expect(await font.text()).toBe(url.replace('/pages/', ''));
    }
    const again = { headers: { 'if-none-match': style.headers.get('etag') ?? '' } };
    expect((await built.request('/pages/style.css', again)).status).toBe(304);
    expect(await (await app.request('/pages/style.css')).text()).not.toContain('@font-face');
    rmSync(folder, { recursive: true });
  });

  test('of the example it is marked as an example', async () => {
    const tablet = await aTablet('example-1', true);
    tablet.write(aSale({ sale: 's1' }));
    await tablet.sync(at.app);
    expect(await page()).toContain('Example: nothing was sold');
  });

  test('a refund and an undone sale are said', async () => {
    const tablet = await aTablet('moles');
    tablet.write(aSale({ sale: 's1', receipt: 'A-0001' }));
    tablet.write(
      fact('sale.refunded', 'r1', {
        refund: 'r1',
        receipt: 'A-0002',
        sale: 's1',
        saleReceipt: 'A-0001',
        units: [
          {
            line: 0,
            unit: 0,
            variant: 'salt-20',
            work: 'salt',
            photographer: 'ode',
            terms: '',
            title: 'Salt',
            label: '',
            paid: 2500,
            taxes: [],
          },
        ],
        rounding: 0,
        tenders: [{ kind: 'cash', amount: 2500 }],
        drawer: 'drawer-a',
        place: 'stall',
        putBack: true,
      }),
    );
    await tablet.sync(at.app);
    expect(await page()).toMatch(/Given back.*A-0002.*-25\.00|Given back.*A-0002.*−25\.00/s);
    tablet.write(fact('sale.voided', 's1', { sale: 's1', receipt: 'A-0001', drawer: 'd', place: 'stall', units: [] }));
    await tablet.sync(at.app);
    expect(await page()).toContain('undone at the till');
  });

  test('of an exchange both halves are shown, and the difference in the words of the other way', async () => {
    const tablet = await aTablet('moles');
    tablet.write(aSale({ sale: 's1', receipt: 'A-0001', quantity: 2, secret: 'b3RoZXJvdGhlcm90aGVy' }));
    const back = {
      line: 0,
      unit: 0,
      variant: 'salt-20',
      work: 'salt',
      photographer: 'ode',
      terms: '',
      title: 'Salt',
      label: '',
      paid: 2500,
      taxes: [],
      copy: { edition: 'e', number: 7, marked: true },
    };
    const exchanged = { kind: 'exchange' as const, amount: 2500 };
    const where = { sale: 's1', saleReceipt: 'A-0001', drawer: 'drawer-a', place: 'stall', putBack: true };
    const refund = { ...where, refund: 'r1', receipt: 'A-0002', units: [{ ...back, paid: 3200 }], rounding: 0 };
    tablet.write(fact('sale.refunded', 's1', { ...refund, tenders: [exchanged, { kind: 'cash', amount: 700 }] }));
    const sale = aSale({ sale: 's2', receipt: 'A-0003', tenders: [exchanged] });
    tablet.write({ ...sale, body: { ...(sale.body as SaleCompleted), exchangeOf: 'r1', exchangedSale: 's1' } });
    await tablet.sync(at.app);
    const words = (await page()).replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');
    expect(words).toContain('|Exchanged|25.00|');
    expect(words).not.toContain('by exchange');
    expect(words).toMatch(/\|Came back from A-0001 \(A-0002\)\|Salt, copy 7\|[-−]32\.00\|Given back in cash\|7\.00\|/);
  });

  test('text that a person typed cannot become part of the page', async () => {
    const tablet = await aTablet('moles');
    const sale = aSale({ sale: 's1' });
    const body = sale.body as SaleCompleted;
    tablet.write({ ...sale, body: { ...body, lines: body.lines.map((line) => ({ ...line, title: '<img src=x>' })) } });
    await tablet.sync(at.app);
    expect(await page()).not.toContain('<img');
  });

  test('a code from a label that leads nowhere yet is answered with words', async () => {
    const response = await at.app.request('/AB3DE7GHK');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('The people at the stall can look it up');
  });
});
