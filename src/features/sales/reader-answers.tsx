import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import type { Payment } from './use-payment.ts';

const text = defineMessages({
  noAnswer: { id: 'pay.doesNotSay', defaultMessage: 'It does not say' },
});

/** What a person reads off a reader or a phone: paid, not paid, or nothing to go by. */
export function ReaderAnswers({
  payment,
  paid,
  unpaid,
}: {
  readonly payment: Payment;
  readonly paid: MessageDescriptor;
  readonly unpaid: MessageDescriptor;
}) {
  return (
    <>
      <Button kind="go" size="big" icon="check" onClick={() => payment.answer('succeeded')}>
        <FormattedMessage {...paid} />
      </Button>
      <div className="two">
        <Button onClick={() => payment.answer('failed')}>
          <FormattedMessage {...unpaid} />
        </Button>
        <Button onClick={() => payment.unclear('cash')}>
          <FormattedMessage {...text.noAnswer} />
        </Button>
      </div>
    </>
  );
}
