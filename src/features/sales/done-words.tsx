import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import type { DoneSale } from './till-store.ts';

const text = defineMessages({
  giveBack: { id: 'done.giveBack', defaultMessage: 'Give back' },
  toCard: { id: 'done.toCard', defaultMessage: 'Back on the card' },
  paid: { id: 'done.paid', defaultMessage: 'Paid' },
  even: { id: 'done.even', defaultMessage: 'Nothing to pay' },
  given: { id: 'done.given', defaultMessage: '{given} given for {total}, sale {receipt}' },
  sale: { id: 'done.sale', defaultMessage: 'Sale {receipt}' },
  exchange: { id: 'done.exchange', defaultMessage: 'Exchange {receipt}, came back with {back}' },
  unclear: {
    id: 'done.unclear',
    defaultMessage: 'Sale {receipt}, kept as unclear. The sale stands; do not charge again. It waits in the inbox.',
  },
});

/** The amount somebody must act on or wants to see: what goes back, else the change, else what was paid. */
export function doneFigure({ back, change, total }: DoneSale): number {
  return back && back.amount > 0 ? back.amount : change > 0 ? change : total;
}

/** What the amount is. */
export function DoneHeading({ back, change, total }: DoneSale) {
  if (back && back.amount > 0) return <FormattedMessage {...(back.by === 'card' ? text.toCard : text.giveBack)} />;
  if (change > 0) return <FormattedMessage {...text.giveBack} />;
  return <FormattedMessage {...(back && total === 0 ? text.even : text.paid)} />;
}

/** Which sale it was, and how the amount came about. */
export function DoneWords({ receipt, unclear, back, given, change, total }: DoneSale) {
  const money = useMoney();
  if (unclear) return <FormattedMessage {...text.unclear} values={{ receipt }} />;
  if (back) return <FormattedMessage {...text.exchange} values={{ receipt, back: back.receipt }} />;
  if (given === null || change <= 0) return <FormattedMessage {...text.sale} values={{ receipt }} />;
  return <FormattedMessage {...text.given} values={{ given: money.text(given), total: money.text(total), receipt }} />;
}
