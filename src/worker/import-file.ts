import { FILE_LIMIT } from '../domain/catalogue/import/decode.ts';
import type { CatalogueFileProblem, DialectName } from '../domain/catalogue/import/draft.ts';
import type { VariantFields, WorkFields } from '../domain/catalogue/facts.ts';
import { previewImport, type ImportPreview, type WorkOutcome } from '../domain/catalogue/import/preview.ts';
import { readCatalogue as readCatalogueFile } from '../domain/catalogue/import/read-catalogue.ts';
import { importToFacts } from '../domain/catalogue/import/to-facts.ts';
import { openSales } from '../domain/editions/copies.ts';
import { fact } from '../domain/fact.ts';
import type { Currency } from '../domain/money.ts';
import type { EditionId, WorkId } from '../domain/parts.ts';
import { done, refused, type Result } from '../domain/result.ts';
import type { FactText } from '../journal/entry.ts';
import type { CommitProblem } from '../store/commit.ts';
import { StallDb } from '../store/db.ts';
import { randomText } from '../store/device.ts';
import { readCatalogue, readCopies } from '../store/read.ts';
import { writeMany, type Writer } from './write-many.ts';

/** A file read and compared, as a screen needs it. */
export interface FilePreview {
  readonly dialect: DialectName;
  readonly rows: number;
  /** Of the works only the first of each outcome; the counts are of all. */
  readonly shown: ImportPreview;
  /** All of it, for `hangFile`, as text: a page takes 50 MB of text in one step, and of objects in ten seconds. */
  readonly held: string;
}

/** As many works of each outcome as anybody scrolls through before saying yes. */
const SHOWN = 300;
/** Reading takes this share of the time; comparing the rest. */
const READING = 0.9;

/**
 * Reads a catalogue file and says what it would do to the catalogue as it is; writes nothing. A file over the limit is
 * refused before its bytes are taken into memory.
 */
export async function previewFile(
  file: Blob,
  collective: string,
  currency: Currency,
  onProgress: (share: number) => void,
): Promise<Result<FilePreview, CatalogueFileProblem>> {
  if (file.size > FILE_LIMIT) return refused({ kind: 'fileTooLarge', bytes: file.size, limit: FILE_LIMIT });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readCatalogueFile(bytes, { currency, onProgress: ({ share }) => onProgress(share * READING) });
  if (!read.ok) return read;
  const preview = await inDb(collective, async (db) => {
    const [catalogue, copies] = await Promise.all([readCatalogue(db), readCopies(db)]);
    const sold = new Set(copies.filter((row) => openSales(row).length > 0).map(({ edition }) => edition));
    const worksSold = catalogue.works.filter(({ edition }) => edition && sold.has(edition.id)).map(({ id }) => id);
    return previewImport(read.value, { ...catalogue, worksSold: new Set(worksSold) });
  });
  const first = (outcome: WorkOutcome['outcome']) =>
    preview.works.filter((work) => work.outcome === outcome).slice(0, SHOWN);
  const shown = { ...preview, works: [...first('created'), ...first('changed')] };
  onProgress(1);
  return done({ dialect: read.value.dialect, rows: read.value.rows, shown, held: JSON.stringify(preview) });
}

/** Writes an accepted preview: all of it in one transaction, or nothing. Gives what takes it back, for `takeBack`. */
export async function hangFile(
  held: string,
  collective: string,
  place: string,
  writer: Writer,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<string, CommitProblem>> {
  // Made by previewFile, and nowhere kept.
  const preview = JSON.parse(held) as ImportPreview;
  const present = await inDb(collective, readCatalogue);
  const { facts } = importToFacts(preview, { present, place, newId: () => randomText() });
  const written = await writeMany(collective, writer, () => Promise.resolve(facts), onProgress);
  const back: Back = { facts: factsBack(preview, facts), enlarged: enlargedBy(preview) };
  return written.ok ? done(JSON.stringify(back)) : written;
}

/** Writes what `hangFile` gave: all or nothing. */
export async function takeBack(
  back: string,
  collective: string,
  writer: Writer,
): Promise<Result<number, CommitProblem>> {
  // Made by hangFile, and nowhere kept.
  const { facts, enlarged } = JSON.parse(back) as Back;
  return writeMany(collective, writer, async (db) => [...facts, ...(await sizesBack(db, enlarged))]);
}

/** What takes an import back. */
interface Back {
  readonly facts: readonly FactText[];
  readonly enlarged: readonly Enlarged[];
}

/** An edition that had fewer numbers before. */
interface Enlarged {
  readonly edition: EditionId;
  readonly work: WorkId;
  readonly before: number;
  readonly after: number;
}

function enlargedBy(preview: ImportPreview): Enlarged[] {
  return preview.works.flatMap(({ outcome, present, draft }) => {
    const held = present?.edition;
    const after = draft.editionSize;
    if (outcome === 'left' || !held || after === null || after <= held.size) return [];
    return [{ edition: held.id, work: present.id, before: held.size, after }];
  });
}

/**
 * The former sizes, but where the edition was sold from since, where one of the new numbers is on a paper, or where
 * somebody gave it another size: an edition's size is fixed at its first sale. Nothing is noted as spoilt, so that the
 * same file brought again brings the same numbers.
 */
async function sizesBack(db: StallDb, enlarged: readonly Enlarged[]): Promise<FactText[]> {
  const [rows, records] = await Promise.all([
    db.copies
      .where('edition')
      .anyOf(enlarged.map(({ edition }) => edition))
      .toArray(),
    db.records.bulkGet(enlarged.map(({ edition }) => `edition:${edition}`)),
  ]);
  const before = new Map(enlarged.map((each) => [each.edition, each.before]));
  const inUse = rows.filter((row) => {
    const isNew = row.number > (before.get(row.edition) ?? 0);
    return openSales(row).length > 0 || (isNew && row.marked !== null);
  });
  const fixed = new Set(inUse.map(({ edition }) => edition));
  return enlarged.flatMap(({ edition, work, before: size, after }, at) => {
    if (fixed.has(edition) || records[at]?.fields['size']?.value !== after) return [];
    return [fact('edition.published', edition, { edition, fields: { work, size } })];
  });
}

/** What was created is put away, what was changed gets its former values, editions apart; counts and numbers stay with what is put away. */
function factsBack(preview: ImportPreview, facts: readonly FactText[]): FactText[] {
  const before = new Map(preview.works.flatMap(({ present }) => (present ? [[present.id, present] as const] : [])));
  return facts.flatMap((each) => {
    if (each.type !== 'work.revised') return [];
    const said = each.body as {
      readonly work: string;
      readonly fields: WorkFields;
      readonly variants: readonly Said[];
    };
    const work = before.get(said.work);
    const fields: WorkFields = work ? former(said.fields, work) : { retired: true };
    const variants = said.variants.map(({ variant, fields: changed }) => {
      const known = work?.variants.find(({ id }) => id === variant);
      return { variant, fields: known ? former(changed, known) : { retired: true } };
    });
    return [fact('work.revised', said.work, { work: said.work, fields, variants })];
  });
}

interface Said {
  readonly variant: string;
  readonly fields: VariantFields;
}

function former<Fields extends object>(changed: Fields, held: object): Fields {
  const values = held as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(changed).map((name) => [name, values[name]])) as Fields;
}

async function inDb<T>(collective: string, work: (db: StallDb) => Promise<T>): Promise<T> {
  const db = new StallDb(collective);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
