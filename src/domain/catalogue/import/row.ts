import { restore } from '../csv-text.ts';
import type { CsvRow } from './csv-rows.ts';
import { tidy } from './plain-text.ts';

/** One field with where it stands. */
export interface Cell {
  readonly row: number;
  /** The file's own column name. */
  readonly column: string;
  /** Tidy text. */
  readonly text: string;
}

/** A row read by column name, whatever the letters' case. A column that is not there is empty. */
export interface Row {
  readonly line: number;
  text(column: string): string;
  cell(column: string): Cell;
}

export interface Header {
  readonly columns: readonly string[];
  /** Position by column name in small letters. */
  readonly places: ReadonlyMap<string, number>;
}

/** The first of columns with the same name counts. */
export function headerOf(fields: readonly string[]): Header {
  const columns = fields.map((field) => tidy(restore(field)).replace(/\s+/g, ' '));
  const places = new Map<string, number>();
  columns.forEach((column, at) => {
    const name = column.toLowerCase();
    if (name !== '' && !places.has(name)) places.set(name, at);
  });
  return { columns, places };
}

/** A line of the file, read by the names of its columns; '' where a column is missing or a line short. */
export function rowOf(header: Header, { line, fields }: CsvRow): Row {
  const text = (column: string): string => textAt(fields, header.places.get(column));
  const cell = (column: string): Cell => {
    const place = header.places.get(column);
    return { row: line, column: place === undefined ? '' : (header.columns[place] ?? ''), text: textAt(fields, place) };
  };
  return { line, text, cell };
}

function textAt(fields: readonly string[], place: number | undefined): string {
  const field = place === undefined ? '' : (fields[place] ?? '');
  if (field === '') return '';
  const text = tidy(field);
  return text.startsWith("'") ? tidy(restore(text)) : text;
}
