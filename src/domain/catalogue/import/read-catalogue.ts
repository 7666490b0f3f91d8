import type { Currency } from '../../money.ts';
import { done, refused, type Result } from '../../result.ts';
import { csvParts, type CsvRow } from './csv-rows.ts';
import { decodeFile } from './decode.ts';
import type { RowReader } from './dialects/dialect.ts';
import type { CatalogueFileProblem, ImportReading } from './draft.ts';
import { finishWork } from './finish-work.ts';
import { Gathering } from './gather.ts';
import { recognise, type Recognised } from './recognise.ts';
import { rowOf, type Header } from './row.ts';

/** More would not fit in a tablet's memory beside the till, nor on any stall. */
export const ROW_LIMIT = 100_000;

interface ReadingProgress {
  /** 0 to 1 of the file. */
  readonly share: number;
  readonly rows: number;
}

export interface ReadingOptions {
  /** The collective's; a price in another one is a problem of its row. */
  readonly currency: Currency;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly isCancelled?: () => boolean;
  /** Awaited between parts. A worker waits for its next message here, or *cancel* would never arrive. */
  readonly pause?: () => Promise<void>;
}

/**
 * Reads a catalogue file of any known layout. Writes nothing: compare the reading with what is here (preview.ts), then
 * accept it. Bad rows are in `problems`, and their works in `setAside`, not in `works`.
 * Refuses the whole file as CatalogueFileProblem says; `importCancelled` when `isCancelled` answers true.
 */
export async function readCatalogue(
  bytes: Uint8Array,
  options: ReadingOptions,
): Promise<Result<ImportReading, CatalogueFileProblem>> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const recognised = recognise(text);
  if (!recognised.ok) return recognised;
  const { dialect, separator } = recognised.value;
  const gathering = new Gathering(options.currency, separator === ';' ? ',' : '.', dialect.name !== 'imago');
  if (encoding === 'windows-1252') gathering.notice('encodingGuessed', { row: 0, column: '', text: encoding });
  const rows = await readRows(text, recognised.value, gathering, options);
  if (!rows.ok) return rows;
  if (rows.value === 0) return refused({ kind: 'noRows' });
  const { works, setAside } = gathering.finish((work, mark) => finishWork(gathering, work, mark));
  const { problems, notices } = gathering;
  const { currency } = options;
  return done({ dialect: dialect.name, currency, separator, works, setAside, problems, notices, rows: rows.value });
}

async function readRows(
  text: string,
  { dialect, separator, header, line }: Recognised,
  gathering: Gathering,
  { onProgress, isCancelled, pause }: ReadingOptions,
): Promise<Result<number, CatalogueFileProblem>> {
  const reader = dialect.begin(header, gathering);
  let rows = 0;
  for (const part of csvParts(text, separator)) {
    if (isCancelled?.() === true) return refused({ kind: 'importCancelled' });
    if (part.openQuote !== undefined) return refused({ kind: 'quoteNotClosed', row: part.openQuote });
    for (const row of part.rows) {
      if (row.line <= line) continue;
      rows += takeRow(row, header, reader, gathering);
    }
    if (rows > ROW_LIMIT) return refused({ kind: 'tooManyRows', limit: ROW_LIMIT });
    onProgress?.({ share: part.share, rows });
    await pause?.();
  }
  reader.finish();
  return done(rows);
}

/** How many rows of goods that was: a header pasted in the middle is none. */
function takeRow(csvRow: CsvRow, header: Header, reader: RowReader, gathering: Gathering): 0 | 1 {
  const row = rowOf(header, csvRow);
  const whole = { row: csvRow.line, column: '', text: csvRow.fields.filter((field) => field !== '').join(' · ') };
  if (isHeaderAgain(csvRow, header)) {
    gathering.notice('headerRepeated', whole);
    return 0;
  }
  const [expected, found] = [header.columns.length, csvRow.fields.length];
  const kind = damageOf(csvRow, expected);
  if (kind === undefined) {
    reader.take(row);
    return 1;
  }
  const owner = reader.ownerOf(row) || gathering.lastKey;
  if (owner !== '') gathering.work(owner, row.line);
  gathering.problem(kind, whole, owner, kind.startsWith('too') ? { expected, found } : {});
  return 1;
}

function damageOf(
  { fields, isMalformed }: CsvRow,
  expected: number,
): 'quotesBroken' | 'tooFewFields' | 'tooManyFields' | 'characterLost' | undefined {
  if (isMalformed) return 'quotesBroken';
  if (fields.length < expected) return 'tooFewFields';
  if (fields.slice(expected).some((field) => field.trim() !== '')) return 'tooManyFields';
  return fields.some((field) => field.includes('\uFFFD')) ? 'characterLost' : undefined;
}

function isHeaderAgain({ fields }: CsvRow, { columns }: Header): boolean {
  return fields.length === columns.length && fields.every((field, at) => field.trim() === columns[at]);
}
