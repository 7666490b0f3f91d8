import { fact } from '../../domain/fact.ts';
import { done } from '../../domain/result.ts';
import { receiptNumber } from '../../domain/sales/complete-sale.ts';
import { refundAmount, refundSale } from '../../domain/sales/refund-sale.ts';
import { saleHistory, type SaleHistory } from '../../domain/sales/sale-history.ts';
import { cashTender } from '../../domain/sales/tenders.ts';
import { voidSale } from '../../domain/sales/void-sale.ts';
import type { Instant } from '../../domain/time.ts';
import { readAbout } from '../../store/read.ts';
import { STALL } from './collective.ts';
import { kept, type Counter, type Sold } from './ring-up.ts';

/** Undoes a cash sale seconds after it. */
export async function undo(counter: Counter, sold: Sold): Promise<void> {
  const at = sold.at + 6_000;
  const body = kept(voidSale(await historyOf(counter, sold), at));
  await counter.tablet.write(counter.day, [{ at, fact: fact('sale.voided', body.sale, body) }]);
  for (const unit of body.units) if (unit.variant !== '') counter.stock.putBack(unit.variant, unit.copy);
}

/** Takes one piece back in cash; it goes on the wall again. Nothing if only a custom amount was sold. */
export async function giveBack(counter: Counter, sold: Sold, at: Instant): Promise<void> {
  const { tablet, stock, day, drawer } = counter;
  const history = await historyOf(counter, sold);
  const line = history.sale.body.lines.findIndex(({ variant }) => variant !== '');
  if (line < 0) return;
  await tablet.decide(day, [at], (own) => {
    const receipts = own.receipts + 1;
    const tenders = [cashTender(refundAmount(history, [[line, 0]]), null, 1)];
    const desk = {
      refund: tablet.id(),
      receipt: receiptNumber(tablet.letters, receipts),
      drawer,
      place: STALL,
      cashStep: 1,
      putBack: true,
      reason: 'Changed their mind',
    };
    const body = kept(refundSale(history, [[line, 0]], tenders, desk));
    return Promise.resolve(done({ facts: [fact('sale.refunded', body.sale, body)], receipts }));
  });
  const given = history.sale.body.lines[line];
  if (given) stock.putBack(given.variant, given.units[0]?.copy);
}

async function historyOf({ tablet }: Counter, { sale }: Sold): Promise<SaleHistory> {
  const history = saleHistory(await readAbout(tablet.db, sale));
  if (!history) throw new Error(`the example has no sale ${sale}`);
  return history;
}
