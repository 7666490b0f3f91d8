import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { PillSlot } from '../../ui/page.tsx';
import { UNDO_MS } from '../../ui/undo-bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { DoneHeading, DoneWords, doneFigure } from './done-words.tsx';
import { useTill } from './till-context.tsx';
import type { DoneSale } from './till-store.ts';
import type { Payment } from './use-payment.ts';
import './cart-column.css';
import './cart-more.css';
import './done-column.css';

const text = defineMessages({
  done: { id: 'done.done', defaultMessage: 'Sale done' },
  receipt: { id: 'done.receipt', defaultMessage: 'Receipt' },
  holds: { id: 'done.receiptHolds', defaultMessage: 'stories and the reprint link' },
  holdsCopy: {
    id: 'done.receiptHoldsCopy',
    defaultMessage: 'stories, certificate of copy {copies} and the reprint link',
  },
  code: { id: 'done.code', defaultMessage: 'Code that opens the receipt of sale {receipt}' },
  noHub: {
    id: 'done.noHub',
    defaultMessage: 'On paper, or on this screen: no address is set yet that a shopper’s phone could open.',
  },
  show: { id: 'done.show', defaultMessage: 'Show' },
  print: { id: 'done.print', defaultMessage: 'Print' },
  next: { id: 'done.next', defaultMessage: 'Next sale' },
  nextHint: { id: 'done.nextHint', defaultMessage: 'or tap a picture, or scan' },
  undo: { id: 'done.undo', defaultMessage: 'Undo sale' },
  turn: { id: 'done.turn', defaultMessage: 'Turn for the shopper' },
});

/** The sale is made. The wall is back already: the next tap or scan starts the next one by itself. */
export function DoneColumn({ done, payment }: { readonly done: DoneSale; readonly payment: Payment }) {
  const intl = useIntl();
  const { till } = useTill();
  const [, go] = useLocation();
  const next = useRef<HTMLButtonElement>(null);
  const canUndo = useUndoable(done);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  return (
    <aside className="cart done" aria-label={intl.formatMessage(text.done)}>
      <div className="cart-top">
        <PillSlot />
      </div>
      <div className="change">
        <p>
          <DoneHeading {...done} />
        </p>
        <Figure minor={doneFigure(done)} />
        <p className="q">
          <DoneWords {...done} />
        </p>
      </div>
      <ReceiptCode done={done} size={204} />
      <div className="receipt-buttons">
        <Button icon="file" onClick={() => go(`/sales/${done.sale}/receipt`)}>
          <FormattedMessage {...text.show} />
        </Button>
        <Button icon="print" onClick={() => go(`/sales/${done.sale}/receipt?print`)}>
          <FormattedMessage {...text.print} />
        </Button>
      </div>
      <div className="pay next">
        <button type="button" ref={next} onClick={() => till.setState({ done: null })}>
          <span>
            <FormattedMessage {...text.next} />
          </span>
          <small>
            <FormattedMessage {...text.nextHint} />
          </small>
        </button>
      </div>
      <div className="more two">
        {canUndo && (
          <button type="button" onClick={() => void payment.undoSale(done)}>
            <Icon name="undo" />
            <FormattedMessage {...text.undo} />
          </button>
        )}
        <button type="button" onClick={() => till.setState({ view: { kind: 'turned' } })}>
          <FormattedMessage {...text.turn} />
        </button>
      </div>
    </aside>
  );
}

/** The change, as large as the column allows. */
function Figure({ minor }: { readonly minor: number }) {
  const money = useMoney();
  const length = money.text(minor).length;
  return (
    <p className={length > 7 ? 'figure small' : length > 5 ? 'figure middle' : 'figure'}>
      <Money minor={minor} sign />
    </p>
  );
}

/** The receipt's address as a code, once there is a hub to answer it. */
export function ReceiptCode({ done, size }: { readonly done: DoneSale; readonly size: number }) {
  const intl = useIntl();
  const { publicUrl } = useStall();
  const copies = done.copies.join(', ');
  return (
    <div className="receipt-code">
      {publicUrl && (
        <span className="code-frame">
          <QrCode
            content={`${publicUrl}/r/${done.secret}`}
            label={intl.formatMessage(text.code, { receipt: done.receipt })}
            size={size}
          />
        </span>
      )}
      <div>
        <b>
          <FormattedMessage {...text.receipt} />
        </b>
        <p className="q">
          {publicUrl ? (
            <FormattedMessage {...(copies ? text.holdsCopy : text.holds)} values={{ copies }} />
          ) : (
            <FormattedMessage {...text.noHub} />
          )}
        </p>
      </div>
    </div>
  );
}

/** Ten seconds, and cash only; later it is a refund. An exchange is not undone: what came back may be sold by now. */
export function useUndoable(done: DoneSale): boolean {
  const { now } = useStall();
  const [open, setOpen] = useState(true);
  useEffect(() => {
    const left = done.at + UNDO_MS - now();
    const timer = setTimeout(() => setOpen(false), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [done.at, now]);
  return open && !done.back && done.tenders.every((tender) => tender.kind === 'cash');
}
