import { FormattedMessage, useIntl } from 'react-intl';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import './pay-bar.css';

const text = defineMessages({
  pay: { id: 'till.pay', defaultMessage: 'Pay {amount}' },
  card: { id: 'till.card', defaultMessage: 'Card' },
  cardHint: { id: 'till.cardHint', defaultMessage: 'reader' },
  cash: { id: 'till.cash', defaultMessage: 'Cash' },
  cashHint: { id: 'till.cashHint', defaultMessage: 'with change' },
  exact: { id: 'till.exact', defaultMessage: 'Exact' },
  exactHint: { id: 'till.exactHint', defaultMessage: 'no change' },
});

interface PayZone {
  readonly id: string;
  readonly icon: IconName;
  readonly label: React.ReactNode;
  readonly hint?: React.ReactNode;
  readonly onPay: () => void;
}

/** The tender is the button: there is no step before it. Can be hit without looking. */
export function PayBar({ amount, zones }: { readonly amount: number; readonly zones: readonly PayZone[] }) {
  const intl = useIntl();
  const money = useMoney();
  return (
    <fieldset className="pay" aria-label={intl.formatMessage(text.pay, { amount: money.spoken(amount) })}>
      {zones.map(({ id, icon, label, hint, onPay }) => (
        <button key={id} type="button" data-pay={id} onClick={onPay}>
          <Icon name={icon} size={30} />
          <span>{label}</span>
          {hint && <small>{hint}</small>}
        </button>
      ))}
    </fieldset>
  );
}

/** The three of the till, in the order the stall is used to. */
export function tillZones(pay: {
  readonly card: () => void;
  readonly cash: () => void;
  readonly exact: () => void;
}): readonly PayZone[] {
  const label = (message: keyof typeof text) => <FormattedMessage {...text[message]} />;
  return [
    { id: 'card', icon: 'card', label: label('card'), hint: label('cardHint'), onPay: pay.card },
    { id: 'cash', icon: 'cash', label: label('cash'), hint: label('cashHint'), onPay: pay.cash },
    { id: 'exact', icon: 'exact', label: label('exact'), hint: label('exactHint'), onPay: pay.exact },
  ];
}
