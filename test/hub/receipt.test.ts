import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../src/domain/fact.ts';
import type { SaleCompleted } from '../../src/domain/sales/facts.ts';
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
    return (await response.text()).replaceAll(/<style>.*?<\/style>/gs, '');
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
    for (const words of ['Lumen &lt;Row&gt;', 'A-0043', 'Salt', '2 × ', '20 × 20, baryta', 'EUR 50,00', 'Paid in cash'])
      expect(html).toContain(words);
    expect(html).not.toContain('Example');
    expect(html).not.toContain('ode'); // shares and internal ids are nobody's business
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
