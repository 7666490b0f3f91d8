import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { noteSuggestions } from '../../domain/sales/currency.ts';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { CashTyped } from './cash-typed.tsx';
import type { Payment } from './use-payment.ts';
import './cash-notes.css';

const text = defineMessages({
  exact: { id: 'pay.exact', defaultMessage: 'Exact' },
  back: { id: 'pay.givenBack', defaultMessage: '{change} back' },
  other: { id: 'pay.otherAmount', defaultMessage: 'Other amount' },
});

/** Exact, the sums people really hand over, and any other by keypad. */
export function CashNotes({ payment }: { readonly payment: Payment }) {
  const money = useMoney();
  const [typed, setTyped] = useState<number | null>(null);
  if (typed !== null) return <CashTyped payment={payment} typed={typed} onType={setTyped} />;
  const { cashDue } = payment;
  return (
    <div className="notes">
      <button type="button" className="note-button exact" onClick={() => payment.cashGiven(null)}>
        <b>
          <Money minor={cashDue} />
        </b>
        <span>
          <FormattedMessage {...text.exact} />
        </span>
      </button>
      {noteSuggestions(cashDue, money.currency).map((given) => (
        <button key={given} type="button" className="note-button" onClick={() => payment.cashGiven(given)}>
          <b>
            <Money minor={given} short />
          </b>
          <span>
            <FormattedMessage {...text.back} values={{ change: money.text(given - cashDue) }} />
          </span>
        </button>
      ))}
      <button type="button" className="note-button other" onClick={() => setTyped(0)}>
        <FormattedMessage {...text.other} />
      </button>
    </div>
  );
}
