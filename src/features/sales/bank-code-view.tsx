import { FormattedMessage, useIntl } from 'react-intl';
import { bankCode, type BankAccount } from '../../domain/payments/bank-code.ts';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import type { OpenAttempt } from './till-store.ts';
import './bank-code-view.css';

const text = defineMessages({
  label: { id: 'pay.bankCode', defaultMessage: 'Code that a banking app pays {amount} with' },
  scan: { id: 'pay.bankScan', defaultMessage: 'Scan with a banking app.' },
  inside: { id: 'pay.bankInside', defaultMessage: 'Amount and reference {reference} are inside.' },
  byHand: { id: 'pay.bankByHand', defaultMessage: 'By hand: {holder}, {iban}' },
});

/** The bank's own code, with amount and reference; nothing when the account or the currency has none. */
export function BankCodeView({
  account,
  attempt: { amount, reference = '' },
}: {
  readonly account: BankAccount;
  readonly attempt: OpenAttempt;
}) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue } = useStall();
  const code = bankCode(account, amount, money.currency, `${catalogue.collective.name} ${reference}`);
  if (!code) return null;
  return (
    <div className="bank-code">
      <QrCode content={code} label={intl.formatMessage(text.label, { amount: money.text(amount) })} />
      <div>
        <h2>
          <FormattedMessage {...text.scan} />
        </h2>
        <p className="q">
          <FormattedMessage {...text.inside} values={{ reference: <b>{reference}</b> }} />
        </p>
        <p className="q note">
          <FormattedMessage
            {...text.byHand}
            values={{ holder: account.holder, iban: account.iban.replaceAll(/(.{4})(?=.)/g, '$1 ') }}
          />
        </p>
      </div>
    </div>
  );
}
