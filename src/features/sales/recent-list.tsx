import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { useUndoable } from './done-column.tsx';
import { handedBack, undoStep } from './recent-steps.ts';
import { useTill, useTillState } from './till-context.tsx';
import type { DoneSale } from './till-store.ts';
import type { CartActions } from './use-cart.ts';
import type { Payment } from './use-payment.ts';
import './recent-list.css';

const text = defineMessages({
  recent: { id: 'till.recentTitle', defaultMessage: 'Recent' },
  back: { id: 'till.recentBack', defaultMessage: 'The cart' },
  undo: { id: 'till.recentUndo', defaultMessage: 'Undo' },
  undoName: { id: 'till.recentUndoName', defaultMessage: 'Undo “{words}”' },
  undoNameTo: {
    id: 'till.recentUndoNameTo',
    defaultMessage: 'Undo “{words}” and {count, plural, one {# step} other {# steps}} after it',
  },
  alsoLater: {
    id: 'till.recentAlsoLater',
    defaultMessage: 'with {count, plural, one {# step} other {# steps}} after it',
  },
  nothing: { id: 'till.recentNothing', defaultMessage: 'Nothing is left to undo.' },
  change: { id: 'till.recentSaleChange', defaultMessage: 'Change {change}' },
  paid: { id: 'till.recentSalePaid', defaultMessage: 'Paid {total}' },
  sale: { id: 'till.recentSale', defaultMessage: 'sale {receipt}' },
  given: { id: 'till.recentGiven', defaultMessage: 'sale {receipt}, {given} given for {total}' },
  undoSale: { id: 'till.recentUndoSale', defaultMessage: 'Undo sale' },
  open: { id: 'till.recentOpen', defaultMessage: 'Open' },
});

/** What was done before, newest first, in the place of the lines: each step until it is paid, without a limit of time. */
export function RecentList({ cart, payment }: { readonly cart: CartActions; readonly payment: Payment }) {
  const intl = useIntl();
  const { till } = useTill();
  const { steps, draft, early } = useTillState((state) => state);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    // Not there again after a payment or another page.
    return () => till.setState({ recent: false });
  }, [till]);
  return (
    <section className="recent" aria-label={intl.formatMessage(text.recent)}>
      <div className="recent-head">
        <h2 ref={title} tabIndex={-1}>
          <FormattedMessage {...text.recent} />
        </h2>
        <Button size="small" kind="text" onClick={() => till.setState({ recent: false })}>
          <FormattedMessage {...text.back} />
        </Button>
      </div>
      {steps.length === 0 && !early && (
        <p className="q">
          <FormattedMessage {...text.nothing} />
        </p>
      )}
      <ul>
        {steps.map(({ words, since, before }, at) => {
          const alone = undoStep(steps, at, draft)?.alone;
          return (
            <li key={`${since} ${before.cart.lines.length} ${steps.length - at}`}>
              <span>
                {words}
                {!alone && (
                  <small className="q">
                    <FormattedMessage {...text.alsoLater} values={{ count: at }} />
                  </small>
                )}
              </span>
              <Button
                size="small"
                kind="quiet"
                icon="undo"
                aria-label={intl.formatMessage(alone ? text.undoName : text.undoNameTo, { words, count: at })}
                onClick={() => {
                  cart.undo(at);
                  title.current?.focus({ preventScroll: true });
                }}
              >
                <FormattedMessage {...text.undo} />
              </Button>
            </li>
          );
        })}
        {early && <EarlySale key={early.sale} sale={early} payment={payment} />}
      </ul>
    </section>
  );
}

/** The sale before, whose change may still have to be given while the next one is rung up. */
function EarlySale({ sale, payment }: { readonly sale: DoneSale; readonly payment: Payment }) {
  const money = useMoney();
  const [, go] = useLocation();
  const canUndo = useUndoable(sale);
  const { receipt, given } = sale;
  const change = handedBack(sale);
  const total = money.text(sale.total);
  return (
    <li>
      <span>
        <b>
          <FormattedMessage
            {...(change > 0 ? text.change : text.paid)}
            values={{ change: money.text(change), total }}
          />
        </b>
        <small className="q">
          <FormattedMessage
            {...(given !== null && sale.change > 0 ? text.given : text.sale)}
            values={{ receipt, given: money.text(given ?? 0), total }}
          />
        </small>
      </span>
      {canUndo ? (
        <Button size="small" icon="undo" onClick={() => void payment.undoSale(sale)}>
          <FormattedMessage {...text.undoSale} />
        </Button>
      ) : (
        <Button size="small" onClick={() => go(`/sales/${sale.sale}`)}>
          <FormattedMessage {...text.open} />
        </Button>
      )}
    </li>
  );
}
