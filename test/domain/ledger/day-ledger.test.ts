import { expect, test } from 'vitest';
import type { FactRead } from '../../../src/domain/fact.ts';
import { dayCsv } from '../../../src/domain/ledger/day-csv.ts';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { hledgerText } from '../../../src/domain/ledger/hledger.ts';
import { proveLedger } from '../../../src/domain/ledger/prove-ledger.ts';
import { xReport } from '../../../src/domain/market-days/drawer.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import { exchangeSale } from '../../../src/domain/sales/exchange-sale.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { refundSale } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { cartOf, goods, stall } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';
import { sampleNames } from './sample-day.ts';

const keeps = new Map([['terms-ana', 7000]]);
const context = { taxIncluded: true, rows: [] };

function soldOn(tablet: WritingTablet): FactRead<'sale.completed'> {
  const priced = priceCart(cartOf([{ goods: goods('birch', 4500, { taxRates: [70_000] }), quantity: 2 }]), context);
  const sale = completeSale(priced, [cashTender(9000, null, 1)], stall({ drawer: 'drawer-a' }));
  if (!sale.ok) throw new Error(sale.problem.kind);
  return tablet.write('sale.completed', 'sale-1', sale.value);
}

function refundOn(tablet: WritingTablet, known: readonly FactRead[], letters: string): FactRead<'sale.refunded'> {
  const history = saleHistory(known);
  if (!history) throw new Error('no sale');
  const drawer = `drawer-${letters.toLowerCase()}`;
  const desk = {
    refund: `r-${letters}`,
    receipt: `${letters}-0009`,
    drawer,
    place: 'stall',
    cashStep: 1,
    putBack: true,
  };
  const refund = refundSale(history, [[0, 1]], [cashTender(4500, null, 1)], desk);
  if (!refund.ok) throw new Error(refund.problem.kind);
  return tablet.write('sale.refunded', 'sale-1', refund.value);
}

test('one print refunded on two tablets leaves revenue and share once; the excess has its own account', () => {
  const [a, b] = [new WritingTablet('A'), new WritingTablet('B')];
  const sale = soldOn(a);
  b.see(sale);
  refundOn(a, [sale], 'A');
  b.now += 60_000;
  refundOn(b, [sale], 'B');
  const reads = [...b.reads, ...a.reads];
  const ledger = dayLedger({ reads, keeps, currency: 'EUR' });
  expect(proveLedger(ledger, reads)).toEqual([]);
  expect(ledger.totals).toMatchObject({ takings: 9000, refunded: 4500, refundedTwice: 4500, tenders: 0, refunds: 2 });
  expect(ledger.photographers).toEqual([
    { photographer: 'ana', pieces: 1, takings: 4500, tax: 295, shares: { photographer: 3150, collective: 1350 } },
  ]);
  // 589 of tax in 90.00: 295 in the first unit, 294 in the one that came back.
  expect(ledger.taxes).toEqual([{ rate: 70_000, net: 4205, tax: 295 }]);
  expect(ledger.lines.map(({ kind, drawer }) => [kind, drawer])).toEqual([
    ['sale', 'drawer-a'],
    ['refund', 'drawer-a'],
    ['refundedTwice', 'drawer-b'],
  ]);
});

test('a print that came back on an earlier day is refunded twice today, once that day is known', () => {
  const [a, b] = [new WritingTablet('A'), new WritingTablet('B')];
  const sale = soldOn(a);
  b.see(sale);
  b.day = 'day-2';
  b.now += 86_400_000;
  const today = [refundOn(b, [sale], 'B')];
  const related = [sale, refundOn(a, [sale], 'A')];
  expect(dayLedger({ reads: today, currency: 'EUR' }).totals).toMatchObject({ refunded: 4500, refundedTwice: 0 });
  const ledger = dayLedger({ reads: today, related, keeps, currency: 'EUR' });
  expect(ledger.totals).toMatchObject({ takings: 0, refunded: 0, refundedTwice: 4500, tenders: -4500 });
  expect(proveLedger(ledger, today)).toEqual([]);
});

test('a sale written on paper first stands at the time it was made, with its tenders', () => {
  const tablet = new WritingTablet('A');
  const sale = soldOn(tablet);
  const soldAt = sale.at - 4 * 3_600_000;
  const onPaper = { ...sale, body: { ...sale.body, soldAt } };
  const { lines, tenders } = dayLedger({ reads: [onPaper], related: [], currency: 'EUR', keeps });
  expect(lines.map(({ at }) => at)).toEqual([soldAt]);
  expect(tenders.map(({ at }) => at)).toEqual([soldAt]);
});

test('an exchange moves only its difference and stands in no summary of tenders', () => {
  const tablet = new WritingTablet('A');
  const history = saleHistory([soldOn(tablet)]);
  if (!history) throw new Error('no sale');
  const desk = { refund: 'r', receipt: 'A-0002', drawer: 'drawer-a', place: 'stall', cashStep: 1, putBack: true };
  const other = priceCart(
    cartOf([{ goods: goods('salt', 6000, { photographer: '', terms: '' }) }], { id: 'sale-2' }),
    context,
  );
  const made = exchangeSale(history, [[0, 0]], other, [cardTender(1500)], desk, stall({ receipt: 'A-0003' }));
  if (!made.ok) throw new Error(made.problem.kind);
  tablet.write('sale.refunded', 'sale-1', made.value.refund);
  tablet.write('sale.completed', 'sale-2', made.value.sale);
  const ledger = dayLedger({ reads: tablet.reads, keeps, currency: 'EUR' });
  expect(proveLedger(ledger, tablet.reads)).toEqual([]);
  expect(ledger.byTender).toEqual([
    { key: 'card', amount: 1500 },
    { key: 'cash', amount: 9000 },
  ]);
  expect(ledger.taxes).toEqual([
    { rate: null, net: 6000, tax: 0 },
    { rate: 70_000, net: 4206, tax: 294 },
  ]);
  // Named in words in each row, and a bookkeeper finds no account that nothing moved through.
  const [lines, tenders, , summary] = dayCsv(ledger, sampleNames).map(({ text }) => text);
  expect(tenders).toMatch(/,refund,.*,exchange,-45\.00,[^]*,sale,.*,exchange,45\.00,/);
  expect(lines).toContain(',exchange + card,');
  expect(summary).not.toContain('exchange');
  expect(hledgerText(ledger, sampleNames)).not.toMatch(/exchange/i);
  const { sums } = xReport(tablet.reads, 'drawer-a');
  expect(sums).toMatchObject({ sales: 2, refunds: 1, tenders: { cash: 9000, card: 1500, exchange: 0 } });
});

test('a way of paying that a lead calls exchange is money like any other', () => {
  const tablet = new WritingTablet('A');
  const priced = priceCart(cartOf([{ goods: goods('salt', 6000) }]), context);
  const made = completeSale(priced, [{ kind: 'other', name: 'exchange', amount: 6000 }], stall());
  if (!made.ok) throw new Error(made.problem.kind);
  tablet.write('sale.completed', 'sale-1', made.value);
  const ledger = dayLedger({ reads: tablet.reads, keeps, currency: 'EUR' });
  expect(ledger.byTender).toEqual([{ key: 'other:exchange', amount: 6000 }]);
  const [lines, , , summary] = dayCsv(ledger, sampleNames).map(({ text }) => text);
  expect(lines).toContain(',other:exchange,');
  expect(summary).toContain('other:exchange');
  expect(hledgerText(ledger, sampleNames)).toMatch(/Assets:Clearing:Other-?Exchange/i);
});

test('terms this tablet does not know leave the shares open and everything else exact', () => {
  const tablet = new WritingTablet('A');
  soldOn(tablet);
  const ledger = dayLedger({ reads: tablet.reads, currency: 'EUR' });
  expect(ledger.photographers).toMatchObject([{ photographer: 'ana', takings: 9000, shares: null }]);
  expect(proveLedger(ledger, tablet.reads)).toEqual([]);
});

test('a sale that does not add up, and a Z that says something else, are named', () => {
  const tablet = new WritingTablet('A');
  const sale = soldOn(tablet);
  const wrong = { ...sale, body: { ...sale.body, rounding: 3 } };
  const ledger = dayLedger({ reads: [wrong], currency: 'EUR' });
  expect(proveLedger(ledger, [wrong])).toContainEqual({ what: 'sale', where: 'A-0001', expected: 9000, found: 9003 });
  const sums = {
    sales: 1,
    refunds: 0,
    voids: 0,
    takings: 9000,
    refunded: 0,
    rounding: 0,
    float: 0,
    paidIn: 0,
    paidOut: 0,
  };
  tablet.write('drawer.closed', 'drawer-a', {
    drawer: 'drawer-a',
    z: 'A-Z1',
    heads: tablet.heads(),
    counted: 9000,
    expected: 9000,
    sums: { ...sums, tenders: { cash: 9001 }, taxes: [{ rate: 70_000, net: 8411, tax: 589 }] },
  });
  const differences = proveLedger(dayLedger({ reads: tablet.reads, currency: 'EUR' }), tablet.reads);
  expect(differences).toEqual([
    { what: 'z-balance', where: 'A-Z1', expected: 9001, found: 9000 },
    { what: 'z-sums', where: 'A-Z1: tender cash', expected: 9000, found: 9001 },
    { what: 'drawer-tenders', where: 'drawer-a', expected: 9000, found: 9001 },
  ]);
});
