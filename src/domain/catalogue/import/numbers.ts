import { done, refused, type Result } from '../../result.ts';
import type { NumberRuns, RowProblemKind } from './draft.ts';

/** As many as an edition may have. */
const LARGEST_EDITION = 5_000;
const LARGEST_QUANTITY = 1_000_000;
/** As many runs as one fact may hold (editions/facts.ts), and the letters they can take. */
const MOST_RUNS = 500;
const LONGEST = 6_000;

/** A count of pieces; null where the file says nothing. `21.0` is 21; a fraction is unreadable. */
export function readQuantity(text: string): Result<number | null, RowProblemKind> {
  if (text === '') return done(null);
  const found = /^([-−]?)(\d+)(?:[.,]0+)?$/.exec(text.replace(/(\d)\s(?=\d{3}(?!\d))/g, '$1'));
  if (!found) return refused('quantityUnreadable');
  const quantity = Number(found[2]);
  if (found[1] !== '' && quantity > 0) return refused('quantityNegative');
  return quantity > LARGEST_QUANTITY ? refused('quantityTooHigh') : done(quantity);
}

/** Size of an edition, 1 to 5,000; null where the file says nothing. */
export function readEditionSize(text: string): Result<number | null, RowProblemKind> {
  if (text === '') return done(null);
  const size = /^\d{1,5}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  return size >= 1 && size <= LARGEST_EDITION ? done(size) : refused('editionUnreadable');
}

/** `No. 1–12, 15`, `1-12; 15` or `1 to 12` as merged, ascending runs. A number named twice is `numberTwice`. */
export function readNumbers(text: string): Result<NumberRuns, RowProblemKind> {
  const list = text.replace(/^no\.?\s*/i, '').trim();
  if (list === '') return done([]);
  if (list.length > LONGEST) return refused('numbersUnreadable');
  const runs: NumberRuns = [];
  for (const part of list.split(/\s*[,;]\s*/)) {
    const found = /^(\d{1,5})(?:\s*(?:-|–|to|\.\.)\s*(\d{1,5}))?$/i.exec(part);
    const first = Number(found?.[1] ?? 0);
    const last = Number(found?.[2] ?? first);
    if (first < 1 || last < first) return refused('numbersUnreadable');
    runs.push([first, last]);
  }
  runs.sort((a, b) => a[0] - b[0]);
  const isTwice = runs.some(([first], at) => first <= (runs[at - 1]?.[1] ?? 0));
  if (isTwice) return refused('numberTwice');
  const found = merged(runs);
  return found.length > MOST_RUNS ? refused('numbersUnreadable') : done(found);
}

/** The text `readNumbers` reads. The words in front keep a spreadsheet from making a date of `1-12`. */
export function writeNumbers(runs: NumberRuns): string {
  if (runs.length === 0) return '';
  return `No. ${runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')}`;
}

/** Runs that follow each other become one. Takes ascending runs without overlap. */
export function merged(runs: NumberRuns): NumberRuns {
  const result: NumberRuns = [];
  for (const [first, last] of runs) {
    const before = result.at(-1);
    if (before?.[1] === first - 1) before[1] = last;
    else result.push([first, last]);
  }
  return result;
}

/** `7%`, `7 % 2.5 %` or `none` as millionths; null where the file says nothing. */
export function readTaxRates(text: string): Result<number[] | null, RowProblemKind> {
  if (text === '') return done(null);
  if (/^none$/i.test(text)) return done([]);
  if (text.length > 100) return refused('taxUnreadable');
  const rates: number[] = [];
  for (const part of text.replace(/\s+%/g, '%').split(/[\s;]+/)) {
    const found = /^(\d{1,3})(?:[.,](\d{1,4}))?%$/.exec(part);
    const rate = found ? Number(found[1]) * 10_000 + Number((found[2] ?? '').padEnd(4, '0')) : -1;
    if (rate < 0 || rate > 1_000_000) return refused('taxUnreadable');
    rates.push(rate);
  }
  return rates.length <= 5 ? done(rates) : refused('taxUnreadable');
}

/** The text `readTaxRates` reads. */
export function writeTaxRates(rates: readonly number[] | null, mark: '.' | ','): string {
  if (rates === null) return '';
  return rates.length === 0 ? 'none' : rates.map((rate) => writePercent(rate, mark)).join(' ');
}

/** Millionths as `7%`, `8.875%`. */
export function writePercent(rate: number, mark: '.' | ','): string {
  const decimals = String(rate % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${Math.floor(rate / 10_000)}${decimals && mark}${decimals}%`;
}
