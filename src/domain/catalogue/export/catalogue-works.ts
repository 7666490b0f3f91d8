import type { Catalogue, Variant, Work } from '../catalogue.ts';
import type { CatalogueVariant, CatalogueWork, NumberRuns } from '../import/draft.ts';
import { titleToKey } from '../import/lists.ts';

/** What the journal knows of a variant beyond the catalogue. */
interface StockOf {
  /** Pieces at hand over all places; null if never counted. */
  quantityOf(variant: string): number | null;
  /** Unsold copies with their number on the paper, lying as this variant. */
  writtenOf(variant: string): NumberRuns;
}

/** The catalogue as a file can say it, without what is retired. A work that came from no file gets a key from its title. */
export function catalogueWorks(
  { works, photographerById }: Pick<Catalogue, 'works' | 'photographerById'>,
  stock: StockOf,
): CatalogueWork[] {
  const keys = new Set(works.map(({ importKey }) => importKey));
  return works
    .filter(({ retired }) => !retired)
    .map((work) => ({
      key: work.importKey || freeKey(keys, work),
      title: work.title,
      photographer: photographerById.get(work.photographer)?.name ?? '',
      kind: work.kind,
      description: work.description,
      alt: work.alt,
      tags: work.tags,
      editionSize: work.edition?.size ?? null,
      pictures: work.pictureAddresses,
      variants: work.variants.filter(({ retired }) => !retired).map((variant) => fileVariant(variant, stock)),
    }));
}

function freeKey(keys: Set<string>, { title }: Work): string {
  const base = titleToKey(title);
  let key = base;
  for (let n = 2; keys.has(key); n++) key = `${base}-${n}`;
  keys.add(key);
  return key;
}

function fileVariant(variant: Variant, stock: StockOf): CatalogueVariant {
  const { id, sku, size, paper, frame, price, barcode, taxRates } = variant;
  const quantity = stock.quantityOf(id);
  return {
    sku,
    size,
    paper,
    frame,
    price,
    barcode,
    taxRates,
    // Sold more than counted: there are none.
    quantity: quantity === null ? null : Math.max(0, quantity),
    written: stock.writtenOf(id),
  };
}
