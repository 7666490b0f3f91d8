import type { DialectName } from '../draft.ts';
import type { Gathering, RoughWork } from '../gather.ts';
import { kindFromWords } from '../lists.ts';
import { sortOptions } from '../options.ts';
import { htmlToText, tidy } from '../plain-text.ts';
import type { Header, Row } from '../row.ts';
import { optionColumns, type Dialect, type RowReader } from './dialect.ts';

interface ShopifyColumns {
  readonly handle: string;
  readonly body: string;
  readonly sku: string;
  readonly barcode: string;
  readonly price: string;
  readonly quantity: string;
  readonly taxable: string;
  readonly picture: string;
}

const OPTIONS = optionColumns(
  (n) => `option${n} name`,
  (n) => `option${n} value`,
);

/** Product export since 2024. */
export const shopify = shopifyDialect('shopify', {
  handle: 'url handle',
  body: 'description',
  sku: 'sku',
  barcode: 'barcode',
  price: 'price',
  quantity: 'inventory quantity',
  taxable: 'charge tax',
  picture: 'product image url',
});

/** Product export before 2024, and what many other tools write. */
export const shopifyLegacy = shopifyDialect('shopify-legacy', {
  handle: 'handle',
  body: 'body (html)',
  sku: 'variant sku',
  barcode: 'variant barcode',
  price: 'variant price',
  quantity: 'variant inventory qty',
  taxable: 'variant taxable',
  picture: 'image src',
});

function shopifyDialect(name: DialectName, columns: ShopifyColumns): Dialect {
  return {
    name,
    needs: [columns.handle, 'title', columns.price],
    knows: [
      ...Object.values(columns),
      'vendor',
      'type',
      'tags',
      'image alt text',
      'gift card',
      'status',
      ...OPTIONS.flat(),
    ],
    begin: (header, gathering) => readShopify(columns, header, gathering),
  };
}

/**
 * Rows with one handle are one work. Its own fields and its option names stand in the first row, each variant has a row,
 * and a row with no more than a picture is a further picture.
 */
function readShopify(columns: ShopifyColumns, header: Header, gathering: Gathering): RowReader {
  const editionColumn = [...header.places.keys()].find((name) => /edition[ _]size/.test(name)) ?? '';
  const optionNames = new Map<string, string[]>();
  const leftOut = new Set<string>();

  function take(row: Row): void {
    const handle = row.text(columns.handle);
    if (handle === '') return gathering.problem('keyMissing', row.cell(columns.handle), gathering.lastKey);
    if (leavesOut(row, handle)) return;
    const work = gathering.work(handle, row.line);
    takeWork(work, row);
    const picture = row.text(columns.picture);
    if (picture !== '') work.pictures.push(picture);
    if (isVariant(row)) takeVariant(work, row);
  }

  /** Gift cards are no goods, and what is archived is not for sale any more. */
  function leavesOut(row: Row, handle: string): boolean {
    if (leftOut.has(handle)) return true;
    const reason = [row.cell('gift card'), row.cell('status')].find(({ text }) => /^(?:true|archived)$/i.test(text));
    if (!reason) return false;
    leftOut.add(handle);
    gathering.notice('leftOut', reason);
    return true;
  }

  function takeWork(work: RoughWork, row: Row): void {
    gathering.say(work, 'title', row.cell('title'));
    gathering.say(work, 'photographer', row.cell('vendor'));
    const body = row.cell(columns.body);
    gathering.say(work, 'description', { ...body, text: htmlToText(body.text) });
    if (!work.said.has('alt') && work.pictures.length === 0) gathering.say(work, 'alt', row.cell('image alt text'));
    const type = row.cell('type');
    gathering.say(work, 'kind', { ...type, text: kindFromWords(type.text) ?? '' });
    gathering.say(work, 'editionSize', row.cell(editionColumn));
    work.tags.push(
      ...row
        .text('tags')
        .split(',')
        .map(tidy)
        .filter((tag) => tag !== ''),
    );
  }

  function isVariant(row: Row): boolean {
    return [columns.sku, columns.price, 'option1 value'].some((column) => row.text(column) !== '');
  }

  function takeVariant(work: RoughWork, row: Row): void {
    const names = optionNames.get(work.key) ?? OPTIONS.map(([name]) => row.text(name));
    optionNames.set(work.key, names);
    const { options, moved } = sortOptions(
      OPTIONS.map(([, value], at) => ({ name: names[at] ?? '', value: row.text(value) })),
    );
    if (work.variants.length === 0)
      for (const text of moved) gathering.notice('optionMoved', { row: row.line, column: '', text });
    work.variants.push({
      row: row.line,
      sku: row.cell(columns.sku),
      options,
      price: row.cell(columns.price),
      barcode: row.cell(columns.barcode),
      quantity: row.cell(columns.quantity),
      tax: /^false$/i.test(row.text(columns.taxable)) ? [] : null,
      written: row.cell(''),
    });
  }

  return { take, ownerOf: (row) => row.text(columns.handle), finish: () => undefined };
}
