import { FormattedMessage } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { BankCodeView } from './bank-code-view.tsx';
import { ReaderAnswers } from './reader-answers.tsx';
import { useTillState } from './till-context.tsx';
import type { Payment } from './use-payment.ts';
import './reader.css';
import './named-tender.css';

const text = defineMessages({
  seen: { id: 'pay.sawItPaid', defaultMessage: 'I saw it paid' },
  notPaid: { id: 'pay.notPaid', defaultMessage: 'Not paid' },
  showCode: { id: 'pay.showCode', defaultMessage: 'Show the code of {name}.' },
  lookAtPhone: { id: 'pay.lookAtPhone', defaultMessage: 'Look at the shopper’s phone until it says paid.' },
  take2: { id: 'pay.takeNamed', defaultMessage: 'Take {amount} as {name}' },
  namedHint: { id: 'pay.namedHint', defaultMessage: 'Keep the slip, or note its number.' },
});

/** A way of paying the lead named: a bank's own code, a voucher. */
export function NamedTender({ payment, name }: { readonly payment: Payment; readonly name: string }) {
  const money = useMoney();
  const { catalogue } = useStall();
  const { kind = 'other', account } = catalogue.collective.tenders.find((tender) => tender.name === name) ?? {};
  const attempt = useTillState((state) => state.draft.attempt);
  const amount = attempt?.amount ?? payment.due;
  if (kind === 'qr') {
    return (
      <>
        {account && attempt ? (
          <BankCodeView account={account} attempt={attempt} />
        ) : (
          <div className="reader">
            <span className="named-mark">
              <Icon name="qr" size={96} />
            </span>
            <div>
              <h2>
                <FormattedMessage {...text.showCode} values={{ name }} />
              </h2>
              <p className="q">
                <FormattedMessage {...text.lookAtPhone} />
              </p>
            </div>
          </div>
        )}
        <ReaderAnswers payment={payment} paid={text.seen} unpaid={text.notPaid} />
      </>
    );
  }
  return (
    <>
      <div className="reader">
        <span className="named-mark">
          <Icon name={kind} size={96} />
        </span>
        <p className="q">
          <FormattedMessage {...text.namedHint} />
        </p>
      </div>
      <Button kind="go" size="big" icon="check" onClick={() => payment.named({ kind, name, amount })}>
        <FormattedMessage {...text.take2} values={{ amount: money.text(amount), name }} />
      </Button>
    </>
  );
}
