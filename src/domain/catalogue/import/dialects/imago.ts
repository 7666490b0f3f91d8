import type { Gathering } from '../gather.ts';
import { splitList } from '../lists.ts';
import type { Header, Row } from '../row.ts';
import type { Dialect, RowReader } from './dialect.ts';

/**
 * Our own format: one row a variant, CSV with a header. `Work key` ties the rows of a work together; the work's own fields
 * may stand in any of its rows, and what two rows say must agree. An empty cell says nothing.
 */
export const IMAGO_COLUMNS = [
  /** Any text that stays the same from export to export. */
  'Work key',
  'Title',
  /** Name; empty for what belongs to the collective. */
  'Photographer',
  /** `print` or `merch`. */
  'Kind',
  'Description',
  /** Comma list; `\,` is a comma within a tag. */
  'Tags',
  /** Copies over all sizes, 1 to 5000; empty for an open edition. */
  'Edition size',
  /** Addresses with spaces or line breaks between them. */
  'Pictures',
  /** What the first picture shows. */
  'Picture text',
  'SKU',
  'Size',
  'Paper',
  'Frame',
  /** In `Currency`, without a sign: 45.00, or 45,00 where the separator is a semicolon. */
  'Price',
  /** ISO code; it must be the collective's. */
  'Currency',
  'Barcode',
  /** Pieces at hand. */
  'Quantity',
  /** `7%`, `5% 9.975%`, `none`. */
  'Tax rates',
  /** Numbers on the paper already: `No. 1–12, 15`. */
  'Numbers written',
] as const;

export const imago: Dialect = {
  name: 'imago',
  needs: ['work key', 'title', 'price'],
  knows: IMAGO_COLUMNS.map((column) => column.toLowerCase()),
  begin: readImago,
};

const VARIANT_COLUMNS = [
  'sku',
  'size',
  'paper',
  'frame',
  'price',
  'barcode',
  'quantity',
  'tax rates',
  'numbers written',
];

function readImago(_header: Header, gathering: Gathering): RowReader {
  function take(row: Row): void {
    const key = row.cell('work key');
    if (key.text === '') return gathering.problem('keyMissing', key, gathering.lastKey);
    const work = gathering.work(key.text, row.line);
    for (const what of ['title', 'photographer', 'description'] as const) gathering.say(work, what, row.cell(what));
    gathering.say(work, 'alt', row.cell('picture text'));
    gathering.say(work, 'editionSize', row.cell('edition size'));
    const kind = row.cell('kind');
    gathering.say(work, 'kind', { ...kind, text: kind.text.toLowerCase() });
    work.tags.push(...splitList(row.text('tags')));
    work.pictures.push(
      ...row
        .text('pictures')
        .split(/\s+/)
        .filter((address) => address !== ''),
    );
    const currency = row.cell('currency');
    if (currency.text !== '' && currency.text !== gathering.currency)
      gathering.problem('otherCurrency', currency, key.text);
    if (VARIANT_COLUMNS.some((column) => row.text(column) !== '')) work.variants.push(variantOf(row));
  }
  return { take, ownerOf: (row) => row.text('work key'), finish: () => undefined };
}

function variantOf(row: Row) {
  return {
    row: row.line,
    sku: row.cell('sku'),
    options: { size: row.text('size'), paper: row.text('paper'), frame: row.text('frame') },
    price: row.cell('price'),
    barcode: row.cell('barcode'),
    quantity: row.cell('quantity'),
    tax: row.cell('tax rates'),
    written: row.cell('numbers written'),
  };
}
