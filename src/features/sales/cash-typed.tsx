import { FormattedMessage } from 'react-intl';
import { cashTender } from '../../domain/sales/tenders.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import type { Payment } from './use-payment.ts';
import './cash-typed.css';

const text = defineMessages({
  back: { id: 'pay.givenBack', defaultMessage: '{change} back' },
  given: { id: 'pay.given', defaultMessage: 'Given' },
  short: { id: 'pay.short', defaultMessage: '{missing} missing' },
  take: { id: 'pay.take', defaultMessage: 'Take {given}' },
  takePart: { id: 'pay.takePart', defaultMessage: 'Take {given} now, the rest after' },
});

/** Any other sum handed over; less than is due is a part of a split. */
export function CashTyped({
  payment,
  typed,
  onType,
}: {
  readonly payment: Payment;
  readonly typed: number;
  readonly onType: (typed: number | null) => void;
}) {
  const money = useMoney();
  const { cashDue, due } = payment;
  const enough = typed >= cashDue;
  const take = () => {
    if (enough) payment.cashGiven(typed);
    else if (typed > 0) payment.part(cashTender(due, typed, 1));
  };
  return (
    <div className="typed">
      <div className="typed-sum">
        <span className="q">
          <FormattedMessage {...text.given} />
        </span>
        <b>
          <Money minor={typed} />
        </b>
        <span className="q">
          {enough ? (
            <FormattedMessage {...text.back} values={{ change: money.text(typed - cashDue) }} />
          ) : (
            <FormattedMessage {...text.short} values={{ missing: money.text(cashDue - typed) }} />
          )}
        </span>
      </div>
      <Keypad amount={typed} onChange={onType} onEnter={take} />
      {typed > 0 && (
        <Button kind="go" size="big" onClick={take}>
          <FormattedMessage {...(enough ? text.take : text.takePart)} values={{ given: money.text(typed) }} />
        </Button>
      )}
    </div>
  );
}
