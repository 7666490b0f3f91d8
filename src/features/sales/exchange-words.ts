import type { IntlShape } from 'react-intl';
import type { CartExchange } from '../../domain/sales/cart.ts';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  back: { id: 'exchange.back', defaultMessage: 'Back from {receipt}: {titles}' },
  pieces: { id: 'exchange.pieces', defaultMessage: '{count, plural, one {# piece} other {# pieces}}' },
});

/** "Back from A-0043: Salt". More than two are counted. */
export function exchangeWords(intl: IntlShape, { receipt, titles }: CartExchange): string {
  const count = titles.length;
  const written = count > 2 ? intl.formatMessage(text.pieces, { count }) : intl.formatList(titles);
  return intl.formatMessage(text.back, { receipt, titles: written });
}
