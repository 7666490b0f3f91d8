import type { FactText } from '../../journal/entry.ts';
import { numbersIn } from '../editions/copies.ts';
import { fact } from '../fact.ts';
import type { Currency, Minor } from '../money.ts';
import type { PhotographerId, PlaceId, VariantId } from '../parts.ts';
import { done, refused, type Result } from '../result.ts';
import type { Variant, Work } from './catalogue.ts';
import type { Picture, VariantFields, WorkFields } from './facts.ts';
import { foldText } from './fold-text.ts';
import type { NumberRuns, RowProblemKind } from './import/draft.ts';
import { merged, readEditionSize, readNumbers, readQuantity, readTaxRates } from './import/numbers.ts';
import { readPrice, type DecimalMark } from './import/price.ts';

/** One sellable form as typed; every field is text. `id` is null for a new one. */
export interface VariantForm {
  readonly id: VariantId | null;
  readonly size: string;
  readonly paper: string;
  readonly frame: string;
  readonly sku: string;
  readonly price: string;
  readonly floor: string;
  readonly taxes: string;
  /** How many lie at the place now; empty: not counted. */
  readonly stock: string;
  /** Numbers already on the paper, at the place: `1-12, 14`. */
  readonly written: string;
}

/** A work as typed. `photographer` is an id, '' for the collective's own, or NEW_PHOTOGRAPHER with a name beside it. */
export interface WorkForm {
  readonly title: string;
  readonly photographer: string;
  readonly newPhotographer: string;
  readonly kind: 'print' | 'merch';
  readonly alt: string;
  readonly story: string;
  readonly takenAt: string;
  readonly picture: Picture | null;
  /** Empty: not numbered. */
  readonly editionSize: string;
  readonly variants: readonly VariantForm[];
}

export const NEW_PHOTOGRAPHER = '+';

export type WorkField = Exclude<keyof WorkForm, 'variants' | 'picture' | 'kind'>;
export type VariantField = Exclude<keyof VariantForm, 'id'>;

/** What stands at one field cannot be taken. `variant` is the position in the form; undefined: the work's own field. */
export interface FormProblem {
  readonly variant?: number;
  readonly field: WorkField | VariantField;
  readonly kind:
    | RowProblemKind
    | 'nameMissing'
    | 'floorAbovePrice'
    | 'fewerThanWritten'
    | 'editionStays'
    | 'numberSold'
    | 'numberElsewhere'
    | 'editionTooSmall';
  /** A number, size or title the words need. */
  readonly detail?: string;
}

/** A numbered copy as far as the form must know it. */
interface KnownCopy {
  readonly number: number;
  /** As what it lies, '' if nowhere. */
  readonly variant: VariantId;
  readonly isMarked: boolean;
  readonly isSold: boolean;
}

/** What the form is held against. */
export interface WorkFormContext {
  readonly currency: Currency;
  readonly mark: DecimalMark;
  readonly present: Work | undefined;
  /** Numbered copies of the work's edition. */
  readonly copies: readonly KnownCopy[];
  /** Level per variant at the place; a variant never counted or moved is not in it. */
  readonly levels: ReadonlyMap<VariantId, number>;
  /** SKUs of all other works. */
  readonly otherSkus: ReadonlySet<string>;
  readonly place: PlaceId;
  readonly newId: () => string;
}

/**
 * The facts that make the work what the form says: only what differs, in the order in which they must be written.
 * An empty list: nothing changed. Refuses with every field that cannot be taken.
 */
export function editWork(
  form: WorkForm,
  context: WorkFormContext,
): Result<{ readonly work: string; readonly facts: readonly FactText[] }, readonly FormProblem[]> {
  const read = readForm(form, context);
  if (!read.ok) return read;
  const { present, newId, place } = context;
  const facts: FactText[] = [];
  const work = present?.id ?? newId();
  const photographer = form.photographer === NEW_PHOTOGRAPHER ? newId() : form.photographer;
  if (form.photographer === NEW_PHOTOGRAPHER) {
    facts.push(
      fact('photographer.revised', photographer, { photographer, fields: { name: tidy(form.newPhotographer) } }),
    );
  }
  const fields = changedFields(workFields(form, photographer), present);
  const variants = read.value.variants.map((each, position) => ({ ...each, id: each.id ?? newId(), position }));
  const revised = variants.flatMap(({ id, fields: said, position }) => {
    const before = present?.variants.find((variant) => variant.id === id);
    const changed = changedFields({ ...said, ...(before ? {} : { work, position }) }, before);
    return Object.keys(changed).length > 0 ? [{ variant: id, fields: changed }] : [];
  });
  if (Object.keys(fields).length > 0 || revised.length > 0)
    facts.push(fact('work.revised', work, { work, fields, variants: revised }));
  const edition = present?.edition?.id ?? newId();
  const { editionSize } = read.value;
  if (editionSize !== null && editionSize !== present?.edition?.size) {
    // Published anew: that is what brings further numbers into being, and the size can only change before the first sale.
    facts.push(fact('edition.published', edition, { edition, fields: { work, size: editionSize } }));
    // Numbers that are no longer part of it stay known, and are never given out.
    const beyond = context.copies.filter(({ number }) => number > editionSize);
    for (const { number } of beyond) facts.push(fact('copy.spoilt', edition, { edition, number }));
  }
  for (const { id, newlyWritten } of variants) {
    if (newlyWritten.length === 0) continue;
    facts.push(fact('copies.placed', edition, { edition, numbers: newlyWritten, variant: id, place, marked: true }));
  }
  const items = variants.flatMap(({ id, count }) => (count === null ? [] : [{ variant: id, quantity: count }]));
  if (items.length > 0) facts.push(fact('stock.counted', place, { place, items }));
  return done({ work, facts });
}

/** Short, readable and free: letters of the title, then what tells the variant apart. */
export function suggestSku(title: string, variant: Pick<VariantForm, 'size' | 'paper' | 'frame'>): string {
  const plain = (text: string) =>
    foldText(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const name = plain(title)
    .split(' ')
    .filter((word) => word !== 'the' && word !== 'a')
    .join('')
    .slice(0, 8);
  if (name === '') return '';
  const size = plain(variant.size)
    .replace(/\s?x\s?/g, 'x')
    .replaceAll(' ', '');
  const rest = [variant.paper, variant.frame].map((text) => plain(text).replaceAll(' ', '').slice(0, 4));
  return [name, size, ...rest]
    .filter((part) => part !== '')
    .join('-')
    .toUpperCase()
    .slice(0, 40);
}

interface ReadVariant {
  readonly id: VariantId | null;
  readonly fields: VariantFields;
  readonly newlyWritten: NumberRuns;
  /** What the count at the place says; null: not counted anew. */
  readonly count: number | null;
}

function readForm(
  form: WorkForm,
  context: WorkFormContext,
): Result<{ readonly editionSize: number | null; readonly variants: readonly ReadVariant[] }, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const say = (problem: FormProblem) => void problems.push(problem);
  readTexts(form, say);
  const editionSize = readEdition(form, context, say);
  const seen = { skus: new Set<string>(), forms: new Set<string>(), numbers: new Set<number>() };
  const variants = form.variants.flatMap((variant, at) => {
    if (isEmptyRow(variant)) return [];
    return [readVariant(variant, at, form, editionSize, context, seen, say)];
  });
  return problems.length > 0 ? refused(problems) : done({ editionSize, variants });
}

type Say = (problem: FormProblem) => void;

const LONGEST = { title: 200, newPhotographer: 200, alt: 2_000, story: 2_000, takenAt: 200 } as const;

function readTexts(form: WorkForm, say: Say): void {
  if (tidy(form.title) === '') say({ field: 'title', kind: 'titleMissing' });
  if (form.photographer === NEW_PHOTOGRAPHER && tidy(form.newPhotographer) === '')
    say({ field: 'newPhotographer', kind: 'nameMissing' });
  for (const field of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
    const most = LONGEST[field];
    if (form[field].length > most) say({ field, kind: 'tooLong', detail: String(most) });
  }
}

function readEdition(form: WorkForm, { present, copies }: WorkFormContext, say: Say): number | null {
  const known = present?.edition?.size ?? null;
  const size = form.kind === 'merch' && known === null ? done(null) : readEditionSize(form.editionSize.trim());
  const problem = (kind: FormProblem['kind'], detail?: string) =>
    say({ field: 'editionSize', kind, ...(detail === undefined ? {} : { detail }) });
  if (!size.ok) {
    problem(size.problem);
    return known;
  }
  if (known === null || size.value === known) return size.value;
  const highest = Math.max(0, ...copies.filter((copy) => copy.isMarked || copy.isSold).map(({ number }) => number));
  if (copies.some(({ isSold }) => isSold)) problem('editionFixed', String(known));
  else if (size.value === null) problem('editionStays', String(known));
  else if (size.value < highest) problem('editionTooSmall', String(highest));
  return size.value;
}

interface Seen {
  readonly skus: Set<string>;
  readonly forms: Set<string>;
  readonly numbers: Set<number>;
}

function readVariant(
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
  if (floor !== null && price !== null && floor > price) problem('floor', 'floorAbovePrice');
  const taxRates = readTaxRates(withPercent(variant.taxes.trim()));
  if (!taxRates.ok) problem('taxes', taxRates.problem);
  const sku = tidy(variant.sku) || freeSku(suggestSku(form.title, variant), context.otherSkus, seen.skus);
  if (sku !== '' && (context.otherSkus.has(sku) || seen.skus.has(sku))) problem('sku', 'skuTwice', sku);
  seen.skus.add(sku);
  const shape = [variant.size, variant.paper, variant.frame].map((text) => foldText(tidy(text))).join('\n');
  if (seen.forms.has(shape)) problem('size', 'variantTwice');
  seen.forms.add(shape);
  const newlyWritten = readWritten(variant, editionSize, context, seen, problem);
  const count = readCount(variant, newlyWritten, context, problem);
  return {
    id: variant.id,
    fields: {
      sku,
      size: tidy(variant.size),
      paper: tidy(variant.paper),
      frame: tidy(variant.frame),
      price: price ?? 0,
      floor,
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

function workFields(form: WorkForm, photographer: PhotographerId): WorkFields {
  return {
    title: tidy(form.title),
    photographer,
    kind: form.kind,
    alt: form.alt.trim(),
    story: form.story.trim(),
    takenAt: form.takenAt.trim(),
    picture: form.picture,
  };
}

/** What differs from before; of a new thing everything that says something. */
function changedFields<Fields extends object>(said: Fields, before: Work | Variant | undefined): Partial<Fields> {
  const held = (before ?? {}) as Readonly<Record<string, unknown>>;
  const entries = Object.entries(said).filter(([name, value]) =>
    before ? JSON.stringify(held[name]) !== JSON.stringify(value) : value !== '' && value !== null,
  );
  return Object.fromEntries(entries) as Partial<Fields>;
}

/** The row that stands ready for one more form. */
function isEmptyRow(variant: VariantForm): boolean {
  const { id, size, paper, frame, price, floor, stock, written } = variant;
  return id === null && [size, paper, frame, price, floor, stock, written].every((text) => text.trim() === '');
}

function freeSku(base: string, others: ReadonlySet<string>, here: ReadonlySet<string>): string {
  if (base === '') return '';
  let sku = base;
  for (let n = 2; others.has(sku) || here.has(sku); n++) sku = `${base}-${n}`;
  return sku;
}

/** `7` is meant as `7 %`; so is `7 2,5`. */
function withPercent(text: string): string {
  return text === '' || text.includes('%') || /[a-z]/i.test(text) ? text : text.replace(/(\d)(?=\s|$)/g, '$1%');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
