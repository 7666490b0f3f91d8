import { FormattedMessage } from 'react-intl';
import type { Exception } from '../../store/exceptions.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { settlePayment, type NotKept } from './actions.ts';
import { CardFrame } from './card-frame.tsx';
import { useWords } from './use-words.ts';
import { rich } from '../../ui/rich.tsx';

const text = defineMessages({
  unclear: { id: 'inbox.payTitle', defaultMessage: 'We do not know yet if the card was charged: {amount}.' },
  code: { id: 'inbox.payCodeTitle', defaultMessage: 'We do not know yet if the bank code was paid: {amount}.' },
  safe: {
    id: 'inbox.paySafe',
    defaultMessage:
      'Sale {receipt} of {date}, {time}, stands. Do not charge again: look in the reader’s list, or at the account. <b>What does it say?</b>',
  },
  noSale: {
    id: 'inbox.payNoSale',
    defaultMessage:
      'On {date}, {time}, it was on the reader, and no sale was made of it. Look in the reader’s list, or at the account. <b>What does it say?</b>',
  },
  paid: { id: 'inbox.paid', defaultMessage: 'Paid' },
  notPaid: { id: 'inbox.notPaid', defaultMessage: 'Not paid' },
  surplus: { id: 'inbox.surplusTitle', defaultMessage: '{amount} came in for nothing.' },
  surplusSafe: {
    id: 'inbox.surplusSafe',
    defaultMessage:
      'On {date}, {time}, the card was charged, but the sale was paid another way or never made. The money is the shopper’s. <b>Give it back on the reader.</b>',
  },
  givenBack: { id: 'inbox.givenBack', defaultMessage: 'It was given back' },
});

type Payment = Extract<Exception, { kind: 'payment-unclear' | 'payment-surplus' }>;

export function PaymentCard({
  card,
  onKeep,
}: {
  readonly card: Payment;
  readonly onKeep: (writing: Promise<NotKept>) => void;
}) {
  const stall = useStall();
  const money = useMoney();
  const words = useWords();
  const { attempt, day } = card;
  const answer = (outcome: 'succeeded' | 'failed' | 'reversed') => onKeep(settlePayment(stall, day, attempt, outcome));
  const values = {
    amount: money.text(attempt.amount),
    date: words.date(attempt.handedOffAt),
    time: words.time(attempt.handedOffAt),
    receipt: card.kind === 'payment-unclear' ? card.receipt : '',
    ...rich,
  };
  if (card.kind === 'payment-surplus') {
    return (
      <CardFrame
        title={<FormattedMessage {...text.surplus} values={values} />}
        safe={<FormattedMessage {...text.surplusSafe} values={values} />}
      >
        <div className="inbox-choices">
          <Button onClick={() => answer('reversed')}>
            <FormattedMessage {...text.givenBack} />
          </Button>
        </div>
      </CardFrame>
    );
  }
  return (
    <CardFrame
      title={<FormattedMessage {...(attempt.provider === 'bank-qr' ? text.code : text.unclear)} values={values} />}
      safe={<FormattedMessage {...(card.receipt ? text.safe : text.noSale)} values={values} />}
    >
      <div className="inbox-choices">
        <Button icon="check" onClick={() => answer('succeeded')}>
          <FormattedMessage {...text.paid} />
        </Button>
        <Button icon="none" onClick={() => answer('failed')}>
          <FormattedMessage {...text.notPaid} />
        </Button>
      </div>
    </CardFrame>
  );
}
