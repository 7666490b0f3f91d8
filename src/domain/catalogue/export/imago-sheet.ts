import { neutralise } from '../csv-text.ts';
import { IMAGO_COLUMNS } from '../import/dialects/imago.ts';
import type { CatalogueVariant, CatalogueWork } from '../import/draft.ts';
import { joinList } from '../import/lists.ts';
import { writeNumbers, writeTaxRates } from '../import/numbers.ts';
import { writeAmount, writeCount, type NumberStyle, type Sheet } from './sheet.ts';

type ImagoRow = Readonly<Partial<Record<(typeof IMAGO_COLUMNS)[number], string>>>;

/** Our own layout: everything a file can say. The work's own fields stand in its first row. */
export function imagoSheet(works: readonly CatalogueWork[], style: NumberStyle): Sheet {
  const rows = works.flatMap((work): ImagoRow[] => {
    const [first, ...others] = work.variants;
    const name = { 'Work key': neutralise(work.key), Title: neutralise(work.title) };
    const head = { ...workCells(work), ...name, ...(first ? variantCells(first, style) : {}) };
    return [head, ...others.map((variant) => ({ ...name, ...variantCells(variant, style) }))];
  });
  return { columns: IMAGO_COLUMNS, rows };
}

function workCells(work: CatalogueWork): ImagoRow {
  return {
    Photographer: neutralise(work.photographer),
    Kind: work.kind ?? '',
    Description: neutralise(work.description),
    Tags: neutralise(joinList(work.tags)),
    'Edition size': writeCount(work.editionSize),
    Pictures: work.pictures.join('\n'),
    'Picture text': neutralise(work.alt),
  };
}

function variantCells(variant: CatalogueVariant, style: NumberStyle): ImagoRow {
  return {
    SKU: neutralise(variant.sku),
    Size: neutralise(variant.size),
    Paper: neutralise(variant.paper),
    Frame: neutralise(variant.frame),
    Price: writeAmount(variant.price, style),
    Currency: style.currency,
    Barcode: neutralise(variant.barcode),
    Quantity: writeCount(variant.quantity),
    'Tax rates': writeTaxRates(variant.taxRates, style.mark),
    'Numbers written': writeNumbers(variant.written),
  };
}
