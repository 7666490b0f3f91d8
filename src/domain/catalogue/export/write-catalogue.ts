import Papa from 'papaparse';
import type { Currency } from '../../money.ts';
import type { CatalogueWork, DialectName } from '../import/draft.ts';
import { imagoSheet } from './imago-sheet.ts';
import type { NumberStyle, Sheet } from './sheet.ts';
import { shopifySheet } from './shopify-sheet.ts';
import { squareSheet } from './square-sheet.ts';
import { woocommerceSheet } from './woocommerce-sheet.ts';

/** Etsy has no way to read its own file back. */
export type WritableDialect = Exclude<DialectName, 'etsy'>;

export interface WritingOptions {
  readonly dialect: WritableDialect;
  readonly currency: Currency;
  /** `semicolon` with a decimal comma, for spreadsheets in such a locale; our own layout only. */
  readonly style?: 'comma' | 'semicolon';
}

/**
 * The catalogue as CSV text, lines ended by CRLF; ours with a byte-order mark, without which Excel garbles accents. Texts
 * a spreadsheet would run have an apostrophe in front. Read back it is the same, in our layout in every field.
 */
export function writeCatalogue(works: readonly CatalogueWork[], options: WritingOptions): string {
  const { dialect, currency } = options;
  const isSemicolon = dialect === 'imago' && options.style === 'semicolon';
  const { columns, rows } = sheetOf(works, dialect, { currency, mark: isSemicolon ? ',' : '.' });
  const data = rows.map((row) => columns.map((column) => row[column] ?? ''));
  const text = Papa.unparse({ fields: [...columns], data }, { newline: '\r\n', delimiter: isSemicolon ? ';' : ',' });
  return `${dialect === 'imago' ? '\uFEFF' : ''}${text}\r\n`;
}

function sheetOf(works: readonly CatalogueWork[], dialect: WritableDialect, style: NumberStyle): Sheet {
  switch (dialect) {
    case 'imago':
      return imagoSheet(works, style);
    case 'shopify':
      return shopifySheet(works, style, 'new');
    case 'shopify-legacy':
      return shopifySheet(works, style, 'legacy');
    case 'woocommerce':
      return woocommerceSheet(works, style);
    case 'square':
      return squareSheet(works, style);
  }
}
