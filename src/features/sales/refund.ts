import { fact } from '../../domain/fact.ts';
import { done as ok, refused, type Result } from '../../domain/result.ts';
import type { UnitRef } from '../../domain/sales/cart.ts';
import { receiptNumber } from '../../domain/sales/complete-sale.ts';
import type { SaleRefunded, Tender } from '../../domain/sales/facts.ts';
import { refundSale, type RefundProblem } from '../../domain/sales/refund-sale.ts';
import { saleHistory } from '../../domain/sales/sale-history.ts';
import { commit, askStorage, type CommitProblem } from '../../store/commit.ts';
import { randomText, writeMeta } from '../../store/device.ts';
import { readAbout } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { dayForSale } from '../../store/today.ts';
import { deskOf } from './actions.ts';

/** Gives units back, with a receipt number of its own; it belongs to the day on which the money leaves. */
export async function refund(
  stall: Stall,
  sale: string,
  units: readonly UnitRef[],
  tender: Tender,
  putBack: boolean,
): Promise<Result<SaleRefunded, RefundProblem | CommitProblem>> {
  const { db, device } = stall;
  const first = await askStorage(db, () => dayForSale(stall));
  if (!first.ok) return first;
  const { day, facts } = first.value;
  const id = randomText();
  let body: SaleRefunded | undefined;
  const written = await commit<RefundProblem>(db, { ...stall.author(), day }, async (own) => {
    const history = saleHistory(await readAbout(db, sale));
    if (!history) return refused({ kind: 'nothing-chosen' });
    const { drawer, place, cashStep } = deskOf(stall);
    const receipts = own.receipts + 1;
    const desk = { refund: id, receipt: receiptNumber(device.letters, receipts), drawer, place, cashStep, putBack };
    const made = refundSale(history, units, [tender], desk);
    if (!made.ok) return made;
    body = made.value;
    if (day !== stall.day) await writeMeta(db, 'day', day);
    return ok({ facts: [...facts, fact('sale.refunded', sale, body)], receipts });
  });
  if (!written.ok) return written;
  if (!body) throw new Error('refund: committed without one');
  return ok(body);
}
