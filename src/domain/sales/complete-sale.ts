import type { DeviceId } from '../../journal/device-key.ts';
import { parseStamp, type Instant } from '../../journal/stamp.ts';
import { openSales, type CopyRow } from '../editions/copies.ts';
import type { Currency, Minor } from '../money.ts';
import type { AttemptId, DrawerId, EditionId, PlaceId, RefundId, SaleId } from '../parts.ts';
import { done, refused, type Result } from '../result.ts';
import { byteLength, MOST_BYTES } from './entry-bytes.ts';
import type { SaleCompleted, SaleLine, SoldCopy, Tender } from './facts.ts';
import type { PricedCart, PricedLine } from './pricing.ts';
import { settle, type TenderProblem } from './tenders.ts';

/** What is true at the stall at the moment of the sale, read in the same transaction that writes it. */
export interface Stall {
  readonly device: DeviceId;
  readonly drawer: DrawerId;
  readonly place: PlaceId;
  readonly currency: Currency;
  /** Smallest coin that cash is rounded to; 0 or 1: not rounded. */
  readonly cashStep: Minor;
  /** This tablet's next receipt number: `receiptNumber(letters, count)`. */
  readonly receipt: string;
  /** 128 random bits, base64url. */
  readonly secret: string;
  /** Whether the journal already holds this sale's id. */
  readonly isKnownSale: boolean;
  /** Rows of the cart's numbers, by `edition:number`; see `copyKeys`. */
  readonly copies: ReadonlyMap<string, CopyRow>;
  /** An attempt for this sale that is not settled: only a tender that carries it may follow. */
  readonly openAttempt: AttemptId | null;
  /** Keys of copies a person says are in their hand: the number is on the paper, and the print is the lock. */
  readonly inHand?: ReadonlySet<string>;
  /** Written on paper first: when it was sold. */
  readonly soldAt?: Instant;
}

export type SaleProblem =
  | { readonly kind: 'empty-cart' }
  | { readonly kind: 'sale-known'; readonly sale: SaleId }
  | { readonly kind: 'attempt-open'; readonly attempt: AttemptId }
  /** Sold before, as far as this tablet knows. With the key in `inHand` the sale is made all the same. */
  | {
      readonly kind: 'copy-sold';
      readonly key: string;
      readonly edition: EditionId;
      readonly number: number;
      readonly title: string;
      readonly sale: SaleId;
      readonly device: DeviceId;
      readonly at: Instant;
    }
  | { readonly kind: 'copy-spoilt'; readonly key: string; readonly number: number; readonly title: string }
  /** A blank sheet must not get this number: another tablet may give it away, or it is on a print already. */
  | {
      readonly kind: 'number-not-free';
      readonly key: string;
      readonly number: number;
      readonly title: string;
      readonly why: 'other-tablet' | 'marked' | 'unknown';
    }
  | { readonly kind: 'sale-too-big' }
  | TenderProblem;

/** `A-0043`. */
export function receiptNumber(letters: string, count: number): string {
  return `${letters}-${String(count).padStart(4, '0')}`;
}

/** A receipt number as somebody reads it off a receipt, `a43` or `A-0043`; undefined where it is none. */
export function readReceiptNumber(text: string): string | undefined {
  const [, letters, count] = /^([a-z]{1,4})\s*-?\s*(\d{1,9})$/i.exec(text.trim()) ?? [];
  return letters && count ? receiptNumber(letters.toUpperCase(), Number(count)) : undefined;
}

/** The copies whose rows `completeSale` wants to see. */
export function copyKeys(priced: PricedCart): string[] {
  return priced.lines.flatMap(({ line: { copy } }) => (copy && copy.number !== null ? [copyKey(copy)] : []));
}

/**
 * What keeps this cart from being sold, whatever it is paid with. Asked before an amount leaves for a reader or a code:
 * nobody pays for what is refused afterwards.
 */
export function cartProblem(
  priced: PricedCart,
  stall: Pick<Stall, 'device' | 'isKnownSale' | 'copies' | 'inHand'>,
): SaleProblem | undefined {
  return goodsProblem(priced, stall) ?? (saleBytes(priced) > CART_BYTES ? { kind: 'sale-too-big' } : undefined);
}

/** What a cart takes of its sale's entry, in bytes; over `CART_BYTES` nothing more goes in. */
export function saleBytes({ cart, lines, rows }: PricedCart): number {
  const { discount, note } = cart;
  return byteLength(JSON.stringify({ lines: lines.map((line) => saleLine(line)), rows, discount, note }));
}

function goodsProblem(
  priced: PricedCart,
  stall: Pick<Stall, 'device' | 'isKnownSale' | 'copies' | 'inHand'>,
): SaleProblem | undefined {
  if (priced.pieces === 0) return { kind: 'empty-cart' };
  if (stall.isKnownSale) return { kind: 'sale-known', sale: priced.cart.id };
  for (const line of priced.lines) {
    const problem = copyProblem(line, stall);
    if (problem) return problem;
  }
  return undefined;
}

/**
 * The fact of a finished sale: lines + rounding = tenders. `fact('sale.completed', body.sale, body)` writes it.
 * Refuses an empty cart, a sale id it knows, tenders that do not add up, a second charge beside an open attempt, and
 * numbers that cannot be sold from here; each refusal says what a person can do about it.
 */
export function completeSale(
  priced: PricedCart,
  tenders: readonly Tender[],
  stall: Stall,
  exchange?: { readonly refund: RefundId; readonly sale: SaleId },
): Result<SaleCompleted, SaleProblem> {
  const { cart } = priced;
  const problem = goodsProblem(priced, stall);
  if (problem) return refused(problem);
  const { openAttempt } = stall;
  if (openAttempt && !tenders.some(({ attempt }) => attempt === openAttempt)) {
    return refused({ kind: 'attempt-open', attempt: openAttempt });
  }
  const settled = settle(priced.total, tenders, stall.cashStep);
  if (!settled.ok) return settled;
  const body: SaleCompleted = {
    sale: cart.id,
    receipt: stall.receipt,
    secret: stall.secret,
    drawer: stall.drawer,
    place: stall.place,
    currency: stall.currency,
    taxIncluded: priced.taxIncluded,
    lines: priced.lines.map((line) => saleLine(line, stall.inHand)),
    rows: [...priced.rows],
    rounding: settled.value.rounding,
    tenders: [...tenders],
    ...(cart.discount ? { discount: cart.discount } : {}),
    ...(cart.note === undefined ? {} : { note: cart.note }),
    ...(stall.soldAt === undefined ? {} : { soldAt: stall.soldAt }),
    ...(exchange ? { exchangeOf: exchange.refund, exchangedSale: exchange.sale } : {}),
  };
  return byteLength(JSON.stringify(body)) > MOST_BYTES ? refused({ kind: 'sale-too-big' }) : done(body);
}

/** What lines, rows and notes may have of it: fifty ways of paying and the rest fit beside them, whatever comes. */
export const CART_BYTES = 48_000;

function saleLine({ line, price, units, taxes }: PricedLine, inHand?: ReadonlySet<string>): SaleLine {
  const { variant, work, photographer, terms, sku, title, label } = line.goods;
  const isInHand = line.copy && inHand?.has(copyKey(line.copy));
  return {
    variant,
    work,
    photographer,
    terms,
    sku,
    title,
    label,
    price,
    units: units.map((unit) => (isInHand && unit.copy ? { ...unit, copy: { ...unit.copy, marked: true } } : unit)),
    taxes: [...taxes],
    ...(line.discount ? { discount: line.discount } : {}),
    ...(line.note === undefined ? {} : { note: line.note }),
  };
}

function copyProblem(
  { line }: PricedLine,
  stall: Pick<Stall, 'device' | 'copies' | 'inHand'>,
): SaleProblem | undefined {
  const { copy, goods } = line;
  if (!copy || copy.number === null) return undefined;
  const key = copyKey(copy);
  if (stall.inHand?.has(key)) return undefined;
  const row = stall.copies.get(key);
  const about = { key, number: copy.number, title: goods.title };
  const sold = row && openSales(row).at(-1);
  if (sold) {
    const { ms, device } = parseStamp(sold.stamp);
    return { kind: 'copy-sold', ...about, edition: copy.edition, sale: sold.sale, device, at: ms };
  }
  if (row?.spoilt) return { kind: 'copy-spoilt', ...about };
  if (copy.marked) return undefined;
  if (!row) return { kind: 'number-not-free', ...about, why: 'unknown' };
  if (row.marked !== null) return { kind: 'number-not-free', ...about, why: 'marked' };
  if (row.holder?.device !== stall.device) return { kind: 'number-not-free', ...about, why: 'other-tablet' };
  return undefined;
}

function copyKey(copy: SoldCopy): string {
  return `${copy.edition}:${copy.number}`;
}
