import type { CartActions } from './use-cart.ts';

/** What a sheet of the till is given. */
export interface SheetProps {
  readonly cart: CartActions;
  readonly onClose: () => void;
}
