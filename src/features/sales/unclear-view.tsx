import { FormattedMessage } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Paying } from './paying.tsx';
import { useTillState } from './till-context.tsx';
import type { PayBy } from './till-store.ts';
import type { Payment } from './use-payment.ts';
import './unclear-view.css';

const text = defineMessages({
  title: { id: 'pay.unclearTitle', defaultMessage: 'We do not know yet if the card was charged.' },
  titleCode: { id: 'pay.unclearTitleCode', defaultMessage: 'We do not know yet if the code was paid.' },
  safe: { id: 'pay.unclearSafe', defaultMessage: '{amount} is still on the reader. The cart is saved on this tablet.' },
  look: { id: 'pay.unclearLook', defaultMessage: 'Look at the reader. <b>What does it say?</b>' },
  lookPhone: { id: 'pay.unclearLookPhone', defaultMessage: 'Look at the shopper’s phone. <b>What does it say?</b>' },
  paid: { id: 'pay.unclearPaid', defaultMessage: 'Paid, or approved' },
  paidHint: { id: 'pay.unclearPaidHint', defaultMessage: 'Close the sale as paid' },
  declined: { id: 'pay.unclearDeclined', defaultMessage: 'Declined, or cancelled' },
  declinedHint: { id: 'pay.unclearDeclinedHint', defaultMessage: 'Choose another way to pay' },
  cannot: { id: 'pay.unclearCannot', defaultMessage: 'Nothing, or cannot tell' },
  cannotHint: {
    id: 'pay.unclearCannotHint',
    defaultMessage: 'Keep it as unclear and sell on. It stays in the inbox until somebody knows',
  },
  never: { id: 'pay.unclearNever', defaultMessage: 'Do not charge a second time before it is clear.' },
});

const strong = (chunks: React.ReactNode) => <b>{chunks}</b>;

/** The three answers are the three things a person can see. */
export function UnclearView({ instead, payment }: { readonly instead: PayBy; readonly payment: Payment }) {
  const money = useMoney();
  const attempt = useTillState((state) => state.draft.attempt);
  const isCode = attempt?.kind === 'qr';
  return (
    <Paying>
      <span className="unclear-mark">
        <Icon name="alert" />
      </span>
      <h1>
        <FormattedMessage {...(isCode ? text.titleCode : text.title)} />
      </h1>
      <p className="unclear-words">
        <FormattedMessage {...text.safe} values={{ amount: money.text(attempt?.amount ?? payment.due) }} />
      </p>
      <p className="unclear-words">
        <FormattedMessage {...(isCode ? text.lookPhone : text.look)} values={{ b: strong }} />
      </p>
      <div className="answers">
        <Answer icon="check" title="paid" onAnswer={() => payment.answer('succeeded')} />
        <Answer icon="close" title="declined" onAnswer={() => payment.answer('failed', instead)} />
        <Answer icon="none" title="cannot" onAnswer={() => payment.answer('unknown')} />
      </div>
      <p className="q unclear-never">
        <FormattedMessage {...text.never} />
      </p>
    </Paying>
  );
}

function Answer({
  icon,
  title,
  onAnswer,
}: {
  readonly icon: IconName;
  readonly title: 'paid' | 'declined' | 'cannot';
  readonly onAnswer: () => void;
}) {
  return (
    <Button className="answer" icon={icon} onClick={onAnswer}>
      <span>
        <FormattedMessage {...text[title]} />
        <small>
          <FormattedMessage {...text[`${title}Hint`]} />
        </small>
      </span>
    </Button>
  );
}
