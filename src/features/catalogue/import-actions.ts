import { catalogueWorks } from '../../domain/catalogue/export/catalogue-works.ts';
import { writeCatalogue, type WritingOptions } from '../../domain/catalogue/export/write-catalogue.ts';
import type { CatalogueFileProblem } from '../../domain/catalogue/import/draft.ts';
import { merged } from '../../domain/catalogue/import/numbers.ts';
import { openSales } from '../../domain/editions/copies.ts';
import { refused, type Result } from '../../domain/result.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { readAllLevels, readCopies } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { workerClient, type FilePreview } from '../../worker/client.ts';

/** Reads a file in the worker and says what it would do; writes nothing. Left on the way it is `importCancelled`. */
export async function previewFile(
  stall: Stall,
  file: File,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Result<FilePreview, CatalogueFileProblem>> {
  try {
    return await workerClient.previewFile(file, stall.db.collective, stall.catalogue.collective.currency, options);
  } catch {
    return refused({ kind: options.signal.aborted ? 'importCancelled' : 'fileNotRead' });
  }
}

/** The worker stopped on the way: all of it was written, or nothing. */
export interface ImportCut {
  readonly kind: 'importCut';
}

/** Writes an accepted preview: all of it in one transaction, or nothing. Gives what takes it back. */
export async function hangImport(
  stall: Stall,
  { held }: FilePreview,
  onProgress: (share: number) => void,
): Promise<Result<string, CommitProblem | ImportCut>> {
  try {
    return await workerClient.hangFile(held, stall.db.collective, stall.place, writerOf(stall), { onProgress });
  } catch {
    return refused({ kind: 'importCut' });
  }
}

/** What was created is put away, what was changed gets its former values; counts and numbers stay with what is put away. */
export async function takeBackImport(stall: Stall, back: string): Promise<Result<number, CommitProblem | ImportCut>> {
  try {
    return await workerClient.takeBack(back, stall.db.collective, writerOf(stall));
  } catch {
    return refused({ kind: 'importCut' });
  }
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

function writerOf(stall: Stall) {
  const { device, by, day } = stall.author();
  return { device, by, day, offset: stall.now() - Date.now() };
}
