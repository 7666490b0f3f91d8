import { AmountSheet } from './amount-sheet.tsx';
import { DiscountSheet } from './discount-sheet.tsx';
import { LineSheet } from './line-sheet.tsx';
import { MoreSheet } from './more-sheet.tsx';
import { NoteSheet } from './note-sheet.tsx';
import { ParkSheet } from './park-sheet.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';

/** Whatever slides over the wall at the till. */
export function TillSheets({ cart }: { readonly cart: CartActions }) {
  const { till } = useTill();
  const sheet = useTillState((state) => state.sheet);
  if (!sheet || sheet.kind === 'scan') return null;
  const close = () => till.setState({ sheet: null });
  if (sheet.kind === 'amount') return <AmountSheet cart={cart} onClose={close} />;
  if (sheet.kind === 'discount') return <DiscountSheet cart={cart} onClose={close} />;
  if (sheet.kind === 'note') return <NoteSheet cart={cart} onClose={close} />;
  if (sheet.kind === 'park') return <ParkSheet onClose={close} />;
  if (sheet.kind === 'line') return <LineSheet key={sheet.line} line={sheet.line} cart={cart} onClose={close} />;
  return <MoreSheet cart={cart} onClose={close} />;
}
