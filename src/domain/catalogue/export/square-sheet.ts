import { neutralise } from '../csv-text.ts';
import type { CatalogueVariant, CatalogueWork } from '../import/draft.ts';
import { writePercent } from '../import/numbers.ts';
import { OPTION_NAMES, OPTIONS } from './option-cells.ts';
import { writeAmount, writeCount, type NumberStyle, type Sheet } from './sheet.ts';

const ITEM = ['Token', 'Item Name', 'Variation Name', 'SKU', 'Description', 'Category', 'GTIN', 'Price'];
const CHOICES = [1, 2, 3].flatMap((n) => [`Option Name ${n}`, `Option Value ${n}`]);
const QUANTITY = 'New Quantity Imago Stall';

type Cells = Record<string, string>;

/**
 * Square's item file, one row a variant. It cannot carry keys (they are made from the titles), pictures and their text,
 * tags, edition sizes, numbers written, or a work without variants.
 */
export function squareSheet(works: readonly CatalogueWork[], style: NumberStyle): Sheet {
  const rates = new Set(works.flatMap(({ variants }) => variants.flatMap(({ taxRates }) => taxRates ?? [])));
  const taxes = [...rates]
    .toSorted((a, b) => a - b)
    .map((rate) => ({ rate, column: `Tax - Tax (${writePercent(rate, '.')})` }));
  const rows = works.flatMap((work) =>
    work.variants.map((variant) => ({
      ...workCells(work),
      ...variantCells(variant, style),
      ...Object.fromEntries(taxes.map(({ rate, column }) => [column, yesOrNo(variant, rate)])),
    })),
  );
  return {
    columns: [...ITEM, ...CHOICES, 'Default Vendor Name', QUANTITY, ...taxes.map(({ column }) => column)],
    rows,
  };
}

function workCells(work: CatalogueWork): Cells {
  return {
    'Item Name': neutralise(work.title),
    Description: neutralise(work.description),
    Category: work.kind === null ? '' : work.kind === 'print' ? 'Prints' : 'Merch',
    'Default Vendor Name': neutralise(work.photographer),
  };
}

function variantCells(variant: CatalogueVariant, style: NumberStyle): Cells {
  const values = OPTIONS.map((option) => variant[option]).filter((value) => value !== '');
  const cells: Cells = {
    'Variation Name': neutralise(values.join(', ') || 'Regular'),
    SKU: neutralise(variant.sku),
    GTIN: neutralise(variant.barcode),
    Price: writeAmount(variant.price, style),
    [QUANTITY]: writeCount(variant.quantity),
  };
  for (const [at, option] of OPTIONS.entries()) {
    if (variant[option] === '') continue;
    cells[`Option Name ${at + 1}`] = OPTION_NAMES[option];
    cells[`Option Value ${at + 1}`] = neutralise(variant[option]);
  }
  return cells;
}

function yesOrNo(variant: CatalogueVariant, rate: number): string {
  return variant.taxRates === null ? '' : variant.taxRates.includes(rate) ? 'Y' : 'N';
}
