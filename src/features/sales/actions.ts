import { fact } from '../../domain/fact.ts';
import { done as ok, refused, type Result } from '../../domain/result.ts';
import {
  cartProblem,
  completeSale,
  copyKeys,
  receiptNumber,
  type SaleProblem,
  type Stall as Desk,
} from '../../domain/sales/complete-sale.ts';
import type { ExchangeProblem } from '../../domain/sales/cart-exchange.ts';
import { cashStepOf } from '../../domain/sales/currency.ts';
import type { SaleCompleted, SaleRefunded, Tender } from '../../domain/sales/facts.ts';
import type { PricedCart } from '../../domain/sales/pricing.ts';
import type { RefundProblem } from '../../domain/sales/refund-sale.ts';
import { saleHistory } from '../../domain/sales/sale-history.ts';
import { voidSale, type VoidProblem } from '../../domain/sales/void-sale.ts';
import { attemptsOf, canHandOff, openBeside } from '../../domain/payments/attempts.ts';
import type { PaymentResolved } from '../../domain/payments/facts.ts';
import type { FactText } from '../../journal/entry.ts';
import { commit, askStorage, type CommitProblem } from '../../store/commit.ts';
import { randomText, writeMeta } from '../../store/device.ts';
import { ownDrawer } from '../../store/drawer.ts';
import { readAbout } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { dayForSale } from '../../store/today.ts';
import { exchangeInCart, exchangeRefused, type BackBy } from './exchange.ts';
import { keepDraft, type Draft, type OpenAttempt } from './till-store.ts';

/** How an attempt ended, written together with the sale it belongs to. */
export interface Answer {
  readonly attempt: OpenAttempt;
  readonly outcome: PaymentResolved['outcome'];
}

export interface RungUp {
  readonly body: SaleCompleted;
  /** The other half of an exchange. */
  readonly refund: SaleRefunded | null;
  readonly at: number;
}

/**
 * The sale, in one transaction with everything that belongs to it: a day if none was open, the answer of the card
 * reader, the refund it is the other half of, receipt numbers, the end of the draft. When it resolves all of it is on the
 * disk; refused, nothing changed.
 */
export async function ringUp(
  stall: Stall,
  priced: PricedCart,
  tenders: readonly Tender[],
  options: { readonly answer?: Answer; readonly inHand?: readonly string[]; readonly back?: BackBy } = {},
): Promise<Result<RungUp, SaleProblem | RefundProblem | CommitProblem>> {
  const { db, device } = stall;
  const { cart } = priced;
  const first = await askStorage(db, () => dayForSale(stall));
  if (!first.ok) return first;
  const { day, facts: opening } = first.value;
  const author = { ...stall.author(), day };
  const [secret, refundId] = [randomText(), randomText()];
  let made: Pick<RungUp, 'body' | 'refund'> | undefined;
  const written = await commit<SaleProblem | RefundProblem>(db, author, async (own) => {
    const about = await readAbout(db, cart.id);
    const rows = await db.copies.bulkGet(copyKeys(priced));
    const receipts = own.receipts + (cart.exchange ? 2 : 1);
    const desk: Desk = {
      ...deskOf(stall),
      receipt: receiptNumber(device.letters, receipts),
      secret,
      isKnownSale: about.some(({ type }) => type === 'sale.completed'),
      copies: new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : []))),
      openAttempt: openBeside(attemptsOf(about), cart.id, tenders)?.attempt ?? null,
      inHand: new Set(options.inHand),
    };
    const decided = await sold(stall, priced, { tenders, back: options.back ?? 'cash' }, desk, {
      id: refundId,
      receipt: receiptNumber(device.letters, own.receipts + 1),
    });
    if (!decided.ok) return decided;
    made = decided.value;
    const facts = [
      ...opening,
      ...(options.answer ? [resolvedFact(cart.id, options.answer)] : []),
      // The refund first: what came back is back when the sale is folded.
      ...(made.refund ? [fact('sale.refunded', made.refund.sale, made.refund)] : []),
      fact('sale.completed', made.body.sale, made.body),
    ];
    if (day !== stall.day) await writeMeta(db, 'day', day);
    return ok({ facts, draft: cart.id, receipts });
  });
  if (!written.ok) return written;
  if (!made) throw new Error('ringUp: committed without a sale');
  return ok({ ...made, at: author.now() });
}

/** The sale alone, or with the refund it is the other half of. */
async function sold(
  { db }: Stall,
  priced: PricedCart,
  paid: { readonly tenders: readonly Tender[]; readonly back: BackBy },
  desk: Desk,
  refund: { readonly id: string; readonly receipt: string },
): Promise<Result<Pick<RungUp, 'body' | 'refund'>, SaleProblem | RefundProblem>> {
  const { exchange } = priced.cart;
  if (!exchange) {
    const made = completeSale(priced, paid.tenders, desk);
    return made.ok ? ok({ body: made.value, refund: null }) : made;
  }
  const made = await exchangeInCart(db, exchange, priced, paid, refund, desk);
  return made.ok ? ok({ body: made.value.sale, refund: made.value.refund }) : made;
}

/** Where this tablet takes money, for `completeSale` and refunds. */
export function deskOf({
  device,
  place,
  catalogue,
}: Stall): Pick<Desk, 'device' | 'drawer' | 'place' | 'currency' | 'cashStep'> {
  const { currency, cashRounding } = catalogue.collective;
  const cashStep = cashStepOf(currency, cashRounding);
  return { device: device.key.device, drawer: ownDrawer(device), place, currency, cashStep };
}

function resolvedFact(sale: string, { attempt, outcome }: Answer): FactText {
  return fact('payment.resolved', sale, { attempt: attempt.id, sale, outcome, evidence: 'operator' });
}

/**
 * Written before the amount goes to the reader, in one transaction with the draft that waits for its answer: whatever
 * happens next, nobody charges twice without knowing. Refused while another amount of this sale is out, and where the
 * cart could not be sold.
 * @param draftNow the draft at that moment; one of another cart is left alone
 */
export async function handOff(
  stall: Stall,
  priced: PricedCart,
  attempt: OpenAttempt,
  draftNow: () => Draft,
): Promise<Result<unknown, SaleProblem | ExchangeProblem | CommitProblem>> {
  const { db, device } = stall;
  const sale = priced.cart.id;
  const first = await askStorage(stall.db, () => dayForSale(stall));
  if (!first.ok) return first;
  const { day, facts } = first.value;
  const body = {
    attempt: attempt.id,
    sale,
    provider: attempt.kind === 'card' ? ('manual-card' as const) : ('bank-qr' as const),
    amount: attempt.amount,
    currency: stall.catalogue.collective.currency,
    ...(attempt.name === undefined ? {} : { tender: attempt.name }),
    ...(attempt.reference === undefined ? {} : { reference: attempt.reference }),
  };
  return commit<SaleProblem | ExchangeProblem>(db, { ...stall.author(), day }, async () => {
    const draft = draftNow();
    const about = await readAbout(db, sale);
    const free = canHandOff(attemptsOf(about), sale, draft.parts);
    if (!free.ok) return free;
    const rows = await db.copies.bulkGet(copyKeys(priced));
    const problem = cartProblem(priced, {
      device: device.key.device,
      isKnownSale: about.some(({ type }) => type === 'sale.completed'),
      copies: new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : []))),
      inHand: new Set(draft.inHand),
    });
    const noExchange = problem ?? (await exchangeRefused(db, priced.cart.exchange));
    if (noExchange) return refused(noExchange);
    if (draft.cart.id === sale) await keepDraft(db, { ...draft, attempt });
    if (day !== stall.day) await writeMeta(db, 'day', day);
    return ok({ facts: [...facts, fact('payment.handedOff', sale, body)] });
  });
}

/**
 * Declined, cancelled, or a part of a split that was approved; with the draft as it is after that, in one transaction.
 * @param draftAfter one of another cart is left alone
 */
export async function resolveAttempt(
  stall: Stall,
  sale: string,
  answer: Answer,
  draftAfter: () => Draft,
): Promise<Result<unknown, CommitProblem>> {
  return commit<never>(stall.db, stall.author(), async () => {
    const draft = draftAfter();
    if (draft.cart.id === sale) await keepDraft(stall.db, draft);
    return ok({ facts: [resolvedFact(sale, answer)] });
  });
}

/** Undoes a cash sale for ten seconds; the receipt number stays used. */
export async function undoSale(
  stall: Stall,
  sale: string,
  tappedAt: number,
): Promise<Result<unknown, VoidProblem | CommitProblem>> {
  const { db } = stall;
  return commit<VoidProblem>(db, stall.author(), async () => {
    const history = saleHistory(await readAbout(db, sale));
    if (!history) return refused({ kind: 'void-too-late' });
    const body = voidSale(history, tappedAt);
    return body.ok ? ok({ facts: [fact('sale.voided', sale, body.value)] }) : body;
  });
}
