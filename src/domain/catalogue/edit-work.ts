import { editionSized } from '../editions/edition-sized.ts';
import type { FactText } from '../../journal/entry.ts';
import { fact } from '../fact.ts';
import { oneLine } from '../one-line.ts';
import type { PhotographerId } from '../parts.ts';
import { done, type Result } from '../result.ts';
import type { Variant, Work } from './catalogue.ts';
import type { WorkFields } from './facts.ts';
import { readWorkForm } from './read-work-form.ts';
import { NEW_PHOTOGRAPHER, type FormProblem, type WorkForm, type WorkFormContext } from './work-form.ts';

/**
 * The facts that make the work what the form says: only what differs, in the order in which they must be written.
 * An empty list: nothing changed. Refuses with every field that cannot be taken.
 */
export function editWork(
  form: WorkForm,
  context: WorkFormContext,
): Result<{ readonly work: string; readonly facts: readonly FactText[] }, readonly FormProblem[]> {
  const read = readWorkForm(form, context);
  if (!read.ok) return read;
  const { present, newId, place } = context;
  const facts: FactText[] = [];
  const work = present?.id ?? newId();
  const photographer = form.photographer === NEW_PHOTOGRAPHER ? newId() : form.photographer;
  if (form.photographer === NEW_PHOTOGRAPHER) {
    facts.push(
      fact('photographer.revised', photographer, { photographer, fields: { name: oneLine(form.newPhotographer) } }),
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
    facts.push(...editionSized({ edition, work, size: editionSize, before: present?.edition?.size ?? 0 }));
  }
  for (const { id, newlyWritten } of variants) {
    if (newlyWritten.length === 0) continue;
    facts.push(fact('copies.placed', edition, { edition, numbers: newlyWritten, variant: id, place, marked: true }));
  }
  const items = variants.flatMap(({ id, count }) => (count === null ? [] : [{ variant: id, quantity: count }]));
  if (items.length > 0) facts.push(fact('stock.counted', place, { place, items }));
  return done({ work, facts });
}

function workFields(form: WorkForm, photographer: PhotographerId): WorkFields {
  return {
    title: oneLine(form.title),
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
