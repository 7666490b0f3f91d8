import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { customGoods } from '../../domain/sales/goods.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { SheetProps } from './sheet-props.ts';
import './typed-amount.css';

const text = defineMessages({
  amount: { id: 'till.sheetAmount', defaultMessage: 'An amount' },
  what: { id: 'till.amountWhat', defaultMessage: 'What for' },
  whatDefault: { id: 'till.amountDefault', defaultMessage: 'Amount' },
  whose: { id: 'till.amountWhose', defaultMessage: 'Whose' },
  collective: { id: 'till.amountCollective', defaultMessage: 'The collective' },
  add: { id: 'till.amountAdd', defaultMessage: 'Add {amount}' },
});

/** Something that has no price on the wall: an amount, what for, and whose it is. */
export function AmountSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue } = useStall();
  const [amount, setAmount] = useState(0);
  const [what, setWhat] = useState('');
  const [photographer, setPhotographer] = useState('');
  const add = () => {
    if (amount <= 0) return;
    const terms = catalogue.photographerById.get(photographer)?.terms ?? '';
    cart.addGoods(
      customGoods(what || intl.formatMessage(text.whatDefault), amount, { photographer, terms, taxRates: [] }),
    );
    onClose();
  };
  const people = catalogue.photographers.filter((each) => !each.retired);
  return (
    <Sheet title={<FormattedMessage {...text.amount} />} onClose={onClose}>
      <p className="typed-amount">
        <Money minor={amount} sign />
      </p>
      <Keypad amount={amount} onChange={setAmount} onEnter={add} />
      <Field
        label={intl.formatMessage(text.what)}
        value={what}
        maxLength={120}
        onChange={(event) => setWhat(event.target.value)}
      />
      {people.length > 0 && (
        <Select
          label={intl.formatMessage(text.whose)}
          value={photographer}
          onChoose={setPhotographer}
          choices={[
            { id: '', label: catalogue.collective.name || intl.formatMessage(text.collective) },
            ...people.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      )}
      {amount > 0 && (
        <Button kind="go" size="big" onClick={add}>
          <FormattedMessage {...text.add} values={{ amount: money.text(amount) }} />
        </Button>
      )}
    </Sheet>
  );
}
