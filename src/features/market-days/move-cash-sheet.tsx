import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Money, useMoney } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useOnce } from '../../ui/use-once.ts';
import { moveCash } from './actions.ts';
import { problemWords } from './problem-text.ts';
import '../../ui/cash-count.css';
import './why.css';

const text = defineMessages({
  in: { id: 'cash.in', defaultMessage: 'Pay in' },
  out: { id: 'cash.out', defaultMessage: 'Pay out' },
  what: { id: 'cash.what', defaultMessage: 'What for? The word writes it down.' },
  first: { id: 'cash.first', defaultMessage: 'Type the amount first.' },
  change: { id: 'cash.change', defaultMessage: 'More change' },
  private: { id: 'cash.private', defaultMessage: 'Lent by one of us' },
  food: { id: 'cash.food', defaultMessage: 'Food and drink' },
  fee: { id: 'cash.fee', defaultMessage: 'Stall fee' },
  parking: { id: 'cash.parking', defaultMessage: 'Parking' },
  material: { id: 'cash.material', defaultMessage: 'Bags, tape, paper' },
  bank: { id: 'cash.bank', defaultMessage: 'Taken to the bank' },
  own: { id: 'cash.own', defaultMessage: 'Own words' },
  write: { id: 'cash.write', defaultMessage: 'Write it down' },
  doneIn: { id: 'cash.doneIn', defaultMessage: '{amount} paid in: {reason}.' },
  doneOut: { id: 'cash.doneOut', defaultMessage: '{amount} paid out: {reason}.' },
});

const reasons = {
  in: [text.change, text.private],
  out: [text.food, text.fee, text.parking, text.material, text.bank],
};

/** Cash that comes or goes without a sale: an amount, and the word that writes it down. */
export function MoveCashSheet({ way, onClose }: { readonly way: 'in' | 'out'; readonly onClose: () => void }) {
  const intl = useIntl();
  const stall = useStall();
  const money = useMoney();
  const once = useOnce();
  const [amount, setAmount] = useState(0);
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  const write = (reason: string) => {
    if (amount === 0) setSaid(intl.formatMessage(text.first));
    else void once(() => move(reason));
  };
  const move = async (reason: string) => {
    const written = await moveCash(stall, way, amount, reason);
    if (!written.ok) return setSaid(problemWords(intl, written.problem));
    const done = way === 'in' ? text.doneIn : text.doneOut;
    announce(intl.formatMessage(done, { amount: money.spoken(amount), reason }));
    onClose();
  };
  return (
    <Sheet title={<FormattedMessage {...text[way]} />} onClose={onClose}>
      <p className="cash-sum">
        <FormattedMessage {...text[way]} />
        <b>
          <Money minor={amount} sign />
        </b>
      </p>
      <Keypad
        amount={amount}
        onChange={(next) => {
          setAmount(next);
          setSaid('');
        }}
      />
      <p className={said ? 'said-problem' : 'q'} role={said ? 'alert' : undefined}>
        {said || <FormattedMessage {...text.what} />}
      </p>
      <div className="why">
        {reasons[way].map((reason) => (
          <Button key={reason.id} onClick={() => write(intl.formatMessage(reason))}>
            <FormattedMessage {...reason} />
          </Button>
        ))}
      </div>
      <form
        className="why-words"
        onSubmit={(event) => {
          event.preventDefault();
          write(words.trim());
        }}
      >
        <Field
          label={intl.formatMessage(text.own)}
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.target.value)}
        />
        {words.trim() !== '' && (
          <Button kind="go" type="submit">
            <FormattedMessage {...text.write} />
          </Button>
        )}
      </form>
    </Sheet>
  );
}
