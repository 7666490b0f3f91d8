import type { NumberRuns, RowProblemKind, VariantDraft, WorkDraft, WorkKind } from './draft.ts';
import type { Gathering, RoughVariant, RoughWork, SaidOnce } from './gather.ts';
import { readEditionSize, readNumbers, readQuantity, readTaxRates } from './numbers.ts';
import { readPrice } from './price.ts';
import type { DecimalMark } from '../../amount-text.ts';
import type { Cell } from './row.ts';
import type { Result } from '../../result.ts';

/** The limits of a work's facts (catalogue/facts.ts). */
const SHORT_TEXT = 200;
const LONG_TEXT = 2_000;
const MOST_TAGS = 50;
const MOST_VARIANTS = 300;
const MOST_PICTURES = 20;
const LONGEST_ADDRESS = 500;

/** Reads a work's numbers and checks it as a whole; what is wrong is told to the gathering. */
export function finishWork(gathering: Gathering, work: RoughWork, mark: DecimalMark | null): WorkDraft {
  const said = (what: SaidOnce): Cell => work.said.get(what) ?? { row: work.row, column: '', text: '' };
  const title = said('title');
  if (title.text === '' && !gathering.isBad(work.key)) gathering.problem('titleMissing', title, work.key);
  const key = { row: work.row, column: '', text: work.key };
  for (const cell of [key, title, said('photographer')]) checkLength(gathering, work, cell);
  if (gathering.needsVariants && work.variants.length === 0 && !gathering.isBad(work.key)) {
    gathering.problem('noVariant', key, work.key);
  }
  const kind = said('kind').text;
  const variants = work.variants.map((variant) => finishVariant(gathering, work, variant, mark));
  const editionSize = value(gathering, work, said('editionSize'), readEditionSize(said('editionSize').text), null);
  checkTogether(gathering, work, variants, editionSize);
  return {
    key: work.key,
    row: work.row,
    title: title.text,
    photographer: said('photographer').text,
    kind: isKind(kind) ? kind : null,
    description: cut(gathering, said('description')),
    alt: cut(gathering, said('alt')),
    tags: cutTags(gathering, work),
    editionSize,
    pictures: goodAddresses(gathering, work),
    variants,
  };
}

function finishVariant(
  gathering: Gathering,
  work: RoughWork,
  rough: RoughVariant,
  mark: DecimalMark | null,
): VariantDraft {
  const { row, sku, options, barcode, tax, written } = rough;
  const named = Object.entries(options).map(([column, text]) => ({ row, column, text: String(text) }));
  for (const cell of [sku, barcode, ...named]) checkLength(gathering, work, cell);
  return {
    row,
    sku: sku.text,
    ...options,
    price: value(gathering, work, rough.price, readPrice(rough.price.text, gathering.currency, mark), 0),
    barcode: barcode.text,
    quantity: value(gathering, work, rough.quantity, readQuantity(rough.quantity.text), null),
    taxRates: isCell(tax) ? value(gathering, work, tax, readTaxRates(tax.text), null) : tax,
    written: value(gathering, work, written, readNumbers(written.text), []),
  };
}

/** What only shows when a work's variants are seen together. */
function checkTogether(
  gathering: Gathering,
  work: RoughWork,
  variants: readonly VariantDraft[],
  editionSize: number | null,
): void {
  const forms = new Map<string, number>();
  const numbers = new Map<number, number>();
  if (variants.length > MOST_VARIANTS) {
    const more = { expected: MOST_VARIANTS, found: variants.length };
    gathering.problem('tooManyVariants', { row: work.row, column: '', text: '' }, work.key, more);
  }
  for (const [at, variant] of variants.entries()) {
    const rough = work.variants[at];
    if (!rough) continue;
    const form = JSON.stringify([variant.size, variant.paper, variant.frame]);
    const text = [variant.size, variant.paper, variant.frame].filter((part) => part !== '').join(' · ');
    const firstRow = forms.get(form);
    if (firstRow === undefined) forms.set(form, variant.row);
    else gathering.problem('variantTwice', { row: variant.row, column: '', text }, work.key, { firstRow });
    checkNumbers(gathering, work, rough.written, variant.written, editionSize, numbers);
  }
}

function checkNumbers(
  gathering: Gathering,
  work: RoughWork,
  cell: Cell,
  runs: NumberRuns,
  size: number | null,
  seen: Map<number, number>,
): void {
  if (runs.length === 0) return;
  if (size === null) return gathering.problem('numbersWithoutEdition', cell, work.key);
  if ((runs.at(-1)?.[1] ?? 0) > size)
    return gathering.problem('numberBeyondEdition', cell, work.key, { expected: size });
  for (const [first, last] of runs) {
    for (let number = first; number <= last; number++) {
      const firstRow = seen.get(number);
      if (firstRow !== undefined) return gathering.problem('numberTwice', cell, work.key, { firstRow });
      seen.set(number, cell.row);
    }
  }
}

/** The value read, or `otherwise` and a problem. */
function value<T>(gathering: Gathering, work: RoughWork, cell: Cell, read: Result<T, RowProblemKind>, otherwise: T): T {
  if (read.ok) return read.value;
  gathering.problem(read.problem, cell, work.key);
  return otherwise;
}

function checkLength(gathering: Gathering, work: RoughWork, cell: Cell): void {
  if (cell.text.length <= SHORT_TEXT) return;
  gathering.problem('tooLong', cell, work.key, { expected: SHORT_TEXT, found: cell.text.length });
}

/** A long description is no reason to leave a print out: it is cut, and said. */
function cut(gathering: Gathering, cell: Cell): string {
  if (cell.text.length <= LONG_TEXT) return cell.text;
  gathering.notice('shortened', cell);
  return `${cell.text.slice(0, LONG_TEXT - 1).trimEnd()}…`;
}

function cutTags(gathering: Gathering, work: RoughWork): readonly string[] {
  const tags = [...new Set(work.tags)].filter((tag) => tag.length <= SHORT_TEXT).slice(0, MOST_TAGS);
  if (tags.length < new Set(work.tags).size) gathering.notice('shortened', { row: work.row, column: 'Tags', text: '' });
  return tags;
}

/** Addresses of the web only; what else a file may hold there is never opened. */
function goodAddresses(gathering: Gathering, work: RoughWork): readonly string[] {
  const addresses = [...new Set(work.pictures)];
  const good = addresses
    .filter((address) => /^https?:\/\/\S+$/i.test(address) && address.length <= LONGEST_ADDRESS)
    .slice(0, MOST_PICTURES);
  const left = addresses.find((address) => !good.includes(address));
  if (left !== undefined) gathering.notice('pictureLeftOut', { row: work.row, column: '', text: left });
  return good;
}

function isKind(text: string): text is WorkKind {
  return text === 'print' || text === 'merch';
}

function isCell(tax: RoughVariant['tax']): tax is Cell {
  return tax !== null && 'text' in tax;
}
