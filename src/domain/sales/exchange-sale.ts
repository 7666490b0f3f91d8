import type { Minor } from '../money.ts';
import { done, refused, type Result } from '../result.ts';
import type { UnitRef } from './cart.ts';
import { completeSale, type SaleProblem, type Stall } from './complete-sale.ts';
import type { SaleCompleted, SaleRefunded, Tender } from './facts.ts';
import type { PricedCart } from './pricing.ts';
import { refundAmount, refundSale, roundingOwed, type RefundDesk, type RefundProblem } from './refund-sale.ts';
import type { SaleHistory } from './sale-history.ts';
import { cardTender, cashTender } from './tenders.ts';

/** Both halves of an exchange. */
export interface Exchanged {
  readonly refund: SaleRefunded;
  readonly sale: SaleCompleted;
}

/**
 * Prints come back and others go, in one step: a refund and a sale whose *exchange* tenders are the same amount, so they
 * cancel out in every sum; only the difference moves money. Both facts are written in one commit, the refund first.
 * @param tenders the difference: paid by the shopper if the new prints cost more, paid back if they cost less
 */
export function exchangeSale(
  history: SaleHistory,
  units: readonly UnitRef[],
  priced: PricedCart,
  tenders: readonly Tender[],
  desk: RefundDesk,
  stall: Stall,
): Result<Exchanged, RefundProblem | SaleProblem> {
  const credit = refundAmount(history, units);
  const used = Math.min(credit, priced.total);
  // A tender of nothing stands only where there is nothing to settle: free prints.
  const back = [...(used > 0 || credit === 0 ? [exchanged(used)] : []), ...(credit > used ? tenders : [])];
  const paid = [...(used > 0 || priced.total === 0 ? [exchanged(used)] : []), ...(credit > used ? [] : tenders)];
  const refund = refundSale(history, units, back, desk);
  if (!refund.ok) return refused(refund.problem);
  const sale = completeSale(priced, paid, stall, { refund: desk.refund, sale: history.sale.body.sale });
  return sale.ok ? done({ refund: refund.value, sale: sale.value }) : refused(sale.problem);
}

/** What the shopper still pays (positive) or gets back (negative), exact. */
export function exchangeDifference(history: SaleHistory, units: readonly UnitRef[], priced: PricedCart): Minor {
  return priced.total - refundAmount(history, units);
}

/** The tender that gives the difference back where the new prints cost less; none where they do not. */
export function moneyBack(
  history: SaleHistory,
  units: readonly UnitRef[],
  priced: PricedCart,
  by: 'cash' | 'card',
  cashStep: Minor,
): Tender[] {
  const back = 0 - exchangeDifference(history, units, priced);
  if (back <= 0) return [];
  return [by === 'card' ? cardTender(back) : cashTender(back + roundingOwed(history), null, cashStep)];
}

function exchanged(amount: Minor): Tender {
  return { kind: 'exchange', amount };
}
