import type { FactRead } from '../../../src/domain/fact.ts';
import type { LedgerNames } from '../../../src/domain/ledger/ledger-names.ts';
import { closeDrawer } from '../../../src/domain/market-days/drawer.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import type { Discount, SoldCopy, Tender } from '../../../src/domain/sales/facts.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { refundSale } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import type { Goods } from '../../../src/domain/sales/goods.ts';
import { cartOf, goods, stall, type LineWish } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';

/** The invented day of `test/vectors/ledger`, sold again through the domain: 13 June 2026, tablet T1, Z 7. */
export function sampleDay(): { readonly reads: FactRead[]; readonly tablet: WritingTablet } {
  const tablet = new WritingTablet('TABLETT1', local('09:00'));
  tablet.write('drawer.opened', 'drawer-t1', { drawer: 'drawer-t1', letters: 'T1', counted: 10000 });

  sell(tablet, 119, '10:05', 'ana', [{ goods: nebel, copy: copy('nebel', 4) }], [cashTender(4500, 5000, 1)]);
  const sumup = { ...cardTender(7200, undefined, 'TEENSK4W2K'), name: 'sumup' };
  const lines = [{ goods: dach, copy: copy('dach', 12) }, { goods: postcards }];
  sell(tablet, 120, '10:40', 'ben', lines, [sumup]);

  tablet.now = local('11:15');
  tablet.write('payment.handedOff', 'try-121', {
    attempt: 'try-121',
    sale: 'S-000121',
    provider: 'bank-qr',
    amount: 4500,
    currency: 'EUR',
  });
  tablet.write('payment.resolved', 'try-121', {
    attempt: 'try-121',
    sale: 'S-000121',
    outcome: 'claimed',
    evidence: 'operator',
  });
  const epc: Tender = { kind: 'qr', name: 'epc', amount: 4500, attempt: 'try-121', reference: 'S-000121' };
  const formula = '=HYPERLINK attempt kept as text';
  sell(tablet, 121, '11:15', 'ana', [{ goods: nebel, copy: copy('nebel', 5) }], [epc], formula);

  const tenOff: Discount = { kind: 'percent', value: 1000 };
  const two = [{ goods: postcards, quantity: 2, discount: tenOff }];
  sell(tablet, 122, '12:30', 'ben', two, [cashTender(2160, null, 1)], '10 % off two');

  const again = { ...cardTender(6000, undefined, 'TEENSK4W2M'), name: 'sumup' };
  sell(tablet, 123, '13:10', 'ben', [{ goods: dach, copy: copy('dach', 13) }], [again]);
  const history = saleHistory(tablet.reads.filter(({ about }) => about === 'S-000123'));
  if (!history) throw new Error('no sale 123');
  const desk = {
    refund: 'refund-124',
    receipt: 'S-000124',
    drawer: 'drawer-t1',
    place: 'stall',
    cashStep: 1,
    putBack: true,
    reason: 'refund of S-000123; edition number returns to stock',
  };
  const refund = refundSale(history, [[0, 0]], [again], desk);
  if (!refund.ok) throw new Error(refund.problem.kind);
  tablet.now = local('13:40');
  tablet.write('sale.refunded', 'S-000123', refund.value);

  tablet.now = local('17:30');
  const z = { number: 'T1-Z7', heads: tablet.heads() };
  const closed = closeDrawer(tablet.reads, 'drawer-t1', z, { counted: 16610, reason: 'change given wrong' });
  if (!closed.ok) throw new Error(closed.problem.kind);
  tablet.write('drawer.closed', 'drawer-t1', closed.value);
  return { reads: tablet.reads, tablet };
}

export const sampleNames: LedgerNames = {
  collective: 'Collective',
  market: 'Harbour Market',
  date: '2026-06-13',
  zone: 'Europe/Berlin',
  photographers: new Map([
    ['ana', 'Ana Ruiz'],
    ['ben', 'Ben Okafor'],
  ]),
  tablets: new Map([['TABLETT1', 'T1']]),
  people: new Map(),
  editionSizes: new Map([
    ['nebel', 30],
    ['dach', 30],
  ]),
};

export const sampleKeeps = new Map([
  ['terms-ana', 8000],
  ['terms-ben', 8000],
]);

const nebel = print('nebel', 4500, { sku: 'NEB-A4', title: 'Nebel am Hafen' });
const dach = print('dach', 6000, {
  sku: 'DACH-3040',
  title: 'Dachlandschaft, "Süd"',
  photographer: 'ben',
  terms: 'terms-ben',
});
const postcards = goods('card', 1200, {
  sku: 'CARD-6',
  title: 'Postcard set (6)',
  photographer: '',
  terms: '',
  taxRates: [190_000],
});

function print(edition: string, price: number, more: Partial<Goods>): Goods {
  return goods(edition, price, { taxRates: [70_000], edition: { edition, size: 30, ladder: [] }, ...more });
}

function copy(edition: string, number: number): SoldCopy {
  return { edition, number, marked: true };
}

function sell(
  tablet: WritingTablet,
  number: number,
  time: string,
  by: string,
  lines: readonly LineWish[],
  tenders: readonly Tender[],
  note?: string,
): void {
  const id = `S-000${number}`;
  const priced = priceCart(cartOf(lines, { id, ...(note ? { note } : {}) }), { taxIncluded: true, rows: [] });
  const place = stall({ device: tablet.device, drawer: 'drawer-t1', receipt: id });
  const sale = completeSale(priced, tenders, place);
  if (!sale.ok) throw new Error(sale.problem.kind);
  tablet.now = local(time);
  tablet.by = by;
  tablet.write('sale.completed', id, sale.value);
}

function local(time: string): number {
  return Date.parse(`2026-06-13T${time}:00+02:00`);
}
