import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Discount } from '../../domain/sales/facts.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { percent } from '../../ui/percent.ts';
import { Segmented } from '../../ui/segmented.tsx';
import './typed-amount.css';
import './discount-form.css';

const text = defineMessages({
  percent: { id: 'till.percent', defaultMessage: 'Percent' },
  money: { id: 'till.discountMoney', defaultMessage: 'Amount' },
  kind: { id: 'till.discountKind', defaultMessage: 'How much comes off' },
  takeOff: { id: 'till.takeOff', defaultMessage: 'Take {amount} off' },
  none: { id: 'till.noDiscount', defaultMessage: 'No discount' },
  given: { id: 'till.discountGiven', defaultMessage: 'Discount {amount}' },
});

/** How much comes off, by percent or amount: three at a tap, any other by keypad. */
export function DiscountForm({
  held,
  onGive,
}: {
  readonly held: Discount | undefined;
  readonly onGive: (discount: Discount | null, words: string) => void;
}) {
  const intl = useIntl();
  const money = useMoney();
  const [kind, setKind] = useState<Discount['kind']>(held?.kind ?? 'percent');
  const [value, setValue] = useState(0);
  const written = (value: number) => (kind === 'amount' ? money.text(value) : percent(intl, value / 10_000));
  const give = (value: number) => onGive({ kind, value }, intl.formatMessage(text.given, { amount: written(value) }));
  const quick = kind === 'percent' ? [500, 1_000, 2_000] : [1, 5, 10].map((whole) => whole * 10 ** money.digits);
  return (
    <>
      <Segmented
        label={intl.formatMessage(text.kind)}
        chosen={kind}
        onChoose={(next) => {
          setKind(next);
          setValue(0);
        }}
        segments={[
          { id: 'percent', label: intl.formatMessage(text.percent) },
          { id: 'amount', label: intl.formatMessage(text.money) },
        ]}
      />
      <div className="quick">
        {quick.map((each) => (
          <Button key={each} onClick={() => give(each)}>
            {kind === 'percent' ? written(each) : money.short(each)}
          </Button>
        ))}
      </div>
      <p className="typed-amount">{written(value)}</p>
      <Keypad
        amount={value}
        onChange={(next) => setValue(kind === 'percent' ? Math.min(next, 10_000) : next)}
        onEnter={() => value > 0 && give(value)}
      />
      {value > 0 && (
        <Button kind="go" size="big" onClick={() => give(value)}>
          <FormattedMessage {...text.takeOff} values={{ amount: written(value) }} />
        </Button>
      )}
      {held && (
        <Button kind="text" onClick={() => onGive(null, '')}>
          <FormattedMessage {...text.none} />
        </Button>
      )}
    </>
  );
}
