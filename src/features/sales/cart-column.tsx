import { useState, useRef, useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import { PillSlot } from '../../ui/page.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { BlankCart } from './blank-cart.tsx';
import { CartLineRow } from './cart-line.tsx';
import { EmptyMore, ExchangeMore, FullMore } from './cart-more.tsx';
import { CartSum } from './cart-sum.tsx';
import { ConflictRow } from './conflict-row.tsx';
import { Deals } from './deals.tsx';
import { ExchangeBar, ExchangeNext } from './exchange-bar.tsx';
import { ExchangeCredit } from './exchange-credit.tsx';
import { PayBar, tillZones } from './pay-bar.tsx';
import { RecentButton } from './recent-button.tsx';
import { RecentList } from './recent-list.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { Payment } from './use-payment.ts';
import type { WallData } from './use-wall.ts';
import './cart-column.css';
import './trouble.css';

const text = defineMessages({
  cart: { id: 'till.cart', defaultMessage: 'Cart' },
  ready: { id: 'till.ready', defaultMessage: 'Ready' },
  open: { id: 'till.openCart', defaultMessage: 'Show the cart' },
});

/** Lines, undo, price rows, total and the pay bar. On a phone the lines fold away under the shelf. */
export function CartColumn({
  wall,
  cart,
  payment,
}: {
  readonly wall: WallData;
  readonly cart: CartActions;
  readonly payment: Payment;
}) {
  const intl = useIntl();
  const { priced } = useTill();
  const view = useTillState((state) => state.view);
  // Pulled up on this view only: what is opened from a line would otherwise lie under the cart.
  const [pulledOn, setPulledOn] = useState<typeof view | null>(null);
  const pulled = pulledOn === view;
  const pull = () => setPulledOn(pulled ? null : view);
  const empty = priced.pieces === 0;
  const exchange = priced.cart.exchange !== undefined;
  const recent = useTillState((state) => state.recent);
  return (
    <aside className={pulled ? 'cart pulled' : 'cart'} aria-label={intl.formatMessage(text.cart)}>
      <button
        type="button"
        className="grab"
        aria-expanded={pulled}
        aria-label={intl.formatMessage(text.open)}
        onClick={pull}
      >
        <i />
      </button>
      <div className="cart-top">
        <PillSlot />
      </div>
      {recent ? (
        <RecentList cart={cart} payment={payment} />
      ) : empty ? (
        <BlankCart wall={wall} exchange={exchange} />
      ) : (
        <Lines cart={cart} />
      )}
      <ConflictRow cart={cart} wall={wall} />
      <Said cart={cart} />
      {empty && <RecentButton />}
      {!empty && <Deals cart={cart} />}
      <ExchangeCredit cart={cart} />
      {!empty && <CartSum payment={payment} onPull={pull} />}
      {empty && exchange ? (
        <ExchangeNext />
      ) : empty ? (
        <div className="pay idle">
          <FormattedMessage {...text.ready} />
        </div>
      ) : payment.settling.way === 'pay' ? (
        <PayBar
          amount={payment.due}
          zones={tillZones({ card: payment.card, cash: payment.cash, exact: payment.exact })}
        />
      ) : (
        <ExchangeBar payment={payment} />
      )}
      {!empty ? <FullMore payment={payment} /> : exchange ? <ExchangeMore /> : <EmptyMore />}
    </aside>
  );
}

function Lines({ cart }: { readonly cart: CartActions }) {
  const { priced } = useTill();
  const newest = useTillState((state) => state.newest);
  const list = useRef<HTMLUListElement>(null);
  const many = priced.lines.length > 4;
  useEffect(() => {
    list.current?.querySelector(`[data-line="${newest ?? ''}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  return (
    <ul className={many ? 'cart-lines many' : 'cart-lines'} ref={list}>
      {priced.lines.map((line) => (
        <CartLineRow key={line.line.id} priced={line} open={line.line.id === newest} cart={cart} />
      ))}
    </ul>
  );
}

/** The undo bar, or what could not be done. */
function Said({ cart }: { readonly cart: CartActions }) {
  const { till } = useTill();
  const last = useTillState((state) => state.steps[0]);
  const trouble = useTillState((state) => (state.conflict ? null : state.trouble));
  const [over, setOver] = useState(0);
  if (trouble) return <p className="trouble">{trouble}</p>;
  if (!last || over === last.since) return null;
  return (
    <div className="said">
      <UndoBar
        since={last.since}
        onUndo={() => {
          cart.undo();
          till.setState({ trouble: null });
        }}
        onOver={() => setOver(last.since)}
      >
        {last.words}
      </UndoBar>
    </div>
  );
}
