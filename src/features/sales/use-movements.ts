import { useEffect, useLayoutEffect, useRef } from 'react';
import { unitsIn } from '../../domain/sales/cart.ts';
import { bringIn, endMovements, flyToCart, growColumn } from './movements.ts';
import { useTill, useTillState } from './till-context.tsx';
import type { View } from './till-store.ts';

/** Moves what the design lets move, after the cart has changed; the next tap or key ends it. */
export function useMovements(): void {
  useEffect(() => {
    addEventListener('pointerdown', endMovements, { capture: true });
    addEventListener('keydown', endMovements, { capture: true });
    return () => {
      removeEventListener('pointerdown', endMovements, { capture: true });
      removeEventListener('keydown', endMovements, { capture: true });
      endMovements();
    };
  }, []);
  useFlight();
  useColumn();
}

/** A print was added: its picture flies to its line. */
function useFlight(): void {
  const { till } = useTill();
  const last = useTillState((state) => state.steps[0]);
  const seen = useRef(last?.since ?? 0);
  useLayoutEffect(() => {
    // An undo uncovers an older step: that was shown when it was made.
    if (!last || last.since <= seen.current) return;
    seen.current = last.since;
    const { draft, newest, view } = till.getState();
    const line = draft.cart.lines.find(({ id }) => id === newest);
    if (line && view.kind === 'wall' && unitsIn(draft.cart) > unitsIn(last.before.cart)) {
      flyToCart(line.goods.work, line.id);
    }
  }, [till, last]);
}

const isPaying = ({ kind }: View) => kind === 'payment' || kind === 'unclear';

/** Payment begins or is over: the money column grows out of the cart, or back into it. */
function useColumn(): void {
  const { till } = useTill();
  const paying = useTillState((state) => isPaying(state.view));
  const before = useRef<DOMRect | null>(null);
  useEffect(
    () =>
      till.subscribe(({ view }, { view: was }) => {
        // The page still shows what was: told before it is drawn anew.
        if (isPaying(view) !== isPaying(was)) before.current = column();
      }),
    [till],
  );
  useLayoutEffect(() => {
    const [was, is] = [before.current, column()];
    before.current = null;
    if (!was || !is) return;
    endMovements();
    growColumn(was, is);
    const bought = paying && document.querySelector('.bought');
    if (bought) bringIn(bought);
  }, [paying]);
}

function column(): DOMRect | null {
  return document.querySelector('.money-panel, .till > .cart')?.getBoundingClientRect() ?? null;
}
