import { expect, test } from 'vitest';
import { copies, openSales, type CopyRow } from '../../../src/domain/editions/copies.ts';
import { completeSale } from '../../../src/domain/sales/complete-sale.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { refundSale } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender } from '../../../src/domain/sales/tenders.ts';
import { cartOf, goods, stall } from '../sales/samples.ts';
import { WritingTablet } from '../written-facts.ts';

const harbour = goods('harbour', 9500, { edition: { edition: 'e', size: 25, ladder: [] } });
const sevenAndEight = cartOf(
  [7, 8].map((number) => ({ goods: harbour, copy: { edition: 'e', number, marked: true } })),
);

/** The rows of copies 7 and 8 after both were sold and 7 came back. */
function afterReturn(putBack: boolean): readonly (CopyRow | undefined)[] {
  const tablet = new WritingTablet('TABLETA');
  const sale = completeSale(priceCart(sevenAndEight, { taxIncluded: true, rows: [] }), [cardTender(19000)], stall());
  if (!sale.ok) throw new Error(sale.problem.kind);
  tablet.write('sale.completed', 'sale-1', sale.value);
  const history = saleHistory(tablet.reads);
  const desk = { refund: 'r', receipt: 'A-0002', drawer: 'd', place: 'stall', cashStep: 1, putBack };
  const back = history && refundSale(history, [[0, 0]], [cardTender(9500)], desk);
  if (!back?.ok) throw new Error('no refund');
  tablet.write('sale.refunded', 'sale-1', back.value);
  return ['e:7', 'e:8'].map((key) =>
    tablet.reads.reduce<CopyRow | undefined>((row, read) => copies.fold(row, read as never, key), undefined),
  );
}

test('a copy that came back damaged is spoilt, and one that went back on the wall may be sold again', () => {
  const [put, other] = afterReturn(true);
  expect(put && [put.spoilt, openSales(put).length]).toEqual([false, 0]);
  expect(other && [other.spoilt, openSales(other).length]).toEqual([false, 1]);
  const [damaged, kept] = afterReturn(false);
  expect(damaged && [damaged.spoilt, openSales(damaged).length]).toEqual([true, 0]);
  expect(kept && [kept.spoilt, openSales(kept).length]).toEqual([false, 1]);
});
