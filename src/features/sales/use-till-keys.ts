import { useEffect } from 'react';
import { useStall } from '../../store/stall.tsx';
import { whenAlone } from '../../ui/use-scanner.ts';
import { hasRecent } from './recent-steps.ts';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { Payment } from './use-payment.ts';
import { isTyping } from './wall.tsx';

/** The till without touch: Ctrl+Z, F2, + and −, Escape, and the single letters unless somebody switched them off. */
export function useTillKeys(cart: CartActions, payment: Payment): void {
  const { till } = useTill();
  const { preferences, catalogue } = useStall();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { draft, view, sheet, newest, recent } = till.getState();
      const used = draft.cart.lines.length > 0;
      const line = draft.cart.lines.find((each) => each.id === newest) ?? draft.cart.lines.at(-1);
      const take = () => event.preventDefault();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isField(event)) {
        take();
        return cart.undo();
      }
      if (event.key === 'F2') {
        take();
        return till.setState({ sheet: { kind: 'scan' } });
      }
      if (event.key === 'Escape' && !sheet && recent) {
        take();
        return till.setState({ recent: false });
      }
      if (event.key === 'Escape' && !sheet && view.kind !== 'wall') {
        take();
        return payment.back();
      }
      if (isTyping(event) || event.repeat) return;
      if ((event.key === '+' || event.key === '-') && line && !line.copy) {
        take();
        return whenAlone(() => cart.setQuantity(line.id, line.quantity + (event.key === '+' ? 1 : -1)));
      }
      if (preferences.letterKeys && event.key.toLowerCase() === 'r' && hasRecent(till.getState())) {
        take();
        return whenAlone(() => till.setState({ recent: !recent }));
      }
      if (!preferences.letterKeys || (!used && !draft.cart.exchange)) return;
      const qr = catalogue.collective.tenders.find((tender) => tender.kind === 'qr');
      const letters: Record<string, (() => void) | false | undefined> = {
        ...(used ? { c: payment.cash, e: payment.exact, k: payment.card } : {}),
        q: used && qr && (() => payment.open(`named:${qr.name}`)),
        p: () => till.setState({ sheet: { kind: 'park' } }),
      };
      const act = letters[event.key.toLowerCase()];
      if (!act) return;
      take();
      whenAlone(act);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [till, cart, payment, preferences.letterKeys, catalogue]);
}

function isField(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.matches('input, textarea');
}
