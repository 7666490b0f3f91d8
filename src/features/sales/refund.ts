import { fact } from '../../domain/fact.ts';
import { done as ok, refused, type Result } from '../../domain/result.ts';
import type { UnitRef } from '../../domain/sales/cart.ts';
import { receiptNumber } from '../../domain/sales/complete-sale.ts';
import type { SaleRefunded } from '../../domain/sales/facts.ts';
import { refundInParts } from '../../domain/sales/refund-parts.ts';
import type { RefundProblem } from '../../domain/sales/refund-sale.ts';
import { saleHistory } from '../../domain/sales/sale-history.ts';
import { commit, askStorage, type CommitProblem } from '../../store/commit.ts';
import { randomText, writeMeta } from '../../store/device.ts';
import { readAbout } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { dayForSale } from '../../store/today.ts';
import { deskOf } from './actions.ts';

/**
 * Gives units back, with a receipt number of its own; it belongs to the day on which the money leaves. Very many are
 * several refunds, all of them written or none.
 */
export async function refund(
  stall: Stall,
  sale: string,
  units: readonly UnitRef[],
  by: 'cash' | 'card',
  putBack: boolean,
): Promise<Result<readonly SaleRefunded[], RefundProblem | CommitProblem>> {
  const { db, device } = stall;
  const first = await askStorage(db, () => dayForSale(stall));
  if (!first.ok) return first;
  const { day, facts } = first.value;
  let bodies: readonly SaleRefunded[] = [];
  const written = await commit<RefundProblem>(db, { ...stall.author(), day }, async (own) => {
    const history = saleHistory(await readAbout(db, sale));
    if (!history) return refused({ kind: 'nothing-chosen' });
    const { drawer, place, cashStep } = deskOf(stall);
    const made = refundInParts(history, units, by, (at) => {
      const receipt = receiptNumber(device.letters, own.receipts + at + 1);
      return { refund: randomText(), receipt, drawer, place, cashStep, putBack };
    });
    if (!made.ok) return made;
    bodies = made.value;
    if (day !== stall.day) await writeMeta(db, 'day', day);
    const refunds = bodies.map((body) => fact('sale.refunded', sale, body));
    return ok({ facts: [...facts, ...refunds], receipts: own.receipts + bodies.length });
  });
  return written.ok ? ok(bodies) : written;
}
