import type { Cart, CartLine } from '../../domain/sales/cart.ts';
import { newDraft, type Draft } from './till-store.ts';

/** What was put in the cart while its sale was being written begins the next one; more of a sold print, too. */
export function nextDraft({ cart: now }: Pick<Draft, 'cart'>, sold: Cart): Draft {
  const next = newDraft();
  if (now.id !== sold.id) return next;
  const quantities = new Map(sold.lines.map(({ id, quantity }) => [id, quantity]));
  const lines = now.lines.flatMap((line): readonly CartLine[] => {
    const taken = quantities.get(line.id);
    if (taken === undefined) return [line];
    const { id, goods, quantity } = line;
    // A discount or a note was said of those that are sold.
    return quantity > taken ? [{ id: `${id}-next`, goods, quantity: quantity - taken }] : [];
  });
  return { ...next, cart: { ...next.cart, lines } };
}
