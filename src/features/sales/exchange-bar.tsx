import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import type { Payment } from './use-payment.ts';
import './exchange.css';

const text = defineMessages({
  giveBack: { id: 'exchange.giveBack', defaultMessage: 'Give back {amount}' },
  inCash: { id: 'exchange.inCash', defaultMessage: 'in cash' },
  onCard: { id: 'exchange.onCard', defaultMessage: 'on the card: reader first' },
  cash: { id: 'exchange.asCash', defaultMessage: 'Cash' },
  card: { id: 'exchange.toCard', defaultMessage: 'Card' },
  cardHint: { id: 'exchange.toCardHint', defaultMessage: 'reader first' },
  swap: { id: 'exchange.swap', defaultMessage: 'Exchange' },
  even: { id: 'exchange.even', defaultMessage: 'nothing to pay' },
  next: { id: 'exchange.next', defaultMessage: 'Tap what goes instead' },
});

/** The pay bar where nothing is to be paid: even, or money goes back, by the way it came first. In ink: no money comes. */
export function ExchangeBar({ payment }: { readonly payment: Payment }) {
  const intl = useIntl();
  const money = useMoney();
  const { settling, backFirst } = payment;
  if (settling.way === 'even') {
    return (
      <fieldset className="pay back" aria-label={intl.formatMessage(text.even)}>
        <button type="button" data-pay="even" onClick={payment.exact}>
          <span>
            <FormattedMessage {...text.swap} />
          </span>
          <small>
            <FormattedMessage {...text.even} />
          </small>
        </button>
      </fieldset>
    );
  }
  const amount = backFirst === 'card' ? settling.amount : settling.cash;
  const other = backFirst === 'card' ? 'cash' : 'card';
  return (
    <fieldset
      className="pay back two-ways"
      aria-label={intl.formatMessage(text.giveBack, { amount: money.spoken(amount) })}
    >
      <button type="button" data-pay="back" onClick={payment.exact}>
        <span>
          <FormattedMessage {...text.giveBack} values={{ amount: money.text(amount) }} />
        </span>
        <small>
          <FormattedMessage {...(backFirst === 'card' ? text.onCard : text.inCash)} />
        </small>
      </button>
      <button type="button" data-pay={`back-${other}`} onClick={() => payment.open(other)}>
        <Icon name={other} size={30} />
        <span>
          <FormattedMessage {...text[other]} />
        </span>
        <small>{other === 'card' ? <FormattedMessage {...text.cardHint} /> : money.text(settling.cash)}</small>
      </button>
    </fieldset>
  );
}

/** While nothing goes out yet: where the pay bar will be, what to do next. */
export function ExchangeNext() {
  return (
    <div className="pay idle">
      <FormattedMessage {...text.next} />
    </div>
  );
}
