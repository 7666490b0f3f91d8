import Papa from 'papaparse';
import { neutralise } from '../catalogue/csv-text.ts';
import { decimalText, type Minor } from '../money.ts';

/**
 * How numbers and columns are separated. `point`: comma between columns, decimal point. `comma`: semicolon and decimal
 * comma, for spreadsheets in locales that write 1234,50. Both: UTF-8 with byte order mark, CRLF, no grouping.
 */
export type CsvDialect = 'point' | 'comma';

/** A column: texts are kept from being run as formulas; numbers are written from numbers and never touched. */
export type Column<Row> =
  | { readonly name: string; readonly text: (row: Row) => string }
  | { readonly name: string; readonly amount: (row: Row) => Minor | null }
  | { readonly name: string; readonly number: (row: Row) => number | null }
  /** Written with a decimal point by the function, turned into the dialect's. */
  | { readonly name: string; readonly decimal: (row: Row) => string };

/** Rows as CSV text in one of the two dialects. */
export function csvText<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  digits: number,
  dialect: CsvDialect,
): string {
  const separator = dialect === 'comma' ? ',' : '.';
  const cell = (row: Row, column: Column<Row>): string => {
    if ('text' in column) return neutralise(column.text(row));
    if ('decimal' in column) return column.decimal(row).replace('.', separator);
    if ('number' in column) return String(column.number(row) ?? '');
    const amount = column.amount(row);
    return amount === null ? '' : decimalText(amount, digits, separator);
  };
  const table = [columns.map(({ name }) => name), ...rows.map((row) => columns.map((column) => cell(row, column)))];
  const text = Papa.unparse(table, { delimiter: dialect === 'comma' ? ';' : ',', newline: '\r\n' });
  return `\uFEFF${text}\r\n`;
}
