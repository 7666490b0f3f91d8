import { roundCash, type Minor } from '../money.ts';
import { done, refused, type Result } from '../result.ts';
import { setExchange, type Cart, type UnitRef } from './cart.ts';
import type { Tender } from './facts.ts';
import type { PricedCart } from './pricing.ts';
import { refundRuns } from './refund-parts.ts';
import { refundAmount, roundingOwed, unitProblem, type RefundProblem } from './refund-sale.ts';
import type { SaleHistory } from './sale-history.ts';
import { amountLeft, isExchange } from './tenders.ts';

export type ExchangeProblem =
  | RefundProblem
  /** The cart already waits for pieces of another sale. */
  | { readonly kind: 'exchange-open'; readonly receipt: string }
  /** More than one refund holds, and an exchange has one. */
  | { readonly kind: 'exchange-too-big' };

/**
 * Makes a cart the other half of an exchange: what was paid for these units is its credit, and what is in it already
 * stays. Chosen again, other units of the same sale take their place. Refused where the units could not be refunded,
 * and where the cart waits for another sale's.
 */
export function beginExchange(
  cart: Cart,
  history: SaleHistory,
  units: readonly UnitRef[],
  putBack: boolean,
): Result<Cart, ExchangeProblem> {
  const { body } = history.sale;
  const problem = exchangeProblem(history, units);
  if (problem) return refused(problem);
  const { exchange: held } = cart;
  if (held && held.sale !== body.sale) return refused({ kind: 'exchange-open', receipt: held.receipt });
  return done(
    setExchange(cart, {
      sale: body.sale,
      receipt: body.receipt,
      units,
      titles: units.map(([line]) => body.lines[line]?.title ?? ''),
      credit: refundAmount(history, units),
      owed: roundingOwed(history),
      byCard: isPaidBy('card', body.tenders),
      putBack,
    }),
  );
}

/** Why these units cannot be exchanged. Asked again before an amount leaves for a reader: they may have come back since. */
export function exchangeProblem(history: SaleHistory, units: readonly UnitRef[]): ExchangeProblem | undefined {
  const tooBig = refundRuns(history, units).length > 1 ? ({ kind: 'exchange-too-big' } as const) : undefined;
  return unitProblem(history, units) ?? tooBig;
}

/** Whether all money of a sale came one way; what was exchanged is no money. */
export function isPaidBy(kind: Tender['kind'], tenders: readonly Tender[]): boolean {
  const money = tenders.filter((tender) => !isExchange(tender));
  return money.length > 0 && money.every((tender) => tender.kind === kind);
}

/** What a cart costs after what comes back for it: under nothing, the shopper gets money back. Exact. */
export function cartDifference({ cart, total }: Pick<PricedCart, 'cart' | 'total'>): Minor {
  return total - (cart.exchange?.credit ?? 0);
}

/** Who still owes whom, after parts that are paid. `cash` is what goes over the table in coins that exist. */
export interface Settling {
  /** `even`: nothing to settle, or less than the smallest coin. */
  readonly way: 'pay' | 'back' | 'even';
  /** Exact, never under nothing. */
  readonly amount: Minor;
  readonly cash: Minor;
}

/** @param step smallest coin that cash is rounded to; 0 or 1: not rounded */
export function settlingOf(
  priced: Pick<PricedCart, 'cart' | 'total'>,
  parts: readonly Tender[],
  step: Minor,
): Settling {
  const left = amountLeft(cartDifference(priced), parts);
  const { exchange } = priced.cart;
  // A sale that is no exchange is always paid, even a free one; and parts that are too much are put right, not paid out.
  if (!exchange || left > 0 || parts.length > 0) {
    const cash = Math.max(0, roundCash(left, step));
    return { way: exchange && cash === 0 && parts.length === 0 ? 'even' : 'pay', amount: left, cash };
  }
  const cash = left === 0 ? 0 : Math.max(0, roundCash(exchange.owed - left, step));
  return { way: cash === 0 ? 'even' : 'back', amount: 0 - left, cash };
}
