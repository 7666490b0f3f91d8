import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { roundCash } from '../../domain/money.ts';
import type { UnitRef } from '../../domain/sales/cart.ts';
import { isPaidBy } from '../../domain/sales/cart-exchange.ts';
import { refundAmount, roundingOwed } from '../../domain/sales/refund-sale.ts';
import { unitsLeft, type SaleHistory } from '../../domain/sales/sale-history.ts';
import { askPin, leadPin } from '../../store/pin.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { PinSheet } from '../../ui/pin-sheet.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { deskOf } from './actions.ts';
import { ExchangeStart } from './exchange-start.tsx';
import { problemText } from './problem-text.ts';
import { RefundEffect } from './refund-effect.tsx';
import { refund } from './refund.ts';
import './trouble.css';

const text = defineMessages({
  giveBack: { id: 'sale.giveBack', defaultMessage: 'Give back' },
  choose: { id: 'sale.choose', defaultMessage: 'Tap what comes back.' },
  allBack: {
    id: 'sale.allBack',
    defaultMessage: 'All of it came back. There is nothing left to refund or to exchange.',
  },
  inCash: { id: 'sale.inCash', defaultMessage: 'in cash, as it was paid' },
  inCashAnyway: { id: 'sale.inCashAnyway', defaultMessage: 'in cash' },
  toCard: { id: 'sale.onCard', defaultMessage: 'to the card: type it into the reader first' },
  refund: { id: 'sale.refundPutBack', defaultMessage: 'Refund and put back' },
  damaged: { id: 'sale.refundDamaged', defaultMessage: 'Refund, damaged' },
  card: { id: 'sale.toTheCard', defaultMessage: 'To the card' },
  cash: { id: 'sale.asCash', defaultMessage: 'In cash' },
  done: { id: 'sale.refunded', defaultMessage: '{amount} given back, {receipt}.' },
  till: { id: 'sale.toTill', defaultMessage: 'Back to the till' },
});

/** What goes back for the pieces that are chosen, and what that does; the tap that gives it back. */
export function RefundSide({
  history,
  units,
  onDone,
}: {
  readonly history: SaleHistory;
  readonly units: readonly UnitRef[];
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const money = useMoney();
  const stall = useStall();
  const once = useOnce();
  const [, go] = useLocation();
  const { tenders } = history.sale.body;
  const [byCard, setByCard] = useState(isPaidBy('card', tenders));
  const [asking, setAsking] = useState<boolean | null>(null);
  const [said, setSaid] = useState<{ readonly words: string; readonly trouble: boolean }>();
  const { cashStep } = deskOf(stall);
  const exact = refundAmount(history, units);
  const amount = byCard ? exact : roundCash(exact + roundingOwed(history), cashStep);
  const give = async (putBack: boolean) => {
    setAsking(null);
    const made = await refund(stall, history.sale.body.sale, units, byCard ? 'card' : 'cash', putBack);
    const words = made.ok
      ? intl.formatMessage(text.done, {
          amount: money.text(amount),
          receipt: made.value.map(({ receipt }) => receipt).join(', '),
        })
      : problemText(intl, made.problem, stall);
    setSaid({ words, trouble: !made.ok });
    announce(words, made.ok ? 'polite' : 'assertive');
    if (made.ok) onDone();
  };
  const pin = leadPin(stall);
  const ask = (putBack: boolean) => (pin ? setAsking(putBack) : void once(() => give(putBack)));
  if (units.length === 0) {
    return (
      <>
        {said && <p className={said.trouble ? 'trouble' : 'refund-said'}>{said.words}</p>}
        {!history.voided && (
          <p className="q refund-choose">
            <FormattedMessage {...(unitsLeft(history).length > 0 ? text.choose : text.allBack)} />
          </p>
        )}
        <span className="sp" />
        <Button kind="quiet" onClick={() => go('/')}>
          <FormattedMessage {...text.till} />
        </Button>
      </>
    );
  }
  return (
    <>
      <p className="q">
        <FormattedMessage {...text.giveBack} />
      </p>
      <p className="refund-amount">
        <Money minor={amount} sign />
      </p>
      <p>
        <FormattedMessage {...(byCard ? text.toCard : isPaidBy('cash', tenders) ? text.inCash : text.inCashAnyway)} />
      </p>
      <RefundEffect history={history} units={units} amount={exact} />
      {said?.trouble && <p className="trouble">{said.words}</p>}
      <Button kind="go" size="big" onClick={() => ask(true)}>
        <FormattedMessage {...text.refund} />
      </Button>
      <div className="two refund-ways">
        <Button onClick={() => ask(false)}>
          <FormattedMessage {...text.damaged} />
        </Button>
        <Button onClick={() => setByCard(!byCard)}>
          <FormattedMessage {...(byCard ? text.cash : text.card)} />
        </Button>
        <ExchangeStart history={history} units={units} />
      </div>
      {asking !== null && pin && (
        <PinSheet
          purpose="refund"
          ask={(typed) => askPin(stall, typed, pin)}
          onClose={() => setAsking(null)}
          onRight={() => void once(() => give(asking))}
        />
      )}
    </>
  );
}
