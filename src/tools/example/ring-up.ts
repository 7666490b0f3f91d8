import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { fact } from '../../domain/fact.ts';
import { done, type Result } from '../../domain/result.ts';
import { addGoods, emptyCart, setLineDiscount, setOrderDiscount, type Cart } from '../../domain/sales/cart.ts';
import { completeSale, copyKeys, receiptNumber, type SaleProblem } from '../../domain/sales/complete-sale.ts';
import { noteSuggestions } from '../../domain/sales/currency.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { goodsOf } from '../../domain/sales/goods-of.ts';
import { customGoods } from '../../domain/sales/goods.ts';
import { priceCart, type PricedCart } from '../../domain/sales/pricing.ts';
import { cardTender, cashTender } from '../../domain/sales/tenders.ts';
import type { Instant } from '../../domain/time.ts';
import type { FactText } from '../../journal/entry.ts';
import { STALL } from './collective.ts';
import { exampleVariants, type ExampleVariant } from './variants.ts';
import type { ExampleTablet } from './example-tablet.ts';
import { pick, type Random } from './random.ts';
import type { Shopper } from './shoppers.ts';
import type { StallStock } from './stall-stock.ts';

export const DRAWER = 'drawer-a';
const CURRENCY = 'EUR';
/** A shopper whose wish is gone takes something else this often. */
const SUBSTITUTES = 0.35;

export interface Counter {
  readonly tablet: ExampleTablet;
  readonly catalogue: Catalogue;
  readonly stock: StallStock;
  readonly random: Random;
  readonly day: string;
  /** Where its cash goes. */
  readonly drawer: string;
}

/** A sale that was made, for what may come after it. */
export interface Sold {
  readonly sale: string;
  readonly at: Instant;
  readonly pays: Shopper['pays'];
}

/** Sells what is left of a shopper's wishes, through the till's own pricing and checks; undefined if nothing is left. */
export async function ringUp(counter: Counter, shopper: Shopper): Promise<Sold | undefined> {
  const { tablet, catalogue, day, drawer } = counter;
  const cart = fill(counter, shopper);
  if (cart.lines.length === 0) return undefined;
  const rows = catalogue.priceRows.filter((row) => !row.retired);
  const priced = priceCart(cart, { taxIncluded: true, rows });
  const tenders = tendersFor(counter, priced, shopper);
  const attempt = tenders[0]?.attempt;
  // The hand-off goes out before the amount does, the answer just before the sale.
  const times = attempt ? [shopper.at - 24_000, shopper.at - 4_000, shopper.at] : [shopper.at];
  await tablet.decide(
    day,
    times,
    async (own): Promise<Result<{ facts: FactText[]; receipts: number }, SaleProblem>> => {
      const keys = copyKeys(priced);
      const copies = (await tablet.db.copies.bulkGet(keys)).flatMap((row) => row ?? []);
      const receipts = own.receipts + 1;
      const sold = completeSale(priced, tenders, {
        device: tablet.device,
        drawer,
        place: STALL,
        currency: CURRENCY,
        cashStep: 1,
        receipt: receiptNumber(tablet.letters, receipts),
        secret: tablet.id(),
        isKnownSale: false,
        copies: new Map(copies.map((row) => [row.key, row])),
        openAttempt: attempt ?? null,
      });
      if (!sold.ok) return sold;
      const sale = fact('sale.completed', cart.id, sold.value);
      return done({ facts: [...(attempt ? handOff(cart.id, attempt, priced.total) : []), sale], receipts });
    },
  );
  return { sale: cart.id, at: shopper.at, pays: shopper.pays };
}

function handOff(sale: string, attempt: string, amount: number): FactText[] {
  return [
    fact('payment.handedOff', attempt, { attempt, sale, provider: 'manual-card', amount, currency: CURRENCY }),
    fact('payment.resolved', attempt, { attempt, sale, outcome: 'succeeded', evidence: 'operator' }),
  ];
}

function fill(counter: Counter, shopper: Shopper): Cart {
  let cart = emptyCart(counter.tablet.id());
  for (const wish of shopper.wishes) {
    const variant = available(counter, wish);
    const goods = variant && goodsOf(counter.catalogue, variant.id);
    if (!variant || !goods) continue;
    cart = kept(addGoods(cart, `line-${cart.lines.length + 1}`, goods, counter.stock.take(variant).copy));
  }
  return cart.lines.length === 0 ? cart : treated(cart, shopper.treat);
}

function available({ stock, random }: Counter, wish: ExampleVariant): ExampleVariant | undefined {
  if (stock.left(wish.id) > 0) return wish;
  if (random() > SUBSTITUTES) return undefined;
  return pick(random, exampleVariants, (variant) => (stock.left(variant.id) > 0 ? variant.liked : 0));
}

function treated(cart: Cart, treat: Shopper['treat']): Cart {
  const [first] = cart.lines;
  if (!first || treat === 'none') return cart;
  if (treat === 'friend')
    return kept(setOrderDiscount(cart, { kind: 'percent', value: 1000, reason: 'Friend of the house' }));
  if (treat === 'chipped')
    return kept(setLineDiscount(cart, first.id, { kind: 'amount', value: 300, reason: 'Bent corner' }));
  const whose = { photographer: '', terms: '', taxRates: [190_000] };
  return kept(addGoods(cart, 'tube', customGoods('Mailing tube', 400, whose)));
}

function tendersFor({ tablet, random }: Counter, priced: PricedCart, shopper: Shopper): Tender[] {
  if (shopper.pays === 'card') return [cardTender(priced.total, tablet.id())];
  if (shopper.pays === 'qr') return [{ kind: 'qr', name: 'Bank code', amount: priced.total }];
  const notes = noteSuggestions(priced.total, CURRENCY);
  const given = random() < 0.3 ? null : (pick(random, notes, () => 1) ?? null);
  return [cashTender(priced.total, given, 1)];
}

/** @throws if a step the example takes is refused: then the example is wrong */
export function kept<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(`the example took a step that was refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}
