import type { IntlShape } from 'react-intl';
import { reasonsOf, reasonTexts } from '../../domain/replenishment/sentence.ts';
import type { Because } from '../../domain/replenishment/shapes.ts';

/**
 * Why, in the reader's language, with every number that decided: the rule's own sentence, not cut short.
 * @param chosen what a person orders instead, beside their number: the sentence then names no quantity of its own
 */
export function reasonText(intl: IntlShape, because: Because, chosen: number | null = null): string {
  const { editionAfter, quantity } = because;
  const as = chosen === null || editionAfter === null ? editionAfter : editionAfter + quantity - chosen;
  const number = (value: number, decimals: number) =>
    intl.formatNumber(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const left = new Set(chosen === null ? [] : ['print', 'printFirst', ...(chosen === 0 ? ['complete', 'remain'] : [])]);
  return reasonsOf({ ...because, editionAfter: as }, number)
    .filter(({ key }) => !left.has(key))
    .map(({ key, values, end }) => intl.formatMessage(reasonTexts[key], values) + end)
    .join(' ');
}
