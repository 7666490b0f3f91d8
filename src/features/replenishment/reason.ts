import type { IntlShape } from 'react-intl';
import type { Because } from '../../domain/replenishment/shapes.ts';
import { defineMessages } from '../../ui/messages.ts';
import { percent } from '../../ui/percent.ts';

const text = defineMessages({
  never: {
    id: 'reorder.never',
    defaultMessage: 'Never on the table yet. Prints like it suggest about {mean}, likely {low} to {high}.',
  },
  all: {
    id: 'reorder.soldOut',
    defaultMessage: 'Sold all {sold} by {clock} after opening, with {toCome} of the visitors still to come.',
  },
  some: { id: 'reorder.sold', defaultMessage: 'Sold {sold} of {of} last time.' },
  expect: { id: 'reorder.expect', defaultMessage: 'Likely {low} to {high} next time, about {mean}.' },
  enough: { id: 'reorder.enough', defaultMessage: 'The {inHand} in hand are enough.' },
  late: { id: 'reorder.late', defaultMessage: 'An order now likely comes too late for it.' },
  early: { id: 'reorder.early', defaultMessage: 'Early: few visitors have seen it.' },
  complete: { id: 'reorder.complete', defaultMessage: 'The edition is then complete.' },
  budget: { id: 'reorder.overBudget', defaultMessage: 'Left out: over the budget.' },
});

/** Why, in the reader's language, with every number that decided. */
export function reasonText(intl: IntlShape, because: Because): string {
  const { last, mean, low, high, inHand, quantity, early, tooLate, editionAfter, overBudget } = because;
  const range = { low, high, mean: intl.formatNumber(mean, { maximumFractionDigits: mean < 2.95 ? 1 : 0 }) };
  const said: string[] = [];
  if (!last) said.push(intl.formatMessage(text.never, range));
  else {
    const { sold, of, soldOutAt, toCome } = last;
    said.push(
      soldOutAt === null
        ? intl.formatMessage(text.some, { sold, of })
        : intl.formatMessage(text.all, {
            sold,
            clock: `${Math.floor(soldOutAt / 60)} h ${String(Math.round(soldOutAt % 60)).padStart(2, '0')}`,
            toCome: percent(intl, toCome, 0),
          }),
      intl.formatMessage(text.expect, range),
    );
  }
  if (overBudget !== null) said.push(intl.formatMessage(text.budget));
  else if (quantity === 0 && mean <= inHand) said.push(intl.formatMessage(text.enough, { inHand }));
  if (quantity > 0 && tooLate > 0.5) said.push(intl.formatMessage(text.late));
  if (quantity > 0 && editionAfter === 0) said.push(intl.formatMessage(text.complete));
  if (early && last) said.push(intl.formatMessage(text.early));
  return said.join(' ');
}
