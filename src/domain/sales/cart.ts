import type { Minor } from '../money.ts';
import type { PriceRowId, SaleId } from '../parts.ts';
import { done, refused, type Result } from '../result.ts';
import type { Discount, SoldCopy } from './facts.ts';
import type { Goods } from './goods.ts';

/** A sale that has not happened yet. Plain data: it survives a reload and can be parked. */
export interface Cart {
  /** The sale's id from the first tap on: a cart can be completed once. */
  readonly id: SaleId;
  readonly lines: readonly CartLine[];
  readonly discount?: Discount;
  readonly note?: string;
  /** Price rows a person took off this cart. */
  readonly removedRows: readonly PriceRowId[];
  /** What comes back for it; see `beginExchange`. */
  readonly exchange?: CartExchange;
}

/** Units of an earlier sale that come back for this cart's; what was paid for them is the credit. */
export interface CartExchange {
  readonly sale: SaleId;
  readonly receipt: string;
  readonly units: readonly UnitRef[];
  /** What a person calls them, in the order of the units. */
  readonly titles: readonly string[];
  readonly credit: Minor;
  /** What rounding of earlier refunds of that sale kept back: it goes with cash, if cash goes back. */
  readonly owed: Minor;
  /** Paid by card alone: money that goes back goes there first. */
  readonly byCard: boolean;
  /** Whether they go back on the wall and may be sold again. */
  readonly putBack: boolean;
}

/** One unit of a sale: its line and its place in the line, both from 0. */
export type UnitRef = readonly [line: number, unit: number];

/** A numbered copy is a line of its own, of quantity 1. */
export interface CartLine {
  readonly id: string;
  readonly goods: Goods;
  readonly quantity: number;
  readonly copy?: SoldCopy;
  readonly discount?: Discount;
  readonly note?: string;
}

export type CartProblem =
  | { readonly kind: 'already-in-cart'; readonly line: string; readonly number: number }
  /** More units or lines than one sale can hold. */
  | { readonly kind: 'cart-full'; readonly most: number }
  | { readonly kind: 'no-such-number'; readonly number: number; readonly size: number }
  /** A numbered copy is always one. */
  | { readonly kind: 'one-of-each-copy' }
  | { readonly kind: 'amount-unusable'; readonly most: Minor }
  | { readonly kind: 'discount-unusable' };

/** Keep a sale's facts well under an entry's limit, and sums far inside what a number counts exactly. */
export const MOST_UNITS = 500;
const MOST_LINES = 200;
const MOST_AMOUNT: Minor = 100_000_000_000;
const MOST_NOTE = 2_000;

export function emptyCart(id: SaleId): Cart {
  return { id, lines: [], removedRows: [] };
}

/**
 * Puts one unit in. The same variant at the same price without copy, discount or note raises its line's quantity;
 * everything else is a new line at the end.
 * @param line id for the line if a new one is made
 */
export function addGoods(cart: Cart, line: string, goods: Goods, copy?: SoldCopy): Result<Cart, CartProblem> {
  const problem = unfitGoods(goods) ?? unfitCopy(cart, goods, copy) ?? full(cart, 1);
  if (problem) return refused(problem);
  const same = copy ? undefined : cart.lines.find((held) => canTakeOneMore(held, goods));
  if (same) return done(withLine(cart, same.id, (held) => ({ ...held, quantity: held.quantity + 1 })));
  if (cart.lines.length >= MOST_LINES) return refused({ kind: 'cart-full', most: MOST_LINES });
  const made: CartLine = { id: line, goods, quantity: 1, ...(copy ? { copy } : {}) };
  return done({ ...cart, lines: [...cart.lines, made] });
}

export function removeLine(cart: Cart, line: string): Cart {
  return { ...cart, lines: cart.lines.filter((held) => held.id !== line) };
}

/** Sets how many; 0 removes the line. Refused for a numbered copy. */
export function setQuantity(cart: Cart, line: string, quantity: number): Result<Cart, CartProblem> {
  const held = cart.lines.find((each) => each.id === line);
  if (!held || quantity === held.quantity) return done(cart);
  if (quantity <= 0) return done(removeLine(cart, line));
  if (held.copy) return refused({ kind: 'one-of-each-copy' });
  const problem = full(cart, quantity - held.quantity);
  return problem ? refused(problem) : done(withLine(cart, line, (each) => ({ ...each, quantity })));
}

/** Another number for a line, or the same one as read from the paper. */
export function setCopy(cart: Cart, line: string, copy: SoldCopy): Result<Cart, CartProblem> {
  const held = cart.lines.find((each) => each.id === line);
  if (!held) return done(cart);
  const problem = unfitCopy(removeLine(cart, line), held.goods, copy);
  return problem ? refused(problem) : done(withLine(cart, line, (each) => ({ ...each, copy })));
}

/** Percent (basis points) or amount off one line; null takes it off again. */
export function setLineDiscount(cart: Cart, line: string, discount: Discount | null): Result<Cart, CartProblem> {
  if (discount && !isDiscount(discount)) return refused({ kind: 'discount-unusable' });
  return done(withLine(cart, line, (held) => ({ ...without(held, 'discount'), ...(discount ? { discount } : {}) })));
}

/** Percent (basis points) or amount off the whole order, after the lines' own. */
export function setOrderDiscount(cart: Cart, discount: Discount | null): Result<Cart, CartProblem> {
  if (discount && !isDiscount(discount)) return refused({ kind: 'discount-unusable' });
  return done({ ...without(cart, 'discount'), ...(discount ? { discount } : {}) });
}

export function setLineNote(cart: Cart, line: string, note: string): Cart {
  return withLine(cart, line, (held) => ({ ...without(held, 'note'), ...noted(note) }));
}

export function setNote(cart: Cart, note: string): Cart {
  return { ...without(cart, 'note'), ...noted(note) };
}

/** Takes a price row off this cart. */
export function removeRow(cart: Cart, row: PriceRowId): Cart {
  return cart.removedRows.includes(row) ? cart : { ...cart, removedRows: [...cart.removedRows, row] };
}

/** A price row that was taken off applies again where it fits. */
export function bringBackRow(cart: Cart, row: PriceRowId): Cart {
  return { ...cart, removedRows: cart.removedRows.filter((held) => held !== row) };
}

/** The cart is the other half of an exchange, or no longer. Its credit is what was paid for the units that come back. */
export function setExchange(cart: Cart, exchange: CartExchange | null): Cart {
  return { ...without(cart, 'exchange'), ...(exchange ? { exchange } : {}) };
}

/** Pieces, not lines. */
export function unitsIn(cart: Cart): number {
  return cart.lines.reduce((units, line) => units + line.quantity, 0);
}

function noted(note: string): { readonly note?: string } {
  const text = note.trim().slice(0, MOST_NOTE);
  return text ? { note: text } : {};
}

function without<T extends object, K extends keyof T>(held: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = held;
  return rest;
}

function withLine(cart: Cart, line: string, step: (line: CartLine) => CartLine): Cart {
  return { ...cart, lines: cart.lines.map((held) => (held.id === line ? step(held) : held)) };
}

function canTakeOneMore(line: CartLine, goods: Goods): boolean {
  if (line.copy || line.discount || line.note !== undefined || goods.variant === '') return false;
  return line.goods.variant === goods.variant && line.goods.price === goods.price;
}

function unfitGoods(goods: Goods): CartProblem | undefined {
  const isUsable = Number.isSafeInteger(goods.price) && goods.price >= 0 && goods.price <= MOST_AMOUNT;
  return isUsable ? undefined : { kind: 'amount-unusable', most: MOST_AMOUNT };
}

function unfitCopy(cart: Cart, goods: Goods, copy: SoldCopy | undefined): CartProblem | undefined {
  if (!copy || copy.number === null) return undefined;
  const { edition, number } = copy;
  const size = goods.edition?.size ?? 0;
  if (!Number.isSafeInteger(number) || number < 1 || number > size) return { kind: 'no-such-number', number, size };
  const held = cart.lines.find((line) => line.copy?.edition === edition && line.copy.number === number);
  return held ? { kind: 'already-in-cart', line: held.id, number } : undefined;
}

function full(cart: Cart, more: number): CartProblem | undefined {
  return unitsIn(cart) + more > MOST_UNITS ? { kind: 'cart-full', most: MOST_UNITS } : undefined;
}

function isDiscount({ kind, value }: Discount): boolean {
  const most = kind === 'percent' ? 10_000 : MOST_AMOUNT;
  return Number.isSafeInteger(value) && value > 0 && value <= most;
}
