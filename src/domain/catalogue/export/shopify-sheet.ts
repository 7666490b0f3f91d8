import { neutralise } from '../csv-text.ts';
import type { CatalogueVariant, CatalogueWork } from '../import/draft.ts';
import { textToHtml } from '../import/plain-text.ts';
import { optionsOf, OPTION_NAMES, type Option } from './option-cells.ts';
import { writeAmount, writeCount, type NumberStyle, type Sheet } from './sheet.ts';

/** Column names that differ between Shopify's layout since 2024 and the one before. */
const NEW = {
  handle: 'URL handle',
  body: 'Description',
  published: 'Published on online store',
  sku: 'SKU',
  barcode: 'Barcode',
  optionName: (n: number): string => `Option${n} name`,
  optionValue: (n: number): string => `Option${n} value`,
  price: 'Price',
  taxable: 'Charge tax',
  tracker: 'Inventory tracker',
  quantity: 'Inventory quantity',
  policy: 'Continue selling when out of stock',
  service: 'Fulfillment service',
  shipping: 'Requires shipping',
  picture: 'Product image URL',
  position: 'Image position',
  alt: 'Image alt text',
  giftCard: 'Gift card',
};
type Names = typeof NEW;
const LEGACY: Names = {
  handle: 'Handle',
  body: 'Body (HTML)',
  published: 'Published',
  sku: 'Variant SKU',
  barcode: 'Variant Barcode',
  optionName: (n) => `Option${n} Name`,
  optionValue: (n) => `Option${n} Value`,
  price: 'Variant Price',
  taxable: 'Variant Taxable',
  tracker: 'Variant Inventory Tracker',
  quantity: 'Variant Inventory Qty',
  policy: 'Variant Inventory Policy',
  service: 'Variant Fulfillment Service',
  shipping: 'Variant Requires Shipping',
  picture: 'Image Src',
  position: 'Image Position',
  alt: 'Image Alt Text',
  giftCard: 'Gift Card',
};
const EDITION = 'Edition size (product.metafields.imago.edition_size)';

type Cells = Record<string, string>;

interface Layout {
  readonly names: Names;
  readonly style: NumberStyle;
  readonly yes: string;
  readonly no: string;
  readonly deny: string;
}

/**
 * Shopify's product file. It cannot carry tax rates (only taxed or not), numbers written, a work without variants, a comma
 * in a tag, or what a picture shows when there is none.
 */
export function shopifySheet(works: readonly CatalogueWork[], style: NumberStyle, age: 'new' | 'legacy'): Sheet {
  const layout: Layout =
    age === 'new'
      ? { names: NEW, style, yes: 'TRUE', no: 'FALSE', deny: 'DENY' }
      : { names: LEGACY, style, yes: 'true', no: 'false', deny: 'deny' };
  return { columns: columnsOf(layout.names, age), rows: works.flatMap((work) => workRows(work, layout)) };
}

function columnsOf(names: Names, age: 'new' | 'legacy'): string[] {
  const { handle, optionName, optionValue, body, published, ...others } = names;
  const options = [1, 2, 3].flatMap((n) => [optionName(n), optionValue(n)]);
  const start = age === 'new' ? ['Title', handle] : [handle, 'Title'];
  const status = age === 'new' ? [published, 'Status'] : [published];
  return [...start, body, 'Vendor', 'Type', 'Tags', ...status, ...options, ...Object.values(others), EDITION];
}

/** The first row holds work, first variant and first picture; then a row a variant, then a row a picture. */
function workRows(work: CatalogueWork, layout: Layout): Cells[] {
  const { names } = layout;
  const handle = { [names.handle]: neutralise(work.key) };
  const options = optionsOf(work);
  const [variant, ...variants] = work.variants.map((each, at) => ({
    ...handle,
    ...variantCells(each, layout),
    ...optionCells(each, names, options, at === 0),
  }));
  const [picture, ...pictures] = work.pictures.map((address, at) => ({
    ...handle,
    [names.picture]: address,
    [names.position]: String(at + 1),
    [names.alt]: at === 0 ? neutralise(work.alt) : '',
  }));
  return [{ ...workCells(work, layout), ...handle, ...picture, ...variant }, ...variants, ...pictures];
}

function workCells(work: CatalogueWork, { names, yes, no }: Layout): Cells {
  return {
    Title: neutralise(work.title),
    [names.body]: neutralise(textToHtml(work.description)),
    Vendor: neutralise(work.photographer),
    Type: work.kind === null ? '' : work.kind === 'print' ? 'Print' : 'Merch',
    Tags: neutralise(work.tags.map((tag) => tag.replaceAll(',', ' ')).join(', ')),
    [names.published]: yes,
    Status: 'Active',
    [names.giftCard]: no,
    [EDITION]: writeCount(work.editionSize),
  };
}

function variantCells(variant: CatalogueVariant, { names, style, yes, no, deny }: Layout): Cells {
  return {
    [names.sku]: neutralise(variant.sku),
    [names.barcode]: neutralise(variant.barcode),
    [names.price]: writeAmount(variant.price, style),
    [names.taxable]: variant.taxRates?.length === 0 ? no : yes,
    [names.tracker]: 'shopify',
    [names.quantity]: writeCount(variant.quantity),
    [names.policy]: deny,
    [names.service]: 'manual',
    [names.shipping]: yes,
  };
}

/** Option names stand in the work's first row only; a single variant without options is `Title`, `Default Title`. */
function optionCells(variant: CatalogueVariant, names: Names, options: readonly Option[], isFirst: boolean): Cells {
  const cells: Cells = {};
  if (options.length === 0) {
    cells[names.optionValue(1)] = 'Default Title';
    if (isFirst) cells[names.optionName(1)] = 'Title';
  }
  for (const [at, option] of options.entries()) {
    cells[names.optionValue(at + 1)] = neutralise(variant[option]);
    if (isFirst) cells[names.optionName(at + 1)] = OPTION_NAMES[option];
  }
  return cells;
}
