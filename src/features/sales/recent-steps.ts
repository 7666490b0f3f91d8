import type { Minor } from '../../domain/money.ts';
import { takeBack } from '../../domain/sales/take-back.ts';
import type { Cart } from '../../domain/sales/cart.ts';
import type { DoneSale, Draft, TillState, Undoable } from './till-store.ts';

/** What undoing a step leaves: the cart, the steps that can still be undone, whether later steps stayed. */
interface Undone {
  readonly cart: Cart;
  readonly steps: readonly Undoable[];
  /** False: the steps after it went with it, because what it did could not be told apart from them. */
  readonly alone: boolean;
}

/** Whether *Recent* has anything to show. */
export function hasRecent({ steps, early }: Pick<TillState, 'steps' | 'early'>): boolean {
  return steps.length > 0 || early !== null;
}

/** What the shopper of a finished sale gets into the hand: the change, or what an exchange gives back. */
export function handedBack({ change, back }: DoneSale): Minor {
  return change > 0 ? change : (back?.amount ?? 0);
}

/** Undoes step `at` (0 is the newest): it alone where that can be told apart, else back to before it. */
export function undoStep(steps: readonly Undoable[], at: number, draft: Draft): Undone | null {
  const step = steps[at];
  if (!step) return null;
  const before = step.before.cart;
  const after = steps[at - 1]?.before.cart ?? draft.cart;
  const cart = takeBack(before, after, draft.cart);
  const later = steps.slice(0, at).map((each) => {
    const known = takeBack(before, after, each.before.cart);
    return known && { ...each, before: { ...each.before, cart: known } };
  });
  const earlier = steps.slice(at + 1);
  const told = later.filter((each) => each !== null);
  if (cart && told.length === later.length) return { cart, steps: [...told, ...earlier], alone: true };
  return { cart: before, steps: earlier, alone: false };
}
