import { oneLine } from '../one-line.ts';
import { done, refused, type Result } from '../result.ts';
import { readEditionSize } from './import/numbers.ts';
import { readVariant, type ReadVariant, type Say } from './read-variant-form.ts';
import {
  NEW_PHOTOGRAPHER,
  type FormProblem,
  type VariantForm,
  type WorkForm,
  type WorkFormContext,
} from './work-form.ts';

/** What the form says, row by row; or every field that cannot be taken. Empty rows are left out. */
export function readWorkForm(
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

const LONGEST = { title: 200, newPhotographer: 200, alt: 2_000, story: 2_000, takenAt: 200 } as const;

function readTexts(form: WorkForm, say: Say): void {
  if (oneLine(form.title) === '') say({ field: 'title', kind: 'titleMissing' });
  if (form.photographer === NEW_PHOTOGRAPHER && oneLine(form.newPhotographer) === '')
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

/** The row that stands ready for one more form. */
function isEmptyRow(variant: VariantForm): boolean {
  const { id, size, paper, frame, price, floor, stock, written } = variant;
  return id === null && [size, paper, frame, price, floor, stock, written].every((text) => text.trim() === '');
}
