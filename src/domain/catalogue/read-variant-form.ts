import { numbersIn } from '../editions/copies.ts';
import type { Minor } from '../money.ts';
import { oneLine } from '../one-line.ts';
import type { VariantId } from '../parts.ts';
import type { VariantFields } from './facts.ts';
import { foldText } from './fold-text.ts';
import type { NumberRuns, RowProblemKind } from './import/draft.ts';
import { merged, readNumbers, readQuantity, readTaxRates } from './import/numbers.ts';
import { readPrice } from './import/price.ts';
import { freeSku, suggestSku } from './suggest-sku.ts';
import type { FormProblem, VariantField, VariantForm, WorkForm, WorkFormContext } from './work-form.ts';

export type Say = (problem: FormProblem) => void;

/** A row of the form that could be read. */
export interface ReadVariant {
  readonly id: VariantId | null;
  readonly fields: VariantFields;
  /** Numbers on paper that no copy is known to have yet. */
  readonly newlyWritten: NumberRuns;
  /** What the count at the place says; null: not counted anew. */
  readonly count: number | null;
}

/** What the rows before have taken already. */
interface Seen {
  readonly skus: Set<string>;
  readonly forms: Set<string>;
  readonly numbers: Set<number>;
}

/** One row; `say` is told of every field that cannot be taken, and what is returned then is not used. */
export function readVariant(
  variant: VariantForm,
  at: number,
  form: WorkForm,
  editionSize: number | null,
  context: WorkFormContext,
  seen: Seen,
  say: Say,
): ReadVariant {
  const problem = (field: VariantField, kind: FormProblem['kind'], detail?: string) =>
    say({ variant: at, field, kind, ...(detail === undefined ? {} : { detail }) });
  for (const field of ['size', 'paper', 'frame', 'sku'] as const)
    if (variant[field].length > 200) problem(field, 'tooLong', '200');
  const price = readAmount(variant.price, context, (kind) => problem('price', kind));
  const floor =
    variant.floor.trim() === '' ? null : readAmount(variant.floor, context, (kind) => problem('floor', kind));
  const cost = variant.cost.trim() === '' ? null : readAmount(variant.cost, context, (kind) => problem('cost', kind));
  if (floor !== null && price !== null && floor > price) problem('floor', 'floorAbovePrice');
  const taxRates = readTaxRates(withPercent(variant.taxes.trim()));
  if (!taxRates.ok) problem('taxes', taxRates.problem);
  const sku = oneLine(variant.sku) || freeSku(suggestSku(form.title, variant), context.otherSkus, seen.skus);
  if (sku !== '' && (context.otherSkus.has(sku) || seen.skus.has(sku))) problem('sku', 'skuTwice', sku);
  seen.skus.add(sku);
  const shape = [variant.size, variant.paper, variant.frame].map((text) => foldText(oneLine(text))).join('\n');
  if (seen.forms.has(shape)) problem('size', 'variantTwice');
  seen.forms.add(shape);
  const newlyWritten = readWritten(variant, editionSize, context, seen, problem);
  const count = readCount(variant, newlyWritten, context, problem);
  return {
    id: variant.id,
    fields: {
      sku,
      size: oneLine(variant.size),
      paper: oneLine(variant.paper),
      frame: oneLine(variant.frame),
      price: price ?? 0,
      floor,
      cost,
      taxRates: taxRates.ok ? (taxRates.value ?? []) : [],
    },
    newlyWritten,
    count,
  };
}

type SayHere = (field: VariantField, kind: FormProblem['kind'], detail?: string) => void;

function readAmount(
  text: string,
  { currency, mark }: WorkFormContext,
  problem: (kind: RowProblemKind) => void,
): Minor | null {
  const amount = readPrice(text.trim(), currency, mark);
  if (amount.ok) return amount.value;
  problem(amount.problem);
  return null;
}

/** The numbers that are new on paper; those already lying as this variant are left out. */
function readWritten(
  variant: VariantForm,
  editionSize: number | null,
  { copies }: WorkFormContext,
  seen: Seen,
  problem: SayHere,
): NumberRuns {
  const runs = readNumbers(variant.written.trim());
  if (!runs.ok) {
    problem('written', runs.problem);
    return [];
  }
  if (runs.value.length === 0) return [];
  const last = runs.value.at(-1)?.[1] ?? 0;
  if (editionSize === null) problem('written', 'numbersWithoutEdition');
  else if (last > editionSize) problem('written', 'numberBeyondEdition', `${last}/${editionSize}`);
  if (editionSize === null || last > editionSize) return [];
  const known = new Map(copies.map((copy) => [copy.number, copy]));
  const fresh: NumberRuns = [];
  for (const number of numbersIn(runs.value)) {
    const copy = known.get(number);
    if (seen.numbers.has(number)) problem('written', 'numberTwice', String(number));
    seen.numbers.add(number);
    if (copy?.isMarked && !copy.isSold && copy.variant === variant.id) continue;
    if (copy?.isSold) problem('written', 'numberSold', String(number));
    else if (copy?.isMarked && copy.variant !== '') problem('written', 'numberElsewhere', String(number));
    else fresh.push([number, number]);
  }
  return merged(fresh);
}

/** A count is written if one was typed, or if numbers on paper show that more lie there than is known. */
function readCount(
  variant: VariantForm,
  newlyWritten: NumberRuns,
  { copies, levels }: WorkFormContext,
  problem: SayHere,
): number | null {
  const typed = readQuantity(variant.stock.trim());
  if (!typed.ok) {
    problem('stock', typed.problem);
    return null;
  }
  const before = copies.filter((copy) => copy.isMarked && !copy.isSold && copy.variant === variant.id).length;
  const written = numbersIn(newlyWritten).length + (variant.id === null ? 0 : before);
  const level = variant.id === null ? undefined : levels.get(variant.id);
  if (typed.value === null) return newlyWritten.length > 0 && written > (level ?? 0) ? written : null;
  if (typed.value < numbersIn(newlyWritten).length) problem('stock', 'fewerThanWritten', String(written));
  return typed.value === level ? null : typed.value;
}

/** `7` is meant as `7 %`; so is `7 2,5`. */
function withPercent(text: string): string {
  return text === '' || text.includes('%') || /[a-z]/i.test(text) ? text : text.replace(/(\d)(?=\s|$)/g, '$1%');
}
