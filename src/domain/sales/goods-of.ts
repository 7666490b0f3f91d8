import type { Catalogue } from '../catalogue/catalogue.ts';
import type { VariantId } from '../parts.ts';
import type { Goods } from './goods.ts';

/** What the till puts in the cart for a variant, at the price it has now; undefined if the catalogue has no such one. */
export function goodsOf(catalogue: Catalogue, id: VariantId): Goods | undefined {
  const variant = catalogue.variantById.get(id);
  const work = variant && catalogue.workById.get(variant.work);
  if (!variant || !work) return undefined;
  const { edition } = work;
  return {
    variant: id,
    work: work.id,
    photographer: work.photographer,
    terms: catalogue.photographerById.get(work.photographer)?.terms ?? '',
    sku: variant.sku,
    title: work.title,
    label: [variant.size, variant.paper, variant.frame].filter(Boolean).join(', ').slice(0, 200),
    price: variant.price,
    floor: variant.floor,
    taxRates: variant.taxRates,
    edition: edition ? { edition: edition.id, size: edition.size, ladder: edition.ladder } : null,
  };
}
