import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CopyRow } from '../editions/copies.ts';
import type { SoldCopy } from '../sales/facts.ts';
import type { Scan } from './parse-scan.ts';

/** What a scanned code stands for: a work whose form somebody has to choose, or a form, with the copy its label names. */
type Scanned =
  | { readonly kind: 'work'; readonly work: string }
  | { readonly kind: 'variant'; readonly variant: string; readonly copy: SoldCopy | null };

type Copies = ReadonlyMap<string, readonly CopyRow[]>;

/**
 * Looks a scan up: an attached code; else a variant's barcode or SKU, or either with a copy number behind a slash
 * ("HARBOUR-30/7"). A number on a label is on the paper: the copy is marked, and sells from any tablet.
 * @param copies rows by edition
 */
export function findScanned(catalogue: Catalogue, copies: Copies, scan: Scan): Scanned | undefined {
  if (scan.kind === 'code') {
    return attached(catalogue, copies, scan.code) ?? byNumber(catalogue, copies, scan.code);
  }
  return scan.kind === 'foreign' ? byNumber(catalogue, copies, scan.text) : undefined;
}

function attached(catalogue: Catalogue, copies: Copies, code: string): Scanned | undefined {
  const held = catalogue.codes.get(code);
  switch (held?.kind) {
    case 'work':
      return catalogue.workById.has(held.ref) ? { kind: 'work', work: held.ref } : undefined;
    case 'variant':
      return catalogue.variantById.has(held.ref) ? { kind: 'variant', variant: held.ref, copy: null } : undefined;
    case 'copy': {
      const at = held.ref.lastIndexOf(':');
      return copyOf(catalogue, copies, held.ref.slice(0, at), Number(held.ref.slice(at + 1)));
    }
    case undefined:
      return undefined;
  }
}

function byNumber(catalogue: Catalogue, copies: Copies, text: string): Scanned | undefined {
  const [, beforeSlash, number] = /^(.+)\/(\d{1,4})$/.exec(text) ?? [];
  const wanted = (beforeSlash ?? text).trim().toLowerCase();
  if (wanted === '') return undefined;
  const variant = [...catalogue.variantById.values()].find(
    (each) => !each.retired && (each.barcode.toLowerCase() === wanted || each.sku.toLowerCase() === wanted),
  );
  if (!variant) return undefined;
  if (number === undefined) return { kind: 'variant', variant: variant.id, copy: null };
  const edition = catalogue.workById.get(variant.work)?.edition;
  return edition && copyOf(catalogue, copies, edition.id, Number(number), variant.id);
}

/** @param otherwise the form to sell where nobody said as what this number lies there */
function copyOf(
  catalogue: Catalogue,
  copies: Copies,
  edition: string,
  number: number,
  otherwise?: string,
): Scanned | undefined {
  const work = catalogue.works.find((each) => each.edition?.id === edition);
  if (!work?.edition || number < 1 || number > work.edition.size) return undefined;
  const lies = copies.get(edition)?.find((row) => row.number === number)?.lies;
  const variant = lies?.variant ?? otherwise ?? work.variants.find((each) => !each.retired)?.id;
  return variant === undefined ? undefined : { kind: 'variant', variant, copy: { edition, number, marked: true } };
}
