import type { IntlShape } from 'react-intl';
import type { RowProblem } from '../../domain/catalogue/import/draft.ts';
import { defineMessages } from '../../ui/messages.ts';

/** What cannot be taken in a row of a file or a field of a form. */
const text = defineMessages({
  tooFewFields: { id: 'row.tooFew', defaultMessage: 'This row has {found} fields; the first row has {expected}.' },
  tooManyFields: { id: 'row.tooMany', defaultMessage: 'This row has {found} fields; the first row has {expected}.' },
  quotesBroken: { id: 'row.quotes', defaultMessage: 'A quotation mark stands where none may stand.' },
  characterLost: {
    id: 'row.character',
    defaultMessage: 'A letter was lost when this file was saved. Save it as UTF-8.',
  },
  keyMissing: { id: 'row.key', defaultMessage: 'It does not say which print it belongs to.' },
  titleMissing: { id: 'row.title', defaultMessage: 'A title is needed: it is on the label and the receipt.' },
  differs: { id: 'row.differs', defaultMessage: 'It says “{value}”, and line {firstRow} says otherwise.' },
  tooLong: {
    id: 'row.tooLong',
    defaultMessage: 'Too long: {expected, plural, one {# letter} other {# letters}} at most.',
  },
  priceMissing: { id: 'row.priceMissing', defaultMessage: 'A price is needed.' },
  priceUnreadable: { id: 'row.priceUnreadable', defaultMessage: 'This is not a price. Write it like 45 or 45.00.' },
  priceUnclear: {
    id: 'row.priceUnclear',
    defaultMessage: '“{value}” can be read in two ways. Write it with two decimals.',
  },
  priceNegative: { id: 'row.priceNegative', defaultMessage: 'A price cannot be below zero.' },
  priceZero: { id: 'row.priceZero', defaultMessage: 'A price of zero: leave it out until there is one.' },
  priceTooHigh: { id: 'row.priceTooHigh', defaultMessage: 'More than a million: look at the price again.' },
  priceTooManyDecimals: { id: 'row.priceDecimals', defaultMessage: 'More decimals than the currency has.' },
  otherCurrency: { id: 'row.currency', defaultMessage: 'This price is in another currency.' },
  quantityUnreadable: { id: 'row.quantity', defaultMessage: 'Write how many as a whole number.' },
  quantityNegative: { id: 'row.quantityNegative', defaultMessage: 'There cannot be fewer than none.' },
  quantityTooHigh: { id: 'row.quantityHigh', defaultMessage: 'More than a million: look at the number again.' },
  editionUnreadable: { id: 'row.edition', defaultMessage: 'The size of an edition is a whole number from 1 to 5,000.' },
  numbersUnreadable: { id: 'row.numbers', defaultMessage: 'Write the numbers like 1–12, 14.' },
  numbersWithoutEdition: {
    id: 'row.numbersWithout',
    defaultMessage: 'Numbers need an edition: say how many there are in all.',
  },
  numberBeyondEdition: { id: 'row.numberBeyond', defaultMessage: 'A number is larger than the edition.' },
  numberTwice: { id: 'row.numberTwice', defaultMessage: 'A number is named twice. One number is one print.' },
  taxUnreadable: { id: 'row.tax', defaultMessage: 'Write a tax rate like 7 % or 19 %; “none” for none.' },
  skuTwice: { id: 'row.skuTwice', defaultMessage: 'The SKU {value} is in line {firstRow} already.' },
  variantTwice: {
    id: 'row.variantTwice',
    defaultMessage: 'The same size, paper and frame are in line {firstRow} already.',
  },
  tooManyVariants: { id: 'row.variants', defaultMessage: 'More than {expected} forms of one print.' },
  noVariant: { id: 'row.noVariant', defaultMessage: 'Nothing to sell: no row of it has a price.' },
  parentMissing: { id: 'row.parent', defaultMessage: 'It belongs to a row that is not in this file.' },
  skusOfTwoWorks: { id: 'row.twoWorks', defaultMessage: 'Its SKUs belong to two prints that are here: {value}.' },
  workTwice: { id: 'row.workTwice', defaultMessage: '“{value}” is meant in line {firstRow} already.' },
  editionFixed: {
    id: 'row.editionFixed',
    defaultMessage: 'The file says {value}; copies were sold as “of {expected}”, so that stays.',
  },
});

/** One sentence for a row that cannot be taken. */
export function rowWords(intl: IntlShape, problem: RowProblem): string {
  return intl.formatMessage(text[problem.kind], {
    value: problem.value,
    firstRow: problem.firstRow ?? 0,
    expected: problem.expected ?? 0,
    found: problem.found ?? 0,
  });
}
