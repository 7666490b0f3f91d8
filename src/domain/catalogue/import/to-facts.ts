import type { FactText } from '../../../journal/entry.ts';
import { fact } from '../../fact.ts';
import type { EditionId, PlaceId, VariantId, WorkId } from '../../parts.ts';
import type { VariantFields, WorkFields } from '../facts.ts';
import { editionSized } from '../../editions/edition-sized.ts';
import { foldName, type PresentCatalogue } from './match.ts';
import type { ImportPreview, VariantOutcome, WorkOutcome } from './preview.ts';

interface ImportTarget {
  readonly present: Pick<PresentCatalogue, 'collective' | 'photographers'>;
  /** Where the opening stock lies. */
  readonly place: PlaceId;
  /** A fresh random id at each call. */
  readonly newId: () => string;
}

/** Where a created or changed work's pictures can be fetched from. */
interface PicturesToFetch {
  readonly work: WorkId;
  readonly addresses: readonly string[];
}

interface ImportFacts {
  /** To be written in this order. */
  readonly facts: readonly FactText[];
  readonly pictures: readonly PicturesToFetch[];
}

/**
 * The facts of an accepted preview: new photographers first, then each work with its edition and its numbers already
 * written, last the opening stock as a count. Works left as they are and works set aside make none.
 * A fact stays under the entry limit: a work with very many variants takes several.
 */
export function importToFacts(preview: ImportPreview, target: ImportTarget): ImportFacts {
  const facts: FactText[] = [];
  const stock: StockItem[] = [];
  const pictures: PicturesToFetch[] = [];
  const photographerByName = new Map([[foldName(target.present.collective.name ?? ''), '']]);
  for (const { id, name } of target.present.photographers) photographerByName.set(foldName(name), id);
  for (const name of preview.newPhotographers) {
    const photographer = target.newId();
    photographerByName.set(foldName(name), photographer);
    facts.push(fact('photographer.revised', photographer, { photographer, fields: { name } }));
  }
  const writing: Writing = { target, photographerByName, facts, stock };
  for (const outcome of preview.works) {
    if (outcome.outcome === 'left') continue;
    const work = writeWork(writing, outcome);
    const { draft, present } = outcome;
    if (draft.pictures.length > 0 && !present?.picture) pictures.push({ work, addresses: draft.pictures });
  }
  for (const items of chunks(stock, () => 1, MOST_COUNTED)) {
    facts.push(fact('stock.counted', target.place, { place: target.place, items }));
  }
  return { facts, pictures };
}

/** As many as one count may hold (stock/facts.ts). */
const MOST_COUNTED = 500;
/** Letters of variants in one fact; with three bytes to a letter that is still under the entry limit of 64 kB. */
const MOST_LETTERS = 12_000;

interface StockItem {
  readonly variant: VariantId;
  readonly quantity: number;
}

interface Writing {
  readonly target: ImportTarget;
  readonly photographerByName: ReadonlyMap<string, string>;
  readonly facts: FactText[];
  readonly stock: StockItem[];
}

function writeWork(writing: Writing, outcome: WorkOutcome): WorkId {
  const { facts, stock, target } = writing;
  const work = outcome.present?.id ?? target.newId();
  const revised = outcome.variants
    .map((variant, position) => ({ ...variant, id: variant.present?.id ?? target.newId(), position }))
    .filter((variant) => variant.outcome !== 'left');
  const fields = workFields(outcome, writing.photographerByName);
  const variants = revised.map((each) => ({ variant: each.id, fields: variantFields(each, work, each.position) }));
  const parts = [...chunks(variants, (each) => JSON.stringify(each).length, MOST_LETTERS)];
  const [first = []] = parts.splice(0, 1);
  if (Object.keys(fields).length > 0 || first.length > 0)
    facts.push(fact('work.revised', work, { work, fields, variants: first }));
  for (const part of parts) facts.push(fact('work.revised', work, { work, fields: {}, variants: part }));
  const edition = writeEdition(writing, outcome, work);
  for (const { id, outcome: what, draft } of revised) {
    if (what !== 'created') continue;
    if (draft.quantity !== null) stock.push({ variant: id, quantity: draft.quantity });
    if (draft.written.length === 0 || edition === undefined) continue;
    const numbers = draft.written;
    facts.push(fact('copies.placed', edition, { edition, numbers, variant: id, place: target.place, marked: true }));
  }
  return work;
}

/** Publishes the edition, or publishes it anew, if the file names a size; the id of the edition the work has then. */
function writeEdition({ facts, target }: Writing, outcome: WorkOutcome, work: WorkId): EditionId | undefined {
  const present = outcome.present?.edition;
  const size = outcome.draft.editionSize;
  if (size === null || size === present?.size) return present?.id;
  const edition = present?.id ?? target.newId();
  facts.push(...editionSized({ edition, work, size, before: present?.size ?? 0 }));
  return edition;
}

/** All a new work's fields that the file says; of a known one those that differ. */
function workFields({ draft, present, changes }: WorkOutcome, photographers: ReadonlyMap<string, string>): WorkFields {
  const photographer = photographers.get(foldName(draft.photographer)) ?? '';
  const said: WorkFields = {
    title: draft.title,
    photographer,
    kind: draft.kind ?? 'print',
    ...(draft.description && { description: draft.description }),
    ...(draft.alt && { alt: draft.alt }),
    ...(draft.tags.length > 0 && { tags: [...draft.tags] }),
    ...(draft.pictures.length > 0 && { pictureAddresses: [...draft.pictures] }),
    importKey: draft.key,
  };
  if (!present) return said;
  const back = present.retired ? { retired: false } : {};
  const differ = new Set(changes.map(({ field }) => field));
  if (present.importKey === '') differ.add('importKey');
  return { ...back, ...Object.fromEntries(Object.entries(said).filter(([field]) => differ.has(field))) };
}

function variantFields({ draft, present, changes }: VariantOutcome, work: WorkId, position: number): VariantFields {
  const said: VariantFields = {
    ...(draft.sku && { sku: draft.sku }),
    ...(draft.size && { size: draft.size }),
    ...(draft.paper && { paper: draft.paper }),
    ...(draft.frame && { frame: draft.frame }),
    price: draft.price,
    ...(draft.barcode && { barcode: draft.barcode }),
    ...(draft.taxRates && { taxRates: [...draft.taxRates] }),
  };
  if (!present) return { work, ...said, position };
  const differ = new Set(changes.map(({ field }) => field));
  const back = present.retired ? { retired: false } : {};
  return { ...back, ...Object.fromEntries(Object.entries(said).filter(([field]) => differ.has(field))) };
}

/** Runs of items whose weights stay within `most`; an item heavier than that stands alone. */
function* chunks<T>(items: readonly T[], weigh: (item: T) => number, most: number): Generator<T[]> {
  let chunk: T[] = [];
  let weight = 0;
  for (const item of items) {
    if (chunk.length > 0 && weight + weigh(item) > most) {
      yield chunk;
      [chunk, weight] = [[], 0];
    }
    chunk.push(item);
    weight += weigh(item);
  }
  if (chunk.length > 0) yield chunk;
}
