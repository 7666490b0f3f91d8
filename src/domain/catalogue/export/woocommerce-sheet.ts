import { neutralise } from '../csv-text.ts';
import type { CatalogueVariant, CatalogueWork } from '../import/draft.ts';
import { joinList } from '../import/lists.ts';
import { writeNumbers, writeTaxRates } from '../import/numbers.ts';
import { textToHtml } from '../import/plain-text.ts';
import { OPTION_NAMES, OPTIONS, optionsOf, type Option } from './option-cells.ts';
import { writeAmount, writeCount, type NumberStyle, type Sheet } from './sheet.ts';

const ATTRIBUTES = [1, 2, 3].flatMap((n) =>
  ['name', 'value(s)', 'visible', 'global'].map((part) => `Attribute ${n} ${part}`),
);
const META = ['key', 'photographer', 'picture_text', 'edition_size', 'numbers_written', 'tax_rates', 'barcode'];
const PRODUCT =
  'Type,SKU,Name,Published,Description,Tax status,In stock?,Stock,Regular price,Categories,Tags,Images'.split(',');
const COLUMNS = [...PRODUCT, 'Parent', 'Position', ...ATTRIBUTES, ...META.map((name) => `Meta: _imago_${name}`)];

type Cells = Record<string, string>;

/**
 * WooCommerce's product file: a `variable` row with its variations, or one `simple` row where there is nothing to choose.
 * It cannot carry a work without variants.
 */
export function woocommerceSheet(works: readonly CatalogueWork[], style: NumberStyle): Sheet {
  return { columns: COLUMNS, rows: works.flatMap((work) => workRows(work, style)) };
}

function workRows(work: CatalogueWork, style: NumberStyle): Cells[] {
  const [first, ...others] = work.variants;
  if (!first) return [];
  if (others.length === 0 && optionsOf(work).length === 0) {
    return [{ ...workCells(work), ...variantCells(first, style), Type: 'simple' }];
  }
  const parent = neutralise(`work-${work.key}`);
  const choices = optionCells((option) => [...new Set(work.variants.map((variant) => variant[option]))]);
  const variations = work.variants.map((variant, at) => ({
    ...variantCells(variant, style),
    ...optionCells((option) => [variant[option]]),
    Type: 'variation',
    Name: neutralise([work.title, ...OPTIONS.map((option) => variant[option])].filter(Boolean).join(' - ')),
    Parent: parent,
    Position: String(at + 1),
  }));
  return [{ ...workCells(work), ...choices, Type: 'variable', SKU: parent, Position: '0' }, ...variations];
}

function workCells(work: CatalogueWork): Cells {
  return {
    Name: neutralise(work.title),
    Published: '1',
    Description: neutralise(withEscapes(textToHtml(work.description))),
    'Tax status': 'taxable',
    Categories: work.kind === null ? '' : work.kind === 'print' ? 'Prints' : 'Merch',
    Tags: neutralise(joinList(work.tags)),
    Images: joinList(work.pictures),
    'Meta: _imago_key': neutralise(work.key),
    'Meta: _imago_photographer': neutralise(work.photographer),
    'Meta: _imago_picture_text': neutralise(work.alt),
    'Meta: _imago_edition_size': writeCount(work.editionSize),
  };
}

function variantCells(variant: CatalogueVariant, style: NumberStyle): Cells {
  return {
    SKU: neutralise(variant.sku),
    'Tax status': variant.taxRates?.length === 0 ? 'none' : 'taxable',
    'In stock?': variant.quantity === 0 ? '0' : '1',
    Stock: writeCount(variant.quantity),
    'Regular price': writeAmount(variant.price, style),
    'Meta: _imago_numbers_written': writeNumbers(variant.written),
    'Meta: _imago_tax_rates': writeTaxRates(variant.taxRates, style.mark),
    'Meta: _imago_barcode': neutralise(variant.barcode),
  };
}

function optionCells(valuesOf: (option: Option) => readonly string[]): Cells {
  const cells: Cells = {};
  for (const [at, option] of OPTIONS.entries()) {
    const values = valuesOf(option).filter((value) => value !== '');
    if (values.length === 0) continue;
    cells[`Attribute ${at + 1} name`] = OPTION_NAMES[option];
    cells[`Attribute ${at + 1} value(s)`] = neutralise(joinList(values));
    cells[`Attribute ${at + 1} visible`] = '1';
    cells[`Attribute ${at + 1} global`] = '1';
  }
  return cells;
}

/** WooCommerce writes a line break as `\n`, and `\n` itself as `\\n`. */
function withEscapes(text: string): string {
  return text.replaceAll('\\n', '\\\\n').replaceAll('\n', '\\n');
}
