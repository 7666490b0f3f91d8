import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { attended } from '../../store/out-on-reader.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';
import { CardWait } from './card-wait.tsx';
import { CashNotes } from './cash-notes.tsx';
import { NamedTender } from './named-tender.tsx';
import { Paying } from './paying.tsx';
import { SplitPart } from './split-part.tsx';
import { TenderTabs } from './tender-tabs.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { PayBy } from './till-store.ts';
import type { Payment } from './use-payment.ts';
import './trouble.css';

const text = defineMessages({
  payment: { id: 'pay.title', defaultMessage: 'Payment' },
  toPay: { id: 'pay.toPay', defaultMessage: 'To pay' },
  still: { id: 'pay.stillToPay', defaultMessage: 'Still to pay' },
  toWall: { id: 'pay.backToWall', defaultMessage: 'Back to the wall' },
  park: { id: 'pay.park', defaultMessage: 'Park' },
});

/** Taking the money, one way at a time. */
export function PaymentView({ by, payment }: { readonly by: PayBy; readonly payment: Payment }) {
  const intl = useIntl();
  const { till } = useTill();
  const parts = useTillState((state) => state.draft.parts);
  const trouble = useTillState((state) => state.trouble);
  const attempt = useTillState((state) => state.draft.attempt);
  const out = attempt?.id ?? null;
  useEffect(() => {
    attended.setState({ attempt: out });
    return () => attended.setState({ attempt: null });
  }, [out]);
  const due = by === 'cash' ? payment.cashDue : (attempt?.amount ?? payment.due);
  return (
    <Paying label={intl.formatMessage(text.payment)}>
      <TenderTabs by={by} payment={payment} />
      <div className="due">
        <span className="q">
          <FormattedMessage {...(parts.length > 0 ? text.still : text.toPay)} />
        </span>
        <span className="due-amount">
          <Money minor={due} sign />
        </span>
      </div>
      {trouble && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      {by === 'cash' && <CashNotes payment={payment} />}
      {by === 'card' && <CardWait payment={payment} amount={due} />}
      {by === 'split' && <SplitPart payment={payment} />}
      {by.startsWith('named:') && <NamedTender payment={payment} name={by.slice(6)} />}
      <div className="panel-foot">
        <Button kind="quiet" icon="back" onClick={payment.back}>
          <FormattedMessage {...text.toWall} />
        </Button>
        <Button kind="quiet" onClick={() => till.setState({ sheet: { kind: 'park' } })}>
          <FormattedMessage {...text.park} />
        </Button>
      </div>
    </Paying>
  );
}
