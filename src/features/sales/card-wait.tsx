import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { ReaderAnswers } from './reader-answers.tsx';
import { ReaderDrawing } from './reader-drawing.tsx';
import type { Payment } from './use-payment.ts';
import './reader.css';

const text = defineMessages({
  onReader: { id: 'pay.onReader', defaultMessage: 'The amount is on the reader.' },
  hold: { id: 'pay.holdCard', defaultMessage: 'Hold the card to it, then read its screen.' },
  approved: { id: 'pay.approved', defaultMessage: 'Approved' },
  declined: { id: 'pay.declined', defaultMessage: 'Declined' },
});

/** The amount is on the reader: a person reads off it what became of it. */
export function CardWait({ payment, amount }: { readonly payment: Payment; readonly amount: number }) {
  const money = useMoney();
  return (
    <>
      <div className="reader">
        <ReaderDrawing amount={money.text(amount)} />
        <div>
          <h2>
            <FormattedMessage {...text.onReader} />
          </h2>
          <p className="q">
            <FormattedMessage {...text.hold} />
          </p>
        </div>
      </div>
      <ReaderAnswers payment={payment} paid={text.approved} unpaid={text.declined} />
    </>
  );
}
