import { FormattedMessage } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { usePicture } from '../../store/pictures.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { PillSlot } from '../../ui/page.tsx';
import { DoneHeading, doneFigure } from './done-words.tsx';
import { ReceiptCode, useUndoable } from './done-column.tsx';
import { useTill } from './till-context.tsx';
import type { DoneSale } from './till-store.ts';
import type { Payment } from './use-payment.ts';
import './turned-view.css';

const text = defineMessages({
  sale: { id: 'done.turnedSale', defaultMessage: 'Sale {receipt}' },
  given: { id: 'done.turnedGiven', defaultMessage: '{given} given for {total}' },
  next: { id: 'done.turnedNext', defaultMessage: 'Next sale' },
  undo: { id: 'done.turnedUndo', defaultMessage: 'Undo sale' },
  noReceipt: { id: 'done.noReceipt', defaultMessage: 'No receipt? Just go on: it stays in the sales list.' },
});

/** The same for the shopper's eyes, by choice: turn the tablet round. */
export function TurnedView({ done, payment }: { readonly done: DoneSale; readonly payment: Payment }) {
  const money = useMoney();
  const { till } = useTill();
  const canUndo = useUndoable(done);
  return (
    <main className="turned">
      <div className="turned-top">
        <span className="q">
          <FormattedMessage {...text.sale} values={{ receipt: done.receipt }} />
        </span>
        <PillSlot />
      </div>
      <section>
        <p className="turned-word">
          <DoneHeading {...done} />
        </p>
        <p className="turned-figure">
          <Money minor={doneFigure(done)} sign />
        </p>
        {done.given !== null && done.change > 0 && (
          <p className="q">
            <FormattedMessage
              {...text.given}
              values={{ given: money.text(done.given), total: money.text(done.total) }}
            />
          </p>
        )}
      </section>
      <section className="turned-receipt">
        <ReceiptCode done={done} size={280} />
        <p className="q">
          <FormattedMessage {...text.noReceipt} />
        </p>
      </section>
      <div className="turned-foot">
        {done.works.slice(0, 6).map((work, at) => (
          // The same work may be there twice.
          // oxlint-disable-next-line react/no-array-index-key
          <Thumb key={`${work}${at}`} work={work} />
        ))}
        <span className="sp" />
        {canUndo && (
          <Button
            kind="text"
            icon="undo"
            onClick={() => {
              till.setState({ view: { kind: 'wall' } });
              void payment.undoSale(done);
            }}
          >
            <FormattedMessage {...text.undo} />
          </Button>
        )}
        <Button
          kind="go"
          className="turned-next"
          iconAfter="forward"
          onClick={() => till.setState({ done: null, view: { kind: 'wall' } })}
        >
          <FormattedMessage {...text.next} />
        </Button>
      </div>
    </main>
  );
}

function Thumb({ work }: { readonly work: string }) {
  const { catalogue } = useStall();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  return url ? <img src={url} alt="" /> : null;
}
