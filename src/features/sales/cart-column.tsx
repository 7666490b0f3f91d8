import { group } from 'd3-array';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { bringBackRow, removeRow } from '../../domain/sales/cart.ts';
import { done as ok } from '../../domain/result.ts';
import { useStall } from '../../store/stall.tsx';
import { IconButton } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { PillSlot } from '../../ui/page.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { usePicture } from '../../store/pictures.tsx';
import { CartLineRow } from './cart-line.tsx';
import { ConflictRow } from './conflict-row.tsx';
import { PayBar, tillZones } from './pay-bar.tsx';
import { ParkedList } from './parked-list.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { Payment } from './use-payment.ts';
import type { WallData } from './use-wall.ts';

const text = defineMessages({
  cart: { id: 'till.cart', defaultMessage: 'Cart' },
  nothing: { id: 'till.nothingYet', defaultMessage: 'Nothing yet' },
  start: { id: 'till.start', defaultMessage: 'Tap a picture, scan a label, or scan a shopper’s phone.' },
  ready: { id: 'till.ready', defaultMessage: 'Ready' },
  total: { id: 'till.total', defaultMessage: 'Total, {pieces, plural, one {# piece} other {# pieces}}' },
  toGo: { id: 'till.toGo', defaultMessage: 'To go, of {total}' },
  pieces: { id: 'till.pieces', defaultMessage: '{pieces, plural, one {# piece} other {# pieces}}' },
  removeRow: { id: 'till.removeRow', defaultMessage: '{name}: take it off' },
  backRow: { id: 'till.backRow', defaultMessage: '{name}: tap to have it back' },
  rowOff: { id: 'till.rowOff', defaultMessage: '{name} taken off' },
  rowOn: { id: 'till.rowOn', defaultMessage: '{name} is back' },
  hint: { id: 'till.rowHint', defaultMessage: '1 more for “{name}”' },
  discount: { id: 'till.discount', defaultMessage: 'Discount' },
  discountOff: { id: 'till.discountOff', defaultMessage: 'Discount taken off' },
  park: { id: 'till.park', defaultMessage: 'Park' },
  split: { id: 'till.split', defaultMessage: 'Split' },
  more: { id: 'till.more', defaultMessage: 'More' },
  amount: { id: 'till.amount', defaultMessage: 'Amount' },
  sales: { id: 'till.sales', defaultMessage: 'Sales' },
  refund: { id: 'till.refund', defaultMessage: 'Refund' },
  drawer: { id: 'till.drawer', defaultMessage: 'Drawer' },
  tax: { id: 'till.taxOnTop', defaultMessage: 'Tax on top' },
  note: { id: 'till.cartNote', defaultMessage: 'Note: {note}' },
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
      {empty ? <Blank wall={wall} /> : <Lines cart={cart} />}
      <ConflictRow cart={cart} wall={wall} />
      <Said cart={cart} />
      {!empty && <Deals cart={cart} />}
      {!empty && <Sum onPull={pull} />}
      {empty ? (
        <div className="pay idle">
          <FormattedMessage {...text.ready} />
        </div>
      ) : (
        <PayBar
          amount={priced.total}
          zones={tillZones({ card: payment.card, cash: payment.cash, exact: payment.exact })}
        />
      )}
      {empty ? <EmptyMore /> : <FullMore payment={payment} />}
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

function Deals({ cart }: { readonly cart: CartActions }) {
  const intl = useIntl();
  const money = useMoney();
  const { priced } = useTill();
  const { catalogue } = useStall();
  const draft = useTillState((state) => state.draft);
  const applied = [...group(priced.rows, (row) => row.priceRow)];
  const off = catalogue.priceRows.filter((row) => draft.cart.removedRows.includes(row.id));
  const hint = priced.hints[0]?.row;
  return (
    <div className="deals">
      {applied.map(([id, uses]) => {
        const name = uses[0]?.name ?? '';
        const saved = uses.reduce((sum, use) => sum + use.saved, 0);
        return (
          <button
            key={id}
            type="button"
            className="deal"
            aria-label={intl.formatMessage(text.removeRow, { name })}
            onClick={() => cart.change((held) => ok(removeRow(held, id)), intl.formatMessage(text.rowOff, { name }))}
          >
            <span>{uses.length > 1 ? `${uses.length} × ${name}` : name}</span>
            <span className="deal-amount">{money.text(-saved)}</span>
          </button>
        );
      })}
      {off.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="deal off"
          onClick={() => cart.change((held) => ok(bringBackRow(held, id)), intl.formatMessage(text.rowOn, { name }))}
        >
          {intl.formatMessage(text.backRow, { name })}
        </button>
      ))}
      {draft.cart.discount && (
        <button
          type="button"
          className="deal"
          onClick={() => cart.change(dropDiscount, intl.formatMessage(text.discountOff))}
        >
          <FormattedMessage {...text.discount} />
          <span className="deal-amount">{money.text(-priced.discounted)}</span>
        </button>
      )}
      {priced.tax > 0 && !priced.taxIncluded && (
        <p className="deal-note">
          <FormattedMessage {...text.tax} /> <Money minor={priced.tax} />
        </p>
      )}
      {hint && (
        <p className="deal-note">
          <FormattedMessage {...text.hint} values={{ name: hint.name }} />
        </p>
      )}
      {draft.cart.note && (
        <p className="deal-note">
          <FormattedMessage {...text.note} values={{ note: draft.cart.note }} />
        </p>
      )}
    </div>
  );
}

function dropDiscount(cart: Parameters<typeof removeRow>[0]) {
  const { discount: _, ...rest } = cart;
  return ok(rest);
}

function Sum({ onPull }: { readonly onPull: () => void }) {
  const { priced, left } = useTill();
  const paid = left !== priced.total;
  return (
    <div className="sum">
      <span className="q sum-words">
        {paid ? (
          <FormattedMessage {...text.toGo} values={{ total: <Money minor={priced.total} /> }} />
        ) : (
          <FormattedMessage {...text.total} values={{ pieces: priced.pieces }} />
        )}
      </span>
      <button type="button" className="shelf-stack" onClick={onPull}>
        <span className="shelf-pictures" aria-hidden="true">
          {priced.lines.slice(-3).map(({ line }) => (
            <Small key={line.id} work={line.goods.work} />
          ))}
        </span>
        <span className="q">
          <FormattedMessage {...text.pieces} values={{ pieces: priced.pieces }} />
        </span>
      </button>
      <span className="total">
        <Money minor={left} sign />
      </span>
    </div>
  );
}

function Small({ work }: { readonly work: string }) {
  const { catalogue } = useStall();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  return <span>{url && <img src={url} alt="" />}</span>;
}

function Blank({ wall }: { readonly wall: WallData }) {
  return (
    <div className="blank">
      <div className="blank-words">
        <b>
          <FormattedMessage {...text.nothing} />
        </b>
        <span>
          <FormattedMessage {...text.start} />
        </span>
      </div>
      <ParkedList parked={wall.parked} />
    </div>
  );
}

function EmptyMore() {
  const { till } = useTill();
  const [, go] = useLocation();
  return (
    <div className="more">
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'amount' } })}>
        <FormattedMessage {...text.amount} />
      </button>
      <button type="button" onClick={() => go('/sales/latest')}>
        <FormattedMessage {...text.sales} />
      </button>
      <button type="button" onClick={() => go('/sales')}>
        <FormattedMessage {...text.refund} />
      </button>
      <button type="button" onClick={() => go('/market')}>
        <FormattedMessage {...text.drawer} />
      </button>
    </div>
  );
}

function FullMore({ payment }: { readonly payment: Payment }) {
  const intl = useIntl();
  const { till } = useTill();
  const { catalogue } = useStall();
  const [named] = catalogue.collective.tenders;
  return (
    <div className="more full">
      {named && (
        <button type="button" onClick={() => payment.open(`named:${named.name}`)}>
          {named.name}
        </button>
      )}
      <button type="button" onClick={() => payment.open('split')}>
        <FormattedMessage {...text.split} />
      </button>
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'discount' } })}>
        <FormattedMessage {...text.discount} />
      </button>
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'park' } })}>
        <FormattedMessage {...text.park} />
      </button>
      <IconButton
        icon="more"
        label={intl.formatMessage(text.more)}
        onClick={() => till.setState({ sheet: { kind: 'more' } })}
      />
    </div>
  );
}
