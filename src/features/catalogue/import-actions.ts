import { catalogueWorks } from '../../domain/catalogue/export/catalogue-works.ts';
import { writeCatalogue, type WritingOptions } from '../../domain/catalogue/export/write-catalogue.ts';
import type { CatalogueFileProblem, ImportReading } from '../../domain/catalogue/import/draft.ts';
import { FILE_LIMIT } from '../../domain/catalogue/import/decode.ts';
import { merged } from '../../domain/catalogue/import/numbers.ts';
import { previewImport, type ImportPreview } from '../../domain/catalogue/import/preview.ts';
import { importToFacts } from '../../domain/catalogue/import/to-facts.ts';
import type { VariantFields, WorkFields } from '../../domain/catalogue/facts.ts';
import { openSales } from '../../domain/editions/copies.ts';
import { fact } from '../../domain/fact.ts';
import { refused, type Result } from '../../domain/result.ts';
import type { FactText } from '../../journal/entry.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import { readAllLevels, readCatalogue, readCopies } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { workerClient } from '../../worker/client.ts';

/** Reads a file in the worker; writes nothing. A cancelled reading is `importCancelled`. */
export async function readFile(
  stall: Stall,
  file: File,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Result<ImportReading, CatalogueFileProblem>> {
  // Said before 50 MB and more are taken into memory.
  if (file.size > FILE_LIMIT) return refused({ kind: 'fileTooLarge', bytes: file.size, limit: FILE_LIMIT });
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return await workerClient.readCatalogueFile(bytes, stall.catalogue.collective.currency, options);
  } catch (thrown) {
    if (options.signal.aborted) return refused({ kind: 'importCancelled' });
    throw thrown;
  }
}

/** What the reading would do to the catalogue as it is now. */
export async function previewReading(stall: Stall, reading: ImportReading): Promise<ImportPreview> {
  const [catalogue, copies] = await Promise.all([readCatalogue(stall.db), readCopies(stall.db)]);
  const sold = new Set(copies.filter((row) => openSales(row).length > 0).map(({ edition }) => edition));
  const worksSold = catalogue.works.filter(({ edition }) => edition && sold.has(edition.id)).map(({ id }) => id);
  return previewImport(reading, { ...catalogue, worksSold: new Set(worksSold) });
}

/** Writes an accepted preview: all of it in one transaction, or nothing. Returns the facts, so that they can be taken back. */
export async function hangImport(
  stall: Stall,
  preview: ImportPreview,
): Promise<Result<readonly FactText[], CommitProblem>> {
  const { catalogue, place } = stall;
  const { facts } = importToFacts(preview, { present: catalogue, place, newId: () => randomText() });
  const written = await writeAll(stall, facts);
  return written.ok ? { ok: true, value: facts } : written;
}

/** What was created is put away, what was changed gets its former values; counts and numbers stay with what is put away. */
export async function takeBackImport(
  stall: Stall,
  preview: ImportPreview,
  facts: readonly FactText[],
): Promise<Result<number, CommitProblem>> {
  const before = new Map(preview.works.flatMap(({ present }) => (present ? [[present.id, present] as const] : [])));
  const back = facts.flatMap((each) => {
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
  return writeAll(stall, back);
}

interface Said {
  readonly variant: string;
  readonly fields: VariantFields;
}

/** The catalogue as a file of one of the layouts. */
export async function exportCatalogue(stall: Stall, options: Omit<WritingOptions, 'currency'>): Promise<string> {
  const { db, catalogue } = stall;
  const [levels, copies] = await Promise.all([readAllLevels(db), readCopies(db)]);
  const written = new Map<string, [number, number][]>();
  for (const row of copies) {
    if (row.marked === null || row.spoilt || !row.lies || openSales(row).length > 0) continue;
    const runs = written.get(row.lies.variant) ?? [];
    runs.push([row.number, row.number]);
    written.set(row.lies.variant, runs);
  }
  const works = catalogueWorks(catalogue, {
    quantityOf: (variant) => {
      const found = [...levels.values()].flatMap((here) => here.get(variant) ?? []);
      return found.length === 0 ? null : found.reduce((sum, level) => sum + level, 0);
    },
    writtenOf: (variant) => merged((written.get(variant) ?? []).toSorted((a, b) => a[0] - b[0])),
  });
  return writeCatalogue(works, { ...options, currency: catalogue.collective.currency });
}

function former<Fields extends object>(changed: Fields, held: object): Fields {
  const values = held as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(changed).map((name) => [name, values[name]])) as Fields;
}

async function writeAll(stall: Stall, facts: readonly FactText[]): Promise<Result<number, CommitProblem>> {
  const { device, by, day } = stall.author();
  return workerClient.writeMany(stall.db.collective, { device, by, day, offset: stall.now() - Date.now() }, facts);
}
