import type { DialectName } from '../draft.ts';
import type { Gathering } from '../gather.ts';
import type { Header, Row } from '../row.ts';

/** One known layout. Column names are in small letters. */
export interface Dialect {
  readonly name: DialectName;
  /** All of these make it this layout. */
  readonly needs: readonly string[];
  /** Further columns it reads; none of them may stand there twice. */
  readonly knows: readonly string[];
  begin(header: Header, gathering: Gathering): RowReader;
}

export interface RowReader {
  take(row: Row): void;
  /** Key of the work a damaged row belongs to, as far as it can be told; '' if not. */
  ownerOf(row: Row): string;
  /** After the last row. */
  finish(): void;
}

/** `option1 name`, `option1 value`, … up to three. */
export function optionColumns(name: (n: number) => string, value: (n: number) => string): readonly [string, string][] {
  return [1, 2, 3].map((n) => [name(n), value(n)]);
}
