import { cashStepOf } from '../../domain/sales/currency.ts';
import {
  emptyCart,
  addGoods,
  setOrderDiscount,
  setQuantity,
  type Cart,
  type CartProblem,
} from '../../domain/sales/cart.ts';
import { completeSale, copyKeys, receiptNumber, type SaleProblem } from '../../domain/sales/complete-sale.ts';
import { fact } from '../../domain/fact.ts';
import type { DayAtFirstTap } from '../../domain/market-days/open-day.ts';
import type { Minor } from '../../domain/money.ts';
import { done, refused, type Result } from '../../domain/result.ts';
import { customGoods } from '../../domain/sales/goods.ts';
import { goodsOf } from '../../domain/sales/goods-of.ts';
import { priceCart, type PricedCart } from '../../domain/sales/pricing.ts';
import { cardTender, cashTender } from '../../domain/sales/tenders.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { instantOf, isZone, wallClock, type Instant } from '../../domain/time.ts';
import { commit, type CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import { ownDrawer } from '../../store/drawer.ts';
import { readAbout } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { dayForSale } from '../../store/today.ts';

/** One line of the paper: a form with its number, or an amount under a name. */
export interface PaperLine {
  /** '' for an amount. */
  readonly variant: string;
  readonly quantity: number;
  /** The number that was on the print; null where it has none. */
  readonly number: number | null;
  readonly title: string;
  readonly amount: Minor;
}

/** A sale as it stands on paper. `paid`: what was taken in all; null: the list price. */
export interface PaperSale {
  readonly date: string;
  readonly time: string;
  readonly lines: readonly PaperLine[];
  readonly paid: Minor | null;
  readonly tender: { readonly kind: 'cash' | 'card' | 'qr' | 'voucher' | 'other'; readonly name: string };
}

export type PaperProblem =
  | { readonly kind: 'time-unusable' }
  | { readonly kind: 'time-ahead' }
  | { readonly kind: 'paid-more'; readonly total: Minor }
  | CartProblem
  | SaleProblem
  | CommitProblem;

/** What the lines cost by the list, price rows applied. @param taxIncluded how the prices of its day are meant */
export function pricePaper(
  { catalogue }: Stall,
  sale: PaperSale,
  taxIncluded: boolean,
): Result<PricedCart, CartProblem> {
  let cart: Cart = emptyCart(randomText());
  for (const line of sale.lines) {
    const goods =
      (line.variant && goodsOf(catalogue, line.variant)) ||
      customGoods(line.title, line.amount, { photographer: '', terms: '', taxRates: [] });
    const id = randomText();
    // The number is on the paper: the print is the lock.
    const copy =
      goods.edition && line.number !== null
        ? { edition: goods.edition.edition, number: line.number, marked: true }
        : goods.edition
          ? { edition: goods.edition.edition, number: null, marked: false }
          : undefined;
    const added = addGoods(cart, id, goods, copy);
    if (!added.ok) return added;
    cart = added.value;
    if (!copy && line.quantity > 1) {
      const many = setQuantity(cart, cart.lines.at(-1)?.id ?? id, line.quantity);
      if (!many.ok) return many;
      cart = many.value;
    }
  }
  const rows = catalogue.priceRows.filter(({ retired }) => !retired);
  const priced = priceCart(cart, { taxIncluded, rows });
  if (sale.paid === null || sale.paid >= priced.total) return done(priced);
  const less = setOrderDiscount(cart, { kind: 'amount', value: priced.total - sale.paid });
  return less.ok ? done(priceCart(less.value, { taxIncluded, rows })) : less;
}

/**
 * Writes a sale that was made on paper: through the same door as any other, on the day it was made, with its own time.
 * A number in somebody's hand is never refused; if it was sold before, that is a card.
 */
export async function enterPaperSale(stall: Stall, sale: PaperSale): Promise<Result<string, PaperProblem>> {
  const { db, device, place, catalogue, zone } = stall;
  const soldAt = readTime(stall, sale);
  if (!soldAt.ok) return soldAt;
  const { day, facts: opening, taxIncluded } = await dayOfPaper(stall, sale.date, soldAt.value);
  const priced = pricePaper(stall, sale, taxIncluded);
  if (!priced.ok) return priced;
  const { total, cart } = priced.value;
  if (sale.paid !== null && sale.paid > total) return refused({ kind: 'paid-more', total });
  const { currency, cashRounding } = catalogue.collective;
  const cashStep = cashStepOf(currency, cashRounding);
  let receipt = '';
  const written = await commit<SaleProblem>(db, { ...stall.author(), day }, async (own) => {
    const about = await readAbout(db, cart.id);
    const keys = copyKeys(priced.value);
    const rows = await db.copies.bulkGet(keys);
    const receipts = own.receipts + 1;
    receipt = receiptNumber(device.letters, receipts);
    const made = completeSale(priced.value, [tenderFor(sale, total, cashStep)], {
      device: device.key.device,
      drawer: ownDrawer(device),
      place,
      currency: catalogue.collective.currency,
      cashStep,
      receipt,
      secret: randomText(),
      isKnownSale: about.some(({ type }) => type === 'sale.completed'),
      copies: new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : []))),
      openAttempt: null,
      inHand: new Set(keys),
      soldAt: soldAt.value,
    });
    if (!made.ok) return made;
    return done({ facts: [...opening, fact('sale.completed', made.value.sale, made.value)], receipts });
  });
  return written.ok ? done(receipt) : written;

  function readTime(at: Stall, { date, time }: PaperSale): Result<Instant, PaperProblem> {
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || !isZone(zone))
      return refused({ kind: 'time-unusable' });
    const instant = instantOf(date, time, zone);
    if (Number.isNaN(instant) || wallClock(instant, zone).date !== date) return refused({ kind: 'time-unusable' });
    return instant > at.now() + 60_000 ? refused({ kind: 'time-ahead' }) : done(instant);
  }
}

/** How the prices of that date are meant: by its market, open, closed or planned; else by the collective. */
export async function isTaxIncludedOn(stall: Stall, date: string): Promise<boolean> {
  const noon = isZone(stall.zone) && date !== '' ? instantOf(date, '12:00', stall.zone) : Number.NaN;
  if (Number.isNaN(noon)) return stall.catalogue.collective.taxIncluded;
  return (await dayOfPaper(stall, date, noon)).taxIncluded;
}

/** The market day of that date, open or closed: a late sale belongs to its own day. */
async function dayOfPaper(stall: Stall, date: string, soldAt: Instant): Promise<DayAtFirstTap> {
  const rows = await stall.db.marketDays.toArray();
  const day = rows.find((row) => row.opened?.fields.date === date)?.key ?? '';
  return dayForSale({ ...stall, day, now: () => soldAt });
}

function tenderFor({ tender }: PaperSale, total: Minor, step: Minor): Tender {
  if (tender.kind === 'cash') return cashTender(total, null, step);
  if (tender.kind === 'card') return cardTender(total);
  return { kind: tender.kind, name: tender.name, amount: total };
}
