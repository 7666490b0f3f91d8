import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';
import type { Separator } from './draft.ts';

export interface CsvRow {
  /** Line of its first character, as an editor counts. */
  readonly line: number;
  readonly fields: readonly string[];
  /** A quotation mark stands where none may be. */
  readonly isMalformed: boolean;
}

interface CsvPart {
  readonly rows: readonly CsvRow[];
  /** How much of the text has been read, 0 to 1. */
  readonly share: number;
  /** Line of a quotation mark that swallows what follows; the last part then. */
  readonly openQuote: number | undefined;
}

/** Characters a part. About 2,000 rows: some milliseconds of work between two looks at *cancel*. */
const PART = 256 * 1024;
/** No row is longer; more is a quotation mark that nobody closed. */
const LONGEST_ROW = 2 * 1024 * 1024;

/** Reads RFC 4180 text part by part. Line breaks are `\n` (see decode.ts). Blank lines are left out but counted. */
export function* csvParts(text: string, separator: Separator): Generator<CsvPart, void, void> {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n' });
  let [from, to, line] = [0, 0, 1];
  while (from < text.length) {
    to = Math.min(text.length, to + PART);
    const isLast = to === text.length;
    const parsed: ParseResult<string[]> = parser.parse(text.slice(from, to), 0, !isLast);
    const malformed = new Set<number>();
    let isOpen = !isLast && parsed.data.length === 0 && to - from > LONGEST_ROW;
    for (const { code, row } of parsed.errors) {
      if (code === 'MissingQuotes') isOpen = true;
      if (code === 'InvalidQuotes' && row !== undefined) malformed.add(row);
    }
    const rows: CsvRow[] = [];
    let openQuote: number | undefined;
    for (const [at, fields] of parsed.data.entries()) {
      const breaks = countBreaks(fields);
      const isMalformed = malformed.has(at);
      if (isMalformed && breaks > 0) openQuote ??= line;
      if (fields.some((field) => field.trim() !== '')) rows.push({ line, fields, isMalformed });
      line += 1 + breaks;
    }
    if (isOpen) openQuote ??= rows.at(-1)?.line ?? line;
    yield { rows, share: to / text.length, openQuote };
    if (openQuote !== undefined) return;
    from = isLast ? to : from + parsed.meta.cursor;
  }
}

function countBreaks(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}
