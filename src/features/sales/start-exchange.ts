import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { refused, type Result } from '../../domain/result.ts';
import type { CartExchange, UnitRef } from '../../domain/sales/cart.ts';
import { beginExchange, type ExchangeProblem } from '../../domain/sales/cart-exchange.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { exchangeWords } from './exchange-words.ts';
import { beginNext, tillOf } from './till-store.ts';

const text = defineMessages({ begun: { id: 'exchange.begun', defaultMessage: 'Exchange begun' } });

export type StartProblem = ExchangeProblem | { readonly kind: 'cart-being-paid' };

/** Brings pieces of a sale to the till as a credit in its cart. What is in the cart stays; undo takes the credit off. */
export function useStartExchange(
  history: SaleHistory,
): (units: readonly UnitRef[], putBack: boolean) => Promise<Result<CartExchange | undefined, StartProblem>> {
  const { db } = useStall();
  const intl = useIntl();
  const [, go] = useLocation();
  return useCallback(
    async (units, putBack) => {
      const till = await tillOf(db);
      const { draft, steps } = till.getState();
      // An amount on the reader, or a part that is paid, was meant for the cart as it is.
      if (draft.attempt || draft.parts.length > 0) return refused({ kind: 'cart-being-paid' });
      const made = beginExchange(draft.cart, history, units, putBack);
      if (!made.ok) return made;
      const { exchange } = made.value;
      till.setState({
        draft: { ...draft, cart: made.value },
        steps: [{ words: intl.formatMessage(text.begun), since: Date.now(), before: draft }, ...steps],
        view: { kind: 'wall' },
        sheet: null,
        trouble: null,
        conflict: null,
        recent: false,
        ...beginNext(till.getState()),
      });
      if (exchange) announce(exchangeWords(intl, exchange));
      go('/');
      return { ok: true, value: exchange };
    },
    [db, intl, go, history],
  );
}
