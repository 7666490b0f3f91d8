import { useIntl } from 'react-intl';
import { done as ok } from '../../domain/result.ts';
import { setExchange } from '../../domain/sales/cart.ts';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { exchangeWords } from './exchange-words.ts';
import './exchange.css';
import { useTillState } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';

const text = defineMessages({
  takeOff: { id: 'exchange.takeOff', defaultMessage: '{words}, {amount}: take it off' },
  takenOff: { id: 'exchange.takenOff', defaultMessage: 'Exchange taken off' },
  onWall: { id: 'exchange.onWall', defaultMessage: 'goes back on the wall' },
  damaged: { id: 'exchange.damaged', defaultMessage: 'damaged, stays off the wall' },
});

/** What comes back for this cart, as a credit: a tap takes it off, undo brings it back. */
export function ExchangeCredit({ cart }: { readonly cart: CartActions }) {
  const intl = useIntl();
  const money = useMoney();
  const exchange = useTillState((state) => state.draft.cart.exchange);
  if (!exchange) return null;
  const words = exchangeWords(intl, exchange);
  const where = intl.formatMessage(exchange.putBack ? text.onWall : text.damaged);
  const amount = money.text(-exchange.credit);
  return (
    <div className="credit">
      <button
        type="button"
        className="deal"
        aria-label={intl.formatMessage(text.takeOff, { words: `${words}, ${where}`, amount })}
        onClick={() => cart.change((held) => ok(setExchange(held, null)), intl.formatMessage(text.takenOff))}
      >
        <span className="credit-words">
          {words} <span className="q">{where}</span>
        </span>{' '}
        <span className="deal-amount">{amount}</span>
        <Icon name="close" size={20} />
      </button>
    </div>
  );
}
