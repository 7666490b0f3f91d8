import * as v from 'valibot';
import { expect, test } from 'vitest';
import { roundCash, sum } from '../../../src/domain/money.ts';
import { beginExchange } from '../../../src/domain/sales/cart-exchange.ts';
import { emptyCart } from '../../../src/domain/sales/cart.ts';
import { CART_BYTES, completeSale, saleBytes } from '../../../src/domain/sales/complete-sale.ts';
import { byteLength, MOST_BYTES } from '../../../src/domain/sales/entry-bytes.ts';
import { SaleRefunded } from '../../../src/domain/sales/facts.ts';
import { priceCart } from '../../../src/domain/sales/pricing.ts';
import { refundInParts, refundRuns } from '../../../src/domain/sales/refund-parts.ts';
import { refundAmount } from '../../../src/domain/sales/refund-sale.ts';
import { saleHistory, unitsLeft, type SaleHistory } from '../../../src/domain/sales/sale-history.ts';
import { cardTender, cashTender } from '../../../src/domain/sales/tenders.ts';
import { WritingTablet } from '../written-facts.ts';
import { cartOf, goods, stall } from './samples.ts';

const plain = { taxIncluded: true, rows: [] };
const STEP = 5;

/** Lines of this many pieces at an odd price, with long words, as many as a sale takes. */
function fullSale(quantity: number) {
  const cartOfLines = (count: number) =>
    priceCart(
      cartOf(
        Array.from({ length: count }, (_, at) => ({
          goods: goods(`variant-${at}`, 333, { title: 'ö'.repeat(100), label: 'x'.repeat(60), taxRates: [70_000] }),
          quantity,
        })),
      ),
      plain,
    );
  let count = 1;
  while (count < 200 && saleBytes(cartOfLines(count + 1)) <= CART_BYTES) count++;
  return cartOfLines(count);
}

function sold(quantity: number): SaleHistory {
  const priced = fullSale(quantity);
  const made = completeSale(priced, [cashTender(priced.total, null, STEP)], stall({ cashStep: STEP }));
  if (!made.ok) throw new Error(made.problem.kind);
  const tablet = new WritingTablet('TABLETA');
  tablet.write('sale.completed', made.value.sale, made.value);
  const history = saleHistory(tablet.reads);
  if (!history) throw new Error('no sale');
  return history;
}

const desk = { drawer: 'drawer-a', place: 'stall', cashStep: STEP, putBack: true };
const deskOf = (at: number) => ({ ...desk, refund: `refund-${at}`.padEnd(22, 'x'), receipt: `A-${at}` });

test.each([
  [1, 1],
  [3, 2],
  [40, 5],
  [500, 5],
])(
  'the largest sale of lines of %i comes back whole, each entry fits, and the money is that of one refund',
  (quantity, least) => {
    const history = sold(quantity);
    const all = unitsLeft(history);
    for (const by of ['cash', 'card'] as const) {
      const made = refundInParts(history, all, by, deskOf);
      if (!made.ok) throw new Error(made.problem.kind);
      expect(made.value.length).toBeGreaterThanOrEqual(least);
      for (const body of made.value) {
        expect(byteLength(JSON.stringify(body))).toBeLessThanOrEqual(MOST_BYTES);
        expect(v.safeParse(SaleRefunded, body).success).toBe(true);
      }
      expect(made.value.flatMap(({ units }) => units.map(({ line, unit }) => [line, unit]))).toEqual(all);
      const paid = sum(made.value.flatMap(({ tenders }) => tenders.map(({ amount }) => amount)));
      const exact = refundAmount(history, all);
      expect(paid).toBe(by === 'cash' ? roundCash(exact, STEP) : exact);
    }
  },
);

test('a refund that one entry holds stays one', () => {
  const history = sold(40);
  const made = refundInParts(history, unitsLeft(history).slice(0, 20), 'card', deskOf);
  expect(made).toMatchObject({ ok: true, value: [{ receipt: 'A-0', tenders: [cardTender(20 * 333)] }] });
});

test('an exchange of more pieces than one refund holds is refused before anything is in the cart', () => {
  const history = sold(40);
  const all = unitsLeft(history);
  expect(beginExchange(emptyCart('new'), history, all, true)).toEqual({
    ok: false,
    problem: { kind: 'exchange-too-big' },
  });
  const [first = []] = refundRuns(history, all);
  expect(beginExchange(emptyCart('new'), history, first, true).ok).toBe(true);
});
