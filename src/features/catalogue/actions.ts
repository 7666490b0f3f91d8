import { decimalMarkOf } from '../../domain/amount-text.ts';
import { oneLine } from '../../domain/one-line.ts';
import type { Picture } from '../../domain/catalogue/facts.ts';
import { editWork } from '../../domain/catalogue/edit-work.ts';
import type { FormProblem, WorkForm, WorkFormContext } from '../../domain/catalogue/work-form.ts';
import { openSales } from '../../domain/editions/copies.ts';
import { fact } from '../../domain/fact.ts';
import { done, refused, type Result } from '../../domain/result.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import { readCopiesOf, readLevels } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';
import { writeFacts } from '../../store/write-facts.ts';
import { workerClient } from '../../worker/client.ts';
import type { PictureProblem } from '../../worker/client.ts';

/** What the form must know besides the catalogue; read anew inside the transaction that saves. */
export async function readFormContext(stall: Stall, workId: string | undefined): Promise<WorkFormContext> {
  const { db, catalogue, place } = stall;
  const present = workId === undefined ? undefined : catalogue.workById.get(workId);
  const rows = present?.edition ? await readCopiesOf(db, present.edition.id) : [];
  const others = catalogue.works.filter(({ id }) => id !== workId);
  return {
    currency: catalogue.collective.currency,
    mark: decimalMarkOf(catalogue.collective.locale),
    present,
    copies: rows.map((row) => ({
      number: row.number,
      variant: row.lies?.variant ?? '',
      isMarked: row.marked !== null,
      isSold: openSales(row).length > 0,
    })),
    levels: await readLevels(db, place),
    otherSkus: new Set(others.flatMap(({ variants }) => variants.map(({ sku }) => sku)).filter((sku) => sku !== '')),
    place,
    newId: () => randomText(),
  };
}

/** Writes what the form changes, in one transaction; nothing at all if one field cannot be taken. */
export async function saveWork(
  stall: Stall,
  workId: string | undefined,
  form: WorkForm,
): Promise<
  Result<
    { readonly work: string },
    { readonly kind: 'form'; readonly problems: readonly FormProblem[] } | CommitProblem
  >
> {
  const context = await readFormContext(stall, workId);
  const edited = editWork(form, context);
  if (!edited.ok) return refused({ kind: 'form', problems: edited.problem });
  const { facts, work } = edited.value;
  if (facts.length === 0) return done({ work });
  const written = await writeFacts(stall, facts);
  return written.ok ? done({ work }) : written;
}

export async function retireWork(stall: Stall, work: string, retired: boolean): Promise<Result<null, CommitProblem>> {
  return writeFacts(stall, [fact('work.revised', work, { work, fields: { retired }, variants: [] })]);
}

/** Why a photograph was not kept. `picture-cut`: the file, or the making, broke off. */
export type KeepingProblem = PictureProblem | { readonly kind: 'storage-full' | 'picture-cut' };

/**
 * Makes a photograph small in the worker and keeps it on this tablet, to be sent after the entries. What was chosen is
 * safe from a reload; a picture nobody saves with a work does no harm.
 */
export async function keepPicture(stall: Stall, file: Blob): Promise<Result<Picture, KeepingProblem>> {
  // A photograph in a cloud, a card that was pulled out, a worker that does not start: all of them reject.
  const resized = await file
    .arrayBuffer()
    .then((bytes) => workerClient.resizePicture(bytes))
    .catch(() => refused({ kind: 'picture-cut' } as const));
  if (!resized.ok) return resized;
  const { picture, renditions } = resized.value;
  try {
    await stall.db.media.bulkPut(renditions.map(({ hash, type, bytes }) => ({ hash, type, bytes, sent: 0 as const })));
  } catch {
    return refused({ kind: 'storage-full' });
  }
  return done(picture);
}

/** A work for each photograph, titled by its file's name; prices and the rest can come later. */
export async function hangPictures(
  stall: Stall,
  pictures: readonly { readonly title: string; readonly picture: Picture }[],
): Promise<Result<null, CommitProblem>> {
  const facts = pictures.map(({ title, picture }) => {
    const work = randomText();
    return fact('work.revised', work, { work, fields: { title, kind: 'print' as const, picture }, variants: [] });
  });
  return writeFacts(stall, facts);
}

/** `IMG_2041-harbour_5am.jpeg` is "harbour 5am" as far as one can tell; a bare camera number stays. */
export function titleFromFile(name: string): string {
  const stem = oneLine(name.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[_-]+/g, ' '));
  const bare = stem.replace(/^(?:img|dsc|dscf|dscn|pxl|p)\s?\d+\s*/i, '').trim();
  const title = bare || stem;
  return (title.charAt(0).toUpperCase() + title.slice(1)).slice(0, 200);
}
