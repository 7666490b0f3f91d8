import type { Gathering, RoughWork } from '../gather.ts';
import { kindFromWords, splitList } from '../lists.ts';
import { sortOptions } from '../options.ts';
import { htmlToText } from '../plain-text.ts';
import type { Cell, Header, Row } from '../row.ts';
import { optionColumns, type Dialect, type RowReader } from './dialect.ts';

const ATTRIBUTES = optionColumns(
  (n) => `attribute ${n} name`,
  (n) => `attribute ${n} value(s)`,
);
/** What WooCommerce has no column for travels in its meta columns. */
const META = {
  key: 'meta: _imago_key',
  photographer: 'meta: _imago_photographer',
  alt: 'meta: _imago_picture_text',
  editionSize: 'meta: _imago_edition_size',
  written: 'meta: _imago_numbers_written',
  tax: 'meta: _imago_tax_rates',
  barcode: 'meta: _imago_barcode',
} as const;

/** Product export of WooCommerce with English column names. */
export const woocommerce: Dialect = {
  name: 'woocommerce',
  needs: ['type', 'name', 'regular price'],
  knows: [
    'id',
    'sku',
    'description',
    'short description',
    'stock',
    'sale price',
    'categories',
    'tags',
    'images',
    'parent',
    'tax status',
    'brands',
    'gtin, upc, ean, or isbn',
    ...ATTRIBUTES.flat(),
    ...Object.values(META),
  ],
  begin: readWoocommerce,
};

/**
 * A `simple` row is a work with one variant, a `variable` row a work, a `variation` row one of its variants; `Parent` is the
 * SKU or `id:` of the variable row, which may stand further down.
 */
function readWoocommerce(_header: Header, gathering: Gathering): RowReader {
  const keyByReference = new Map<string, string>();
  const variations: Row[] = [];

  function take(row: Row): void {
    const types = row
      .text('type')
      .toLowerCase()
      .split(',')
      .map((type) => type.trim());
    if (types.includes('variation')) variations.push(row);
    else if (types.includes('variable')) takeWork(row);
    else if (types.includes('simple')) takeVariant(takeWork(row), row);
    else gathering.notice('leftOut', row.cell('type'));
  }

  function takeWork(row: Row): RoughWork {
    const work = gathering.work(keyOf(row), row.line);
    gathering.say(work, 'title', row.cell('name'));
    gathering.say(work, 'photographer', firstSaid(row, [META.photographer, 'brands']));
    const body = firstSaid(row, ['description', 'short description']);
    gathering.say(work, 'description', { ...body, text: htmlToText(withLineBreaks(body.text)) });
    gathering.say(work, 'alt', row.cell(META.alt));
    const categories = row.cell('categories');
    gathering.say(work, 'kind', { ...categories, text: kindFromWords(categories.text) ?? '' });
    gathering.say(work, 'editionSize', row.cell(META.editionSize));
    work.tags.push(...splitList(row.text('tags')));
    work.pictures.push(...splitList(row.text('images')));
    return work;
  }

  function keyOf(row: Row): string {
    const key = row.text(META.key) || gathering.keyForTitle(row.text('name'), 'otherWork');
    for (const reference of [row.text('sku'), `id:${row.text('id')}`]) {
      if (reference !== '' && reference !== 'id:') keyByReference.set(reference, key);
    }
    return key;
  }

  function takeVariant(work: RoughWork, row: Row): void {
    const { options, moved } = sortOptions(ATTRIBUTES.map(([name, value]) => attribute(row, name, value)));
    if (work.variants.length === 0)
      for (const text of moved) gathering.notice('optionMoved', { row: row.line, column: '', text });
    if (row.text('sale price') !== '') gathering.notice('salePriceLeftOut', row.cell('sale price'));
    const tax = row.cell(META.tax);
    work.variants.push({
      row: row.line,
      sku: row.cell('sku'),
      options,
      price: row.cell('regular price'),
      barcode: firstSaid(row, [META.barcode, 'gtin, upc, ean, or isbn']),
      quantity: row.cell('stock'),
      tax: tax.text === '' && /^none$/i.test(row.text('tax status')) ? [] : tax,
      written: row.cell(META.written),
    });
  }

  function ownerOf(row: Row): string {
    if (!/variation/i.test(row.text('type'))) return row.text('name') === '' ? '' : keyOf(row);
    return keyByReference.get(row.text('parent')) ?? '';
  }

  function finish(): void {
    for (const row of variations) {
      const key = keyByReference.get(row.text('parent'));
      if (key !== undefined) takeVariant(gathering.work(key, row.line), row);
      else gathering.problem('parentMissing', row.cell('parent'), '');
    }
  }

  return { take, ownerOf, finish };
}

/** A list of several values on a simple product only informs; it is no choice. */
function attribute(row: Row, name: string, value: string): { name: string; value: string } {
  const values = splitList(row.text(value));
  return { name: row.text(name), value: values.length === 1 ? (values[0] ?? '') : '' };
}

/** WooCommerce writes a line break as `\n`, and `\n` itself as `\\n`. */
function withLineBreaks(text: string): string {
  return text.replace(/(\\?)\\n/g, (_whole, escape: string) => (escape === '' ? '\n' : '\\n'));
}

function firstSaid(row: Row, columns: readonly string[]): Cell {
  return row.cell(columns.find((column) => row.text(column) !== '') ?? columns[0] ?? '');
}
