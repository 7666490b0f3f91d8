import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import type { CopyRow } from '../../domain/editions/copies.ts';
import type { SoldCopy } from '../../domain/sales/facts.ts';

/** What a scanned text stands for; a copy when a number was on the label. */
export interface Scanned {
  readonly variant: string;
  readonly copy: SoldCopy | null;
}

/**
 * Looks a scanned text up: a variant's barcode or SKU, or either with a copy number behind a slash ("HARBOUR-30/7").
 * A number on a label is on the paper: the copy is marked, and sells from any tablet.
 */
export function findScanned(
  catalogue: Catalogue,
  copies: ReadonlyMap<string, readonly CopyRow[]>,
  text: string,
): Scanned | undefined {
  const [code, number] = splitCopy(text);
  const wanted = code.toLowerCase();
  const variant = [...catalogue.variantById.values()].find(
    (each) =>
      !each.retired && (each.barcode.toLowerCase() === wanted || each.sku.toLowerCase() === wanted) && wanted !== '',
  );
  if (!variant) return undefined;
  if (number === undefined) return { variant: variant.id, copy: null };
  const edition = catalogue.workById.get(variant.work)?.edition;
  if (!edition || number < 1 || number > edition.size) return undefined;
  const lies = copies.get(edition.id)?.find((row) => row.number === number)?.lies;
  return { variant: lies?.variant ?? variant.id, copy: { edition: edition.id, number, marked: true } };
}

function splitCopy(text: string): readonly [string, number?] {
  const found = /^(.+)\/(\d{1,4})$/.exec(text);
  return found ? [found[1] ?? '', Number(found[2])] : [text];
}
