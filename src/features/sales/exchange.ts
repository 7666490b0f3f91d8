import { sum } from '../../domain/money.ts';
import { refused, type Result } from '../../domain/result.ts';
import type { CartExchange } from '../../domain/sales/cart.ts';
import type { SaleProblem, Stall as Desk } from '../../domain/sales/complete-sale.ts';
import { exchangeProblem, type ExchangeProblem } from '../../domain/sales/cart-exchange.ts';
import { exchangeDifference, exchangeSale, moneyBack, type Exchanged } from '../../domain/sales/exchange-sale.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import type { PricedCart } from '../../domain/sales/pricing.ts';
import type { RefundProblem } from '../../domain/sales/refund-sale.ts';
import { saleHistory } from '../../domain/sales/sale-history.ts';
import type { StallDb } from '../../store/db.ts';
import { readAbout } from '../../store/read.ts';

/** How money goes back where the new prints cost less. */
export type BackBy = 'cash' | 'card';

/** What keeps the pieces of a cart's exchange from coming back; undefined where nothing does, or nothing is to come. */
export async function exchangeRefused(
  db: StallDb,
  exchange: CartExchange | undefined,
): Promise<ExchangeProblem | undefined> {
  if (!exchange) return undefined;
  const history = saleHistory(await readAbout(db, exchange.sale));
  return history ? exchangeProblem(history, exchange.units) : { kind: 'nothing-chosen' };
}

/**
 * Both halves of an exchange, decided inside the transaction that writes them: what came back is read there, so that no
 * unit comes back twice, and what goes back is counted there, with the rounding that is owed by then.
 * @param refund the refund's own id and receipt number
 */
export async function exchangeInCart(
  db: StallDb,
  exchange: CartExchange,
  priced: PricedCart,
  paid: { readonly tenders: readonly Tender[]; readonly back: BackBy },
  refund: { readonly id: string; readonly receipt: string },
  desk: Desk,
): Promise<Result<Exchanged, RefundProblem | SaleProblem>> {
  const { sale, units, putBack } = exchange;
  const history = saleHistory(await readAbout(db, sale));
  if (!history) return refused({ kind: 'nothing-chosen' });
  const { drawer, place, cashStep } = desk;
  const difference = exchangeDifference(history, units, priced);
  const taken = sum(paid.tenders.map(({ amount }) => amount));
  // A part of a split is put right before money goes the other way.
  if (difference < 0 && taken > 0) return refused({ kind: 'tenders-over', over: taken - difference });
  const tenders = difference < 0 ? moneyBack(history, units, priced, paid.back, cashStep) : paid.tenders;
  const at = { refund: refund.id, receipt: refund.receipt, drawer, place, cashStep, putBack };
  return exchangeSale(history, units, priced, tenders, at, desk);
}
