import type { IntlShape } from 'react-intl';
import { wallClock } from '../../domain/time.ts';
import type { CartProblem } from '../../domain/sales/cart.ts';
import type { SaleProblem } from '../../domain/sales/complete-sale.ts';
import type { VoidProblem } from '../../domain/sales/void-sale.ts';
import type { CommitProblem } from '../../store/commit.ts';
import type { Stall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import type { StartProblem } from './start-exchange.ts';

export type TillProblem = CartProblem | SaleProblem | StartProblem | VoidProblem | CommitProblem;

/** A sentence for every problem kind: what happened, what is safe, what to do. A new kind does not compile without one. */
const text = defineMessages<TillProblem['kind']>({
  'already-in-cart': { id: 'problem.alreadyInCart', defaultMessage: 'Copy {number} is already in the cart.' },
  'cart-full': {
    id: 'problem.cartFull',
    defaultMessage: 'One sale holds {most} at most. Take this one to the end and start another.',
  },
  'no-such-number': {
    id: 'problem.noSuchNumber',
    defaultMessage: 'There is no copy {number}: the edition has {size}.',
  },
  'one-of-each-copy': {
    id: 'problem.oneOfEachCopy',
    defaultMessage: 'There is one of each copy. Tap the picture again for the next number.',
  },
  'amount-unusable': { id: 'problem.amountUnusable', defaultMessage: 'This amount cannot be sold. Type another one.' },
  'discount-unusable': {
    id: 'problem.discountUnusable',
    defaultMessage: 'Type how much comes off: more than nothing, at most all of it.',
  },
  'empty-cart': { id: 'problem.emptyCart', defaultMessage: 'Nothing is in the cart yet. Tap a picture to start.' },
  'sale-known': {
    id: 'problem.saleKnown',
    defaultMessage: 'This sale is saved already, from another window of this tablet. Nothing was charged twice.',
  },
  'attempt-open': {
    id: 'problem.attemptOpen',
    defaultMessage: 'An amount is still on the card reader. Say first what it shows.',
  },
  'copy-sold': {
    id: 'problem.copySold',
    defaultMessage:
      '{title}, copy {number}/{size}, was sold{letters, select, none {} other { on tablet {letters}}}{day, select, today {} other { on {day}}} at {time}. Take another number, or say that this one is in your hand.',
  },
  'copy-spoilt': {
    id: 'problem.copySpoilt',
    defaultMessage:
      '{title}, copy {number}, was noted as spoilt. Take another number, or say that this one is in your hand.',
  },
  'number-not-free': {
    id: 'problem.numberNotFree',
    defaultMessage:
      'Copy {number} of {title} is not this tablet’s to write on a print. Take another number, or scan the print if the number is on it.',
  },
  'sale-too-big': {
    id: 'problem.saleTooBig',
    defaultMessage:
      'One sale holds no more than this. The cart stays as it is: take it to the end and put the rest into a second one.',
  },
  'tenders-short': {
    id: 'problem.tendersShort',
    defaultMessage: 'Something is still to pay. The cart stays as it is.',
  },
  'tenders-over': {
    id: 'problem.tendersOver',
    defaultMessage: 'That is more than is to pay. Type it again; the cart stays as it is.',
  },
  'tender-unusable': {
    id: 'problem.tenderUnusable',
    defaultMessage: 'This amount cannot be taken. Type it again; the cart stays as it is.',
  },
  'nothing-chosen': { id: 'problem.nothingChosen', defaultMessage: 'Tap what comes back first.' },
  'no-such-unit': {
    id: 'problem.noSuchUnit',
    defaultMessage: 'This piece is not part of the sale. Open the sale again.',
  },
  'already-voided': {
    id: 'problem.alreadyVoided',
    defaultMessage: 'This sale was undone already. Nothing is to give back.',
  },
  'already-refunded': {
    id: 'problem.alreadyRefunded',
    defaultMessage: 'Something of this sale came back already. Give the rest back as a refund.',
  },
  'unit-already-refunded': {
    id: 'problem.unitRefunded',
    defaultMessage: '{title} came back already, with {receipt}. Nothing was paid twice.',
  },
  'exchange-open': {
    id: 'problem.exchangeOpen',
    defaultMessage:
      'The cart already waits for what came back from {receipt}. Finish it, park it or take that off; nothing has changed.',
  },
  'exchange-too-big': {
    id: 'problem.exchangeTooBig',
    defaultMessage:
      'These are more pieces than one exchange holds; nothing has changed. Exchange fewer at a time, or give them back as a refund and sell the new ones.',
  },
  'cart-being-paid': {
    id: 'problem.cartBeingPaid',
    defaultMessage: 'The cart at the till is being paid. Finish it or park it, then come back to this sale.',
  },
  'void-exchange': {
    id: 'problem.voidExchange',
    defaultMessage: 'Both halves of an exchange stand. Open the sale: its pieces can come back or be exchanged again.',
  },
  'void-too-late': {
    id: 'problem.voidTooLate',
    defaultMessage: 'Ten seconds are over: it is a refund now. Open the sale to give it back.',
  },
  'void-not-cash': {
    id: 'problem.voidNotCash',
    defaultMessage: 'Only a cash sale can be undone. Open the sale to give it back.',
  },
  'storage-full': {
    id: 'problem.storageFull',
    defaultMessage:
      'This tablet is full, also without its large pictures, so nothing was kept just now. The cart is still here and all earlier sales are safe. Take photos or apps off the tablet, then tap again.',
  },
  'storage-closed': {
    id: 'problem.storageClosed',
    defaultMessage:
      'The browser has closed this till’s storage, so nothing was kept just now. The cart is still here and all earlier sales are safe. Tap “Open the till again”, then take the money.',
  },
  'too-large': {
    id: 'problem.tooLarge',
    defaultMessage: 'This sale is too long to keep as one. Move some lines into a second one; the cart stays as it is.',
  },
});

/** Words for what could not be done. Dates and times are written in the zone of the day. */
export function problemText(intl: IntlShape, problem: TillProblem, stall: Known): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  }
  if (problem.kind === 'copy-sold') Object.assign(values, soldWhere(intl, problem, stall));
  return intl.formatMessage(text[problem.kind], values);
}

/** What words take from the stall. */
type Known = Pick<Stall, 'zone' | 'now' | 'device' | 'catalogue'>;

/** Of how many, on which tablet and when: the day only where it is not today, the tablet only where it is known. */
function soldWhere(
  intl: IntlShape,
  { edition, device: soldOn, at }: Extract<TillProblem, { readonly kind: 'copy-sold' }>,
  { zone, now, device, catalogue }: Known,
): Record<string, string | number> {
  const own = soldOn === device.key.device ? device.letters : undefined;
  const letters = own ?? catalogue.tablets.find(({ id }) => id === soldOn)?.letters ?? 'none';
  const { date, time } = wallClock(at, zone);
  const isToday = date === wallClock(now(), zone).date;
  return {
    size: catalogue.works.find((work) => work.edition?.id === edition)?.edition?.size ?? '?',
    letters,
    day: isToday ? 'today' : intl.formatDate(at, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'long' }),
    time: time.slice(0, 5),
  };
}
