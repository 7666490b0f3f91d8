import type { IntlShape } from 'react-intl';
import type { CatalogueFileProblem, DialectName, ReadingNotice } from '../../domain/catalogue/import/draft.ts';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  fileEmpty: { id: 'file.empty', defaultMessage: 'This file is empty. Nothing was changed.' },
  fileTooLarge: {
    id: 'file.tooLarge',
    defaultMessage: 'This file has {bytes} MB; up to {limit} MB can be read. Save it in parts.',
  },
  fileIsSpreadsheet: {
    id: 'file.spreadsheet',
    defaultMessage: 'This is a spreadsheet. Open it there, save it as CSV (UTF-8), and choose that file.',
  },
  fileNotText: {
    id: 'file.notText',
    defaultMessage: 'This is not a text file. Save the list as CSV (UTF-8), and choose that file.',
  },
  noRows: {
    id: 'file.noRows',
    defaultMessage: 'This file has column names and no rows below them. Nothing was changed.',
  },
  layoutUnknown: {
    id: 'file.layoutUnknown',
    defaultMessage:
      'These columns are none we know. The nearest is {nearest}; it would also need: {missing}. Found: {columns}.',
  },
  tooManyRows: { id: 'file.tooManyRows', defaultMessage: 'This file has more than {limit} rows. Save it in parts.' },
  columnTwice: {
    id: 'file.columnTwice',
    defaultMessage: 'The column “{column}” is there twice. Take one out, and choose the file again.',
  },
  quoteNotClosed: {
    id: 'file.quote',
    defaultMessage:
      'A quotation mark that opens in line {row} is never closed. Close it there, and choose the file again.',
  },
  importCancelled: { id: 'file.cancelled', defaultMessage: 'Stopped. Nothing was changed.' },
  fileNotRead: {
    id: 'file.notRead',
    defaultMessage: 'This file could not be read to its end. Nothing was changed. Choose it again from where it lies.',
  },
  importCut: {
    id: 'file.cut',
    defaultMessage:
      'The tablet stopped on the way. Either all of it hangs now, or nothing. Choose the same file again: what is here stays as it is.',
  },
  encodingGuessed: {
    id: 'notice.encoding',
    defaultMessage: 'The file is not UTF-8; it was read as {value}. Look at the accents.',
  },
  headerRepeated: { id: 'notice.header', defaultMessage: 'Line {row} repeats the column names; it was skipped.' },
  shortened: { id: 'notice.shortened', defaultMessage: 'Line {row}, {column}: too long, shortened.' },
  pictureLeftOut: {
    id: 'notice.picture',
    defaultMessage: 'Line {row}, {column}: not the address of a picture, left out.',
  },
  optionMoved: { id: 'notice.option', defaultMessage: 'Line {row}, {column}: kept as “{value}”.' },
  onePriceForAll: { id: 'notice.onePrice', defaultMessage: 'Line {row}: one price for all its forms. Look at them.' },
  salePriceLeftOut: {
    id: 'notice.sale',
    defaultMessage: 'Line {row}, {column}: the price on sale ({value}) was left out.',
  },
  leftOut: { id: 'notice.leftOut', defaultMessage: 'Line {row}, {column}: “{value}” was left out.' },
  severalPlaces: {
    id: 'notice.places',
    defaultMessage: 'Line {row}, {column}: counts of several places were added up.',
  },
});

export const dialectNames: Readonly<Record<DialectName, string>> = {
  shopify: 'Shopify',
  'shopify-legacy': 'Shopify (older layout)',
  woocommerce: 'WooCommerce',
  square: 'Square',
  etsy: 'Etsy',
  imago: 'Imago Stall',
};

const MEGABYTE = 1_000_000;

/** Why a whole file cannot be read, and what to do. */
export function fileWords(intl: IntlShape, problem: CatalogueFileProblem): string {
  switch (problem.kind) {
    case 'fileTooLarge':
      return intl.formatMessage(text.fileTooLarge, {
        bytes: Math.ceil(problem.bytes / MEGABYTE),
        limit: Math.floor(problem.limit / MEGABYTE),
      });
    case 'layoutUnknown':
      return intl.formatMessage(text.layoutUnknown, {
        nearest: dialectNames[problem.nearest],
        missing: problem.missing.join(', '),
        columns: shortList(problem.columns),
      });
    case 'tooManyRows':
      return intl.formatMessage(text.tooManyRows, { limit: problem.limit });
    case 'columnTwice':
      return intl.formatMessage(text.columnTwice, { column: problem.column });
    case 'quoteNotClosed':
      return intl.formatMessage(text.quoteNotClosed, { row: problem.row });
    default:
      return intl.formatMessage(text[problem.kind]);
  }
}

/** What was read otherwise than it stands there, without harm. */
export function noticeWords(intl: IntlShape, { kind, row, column, value }: ReadingNotice): string {
  return intl.formatMessage(text[kind], { row, column, value });
}

function shortList(columns: readonly string[]): string {
  const named = columns.filter((column) => column !== '').map((column) => column.slice(0, 40));
  return named.length > 8 ? `${named.slice(0, 8).join(', ')} …` : named.join(', ');
}
