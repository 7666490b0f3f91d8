import type { Variant, Work } from '../catalogue.ts';
import { foldText } from '../fold-text.ts';
import type { ImportReading, ReadingNotice, RowProblem, SetAside, VariantDraft, WorkDraft } from './draft.ts';
import { foldName, matchWork, worksHere, type PresentCatalogue, type WorksHere } from './match.ts';

export type FieldValue = string | number | boolean | null | readonly string[] | readonly number[];

/** A field the file says otherwise. An empty cell never clears a field. */
export interface FieldChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

type Outcome = 'created' | 'changed' | 'left';

export interface VariantOutcome {
  readonly outcome: Outcome;
  readonly draft: VariantDraft;
  readonly present: Variant | undefined;
  readonly changes: readonly FieldChange[];
}

/** What will become of one work of the file. Variants that are here and not in the file stay as they are. */
export interface WorkOutcome {
  readonly outcome: Outcome;
  readonly draft: WorkDraft;
  readonly present: Work | undefined;
  readonly changes: readonly FieldChange[];
  readonly variants: readonly VariantOutcome[];
}

export interface ImportPreview {
  readonly works: readonly WorkOutcome[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly RowProblem[];
  readonly notices: readonly ReadingNotice[];
  /** Names the file has and the catalogue has not, as first written. */
  readonly newPhotographers: readonly string[];
  readonly counts: Readonly<Record<Outcome | 'setAside', number>>;
}

/**
 * Says what an import would do, and changes nothing. A work is found again by SKU, then by the key it was imported with,
 * then by title and photographer. Quantities and written numbers count for new variants only: what is here already is
 * counted by a stocktake. A work at odds with what is here is set aside whole.
 */
export function previewImport(reading: ImportReading, present: PresentCatalogue): ImportPreview {
  const here = worksHere(present);
  const works: WorkOutcome[] = [];
  const setAside = [...reading.setAside];
  const problems = [...reading.problems];
  for (const draft of reading.works) {
    const match = matchWork(here, draft);
    const problem = match.problem ?? editionProblem(draft, match.work, present);
    if (problem) {
      problems.push(problem);
      setAside.push({ key: draft.key, title: draft.title, row: draft.row });
    } else works.push(outcomeOf(draft, match.work, here));
  }
  const count = (outcome: Outcome): number => works.filter((work) => work.outcome === outcome).length;
  return {
    works,
    setAside: setAside.toSorted((a, b) => a.row - b.row),
    problems: problems.toSorted((a, b) => a.row - b.row),
    notices: reading.notices,
    newPhotographers: newNames(works, here),
    counts: { created: count('created'), changed: count('changed'), left: count('left'), setAside: setAside.length },
  };
}

/** An edition's size is fixed at the first sale. */
function editionProblem(
  draft: WorkDraft,
  work: Work | undefined,
  { worksSold }: PresentCatalogue,
): RowProblem | undefined {
  const size = work?.edition?.size;
  if (!work || size === undefined || draft.editionSize === null || draft.editionSize === size) return undefined;
  if (!worksSold.has(work.id)) return undefined;
  const value = String(draft.editionSize);
  return { kind: 'editionFixed', row: draft.row, column: '', value, work: draft.key, expected: size };
}

function outcomeOf(draft: WorkDraft, present: Work | undefined, here: WorksHere): WorkOutcome {
  const taken = new Set<string>();
  const variants = draft.variants.map((variant) => variantOutcome(variant, present, taken));
  const changes = present ? workChanges(draft, present, here) : [];
  const isLeft = changes.length === 0 && variants.every(({ outcome }) => outcome === 'left');
  return { outcome: !present ? 'created' : isLeft ? 'left' : 'changed', draft, present, changes, variants };
}

function workChanges(draft: WorkDraft, present: Work, here: WorksHere): FieldChange[] {
  const from = here.nameOf(present);
  const isSame = foldName(here.ownName(draft.photographer)) === foldName(from);
  return changed([
    // What was put away and is in the file again hangs again.
    ['retired', present.retired, false],
    ['title', present.title, draft.title],
    ['photographer', from, draft.photographer === '' || isSame ? from : here.ownName(draft.photographer)],
    ['kind', present.kind, draft.kind ?? present.kind],
    ['description', present.description, draft.description || present.description],
    ['alt', present.alt, draft.alt || present.alt],
    ['tags', present.tags, draft.tags.length > 0 ? draft.tags : present.tags],
    ['editionSize', present.edition?.size ?? null, draft.editionSize ?? present.edition?.size ?? null],
    [
      'pictureAddresses',
      present.pictureAddresses,
      draft.pictures.length > 0 ? draft.pictures : present.pictureAddresses,
    ],
  ]);
}

function variantOutcome(draft: VariantDraft, work: Work | undefined, taken: Set<string>): VariantOutcome {
  const free = (work?.variants ?? [])
    .filter(({ id }) => !taken.has(id))
    .toSorted((a, b) => Number(a.retired) - Number(b.retired));
  const present =
    free.find(({ sku }) => sku !== '' && sku === draft.sku) ??
    free.find((variant) => formOf(variant) === formOf(draft));
  if (!present) return { outcome: 'created', draft, present, changes: [] };
  taken.add(present.id);
  const changes = changed([
    ['retired', present.retired, false],
    ['sku', present.sku, draft.sku || present.sku],
    ['size', present.size, draft.size || present.size],
    ['paper', present.paper, draft.paper || present.paper],
    ['frame', present.frame, draft.frame || present.frame],
    ['price', present.price, draft.price],
    ['barcode', present.barcode, draft.barcode || present.barcode],
    ['taxRates', present.taxRates, draft.taxRates ?? present.taxRates],
  ]);
  return { outcome: changes.length > 0 ? 'changed' : 'left', draft, present, changes };
}

function formOf({ size, paper, frame }: Pick<Variant, 'size' | 'paper' | 'frame'>): string {
  return [size, paper, frame].map(foldText).join('\n');
}

function changed(fields: readonly (readonly [string, FieldValue, FieldValue])[]): FieldChange[] {
  return fields
    .filter(([, from, to]) => JSON.stringify(from) !== JSON.stringify(to))
    .map(([field, from, to]) => ({ field, from, to }));
}

function newNames(works: readonly WorkOutcome[], here: WorksHere): string[] {
  const names = new Map<string, string>();
  for (const { draft } of works) {
    const name = here.ownName(draft.photographer);
    const folded = foldName(name);
    if (name !== '' && !here.photographerByName.has(folded) && !names.has(folded)) names.set(folded, name);
  }
  return [...names.values()];
}
