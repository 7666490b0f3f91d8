import type { Gathering } from '../gather.ts';
import { splitList } from '../lists.ts';
import { sortOptions } from '../options.ts';
import { htmlToText, tidy } from '../plain-text.ts';
import type { Cell, Header, Row } from '../row.ts';
import { type Dialect, type RowReader } from './dialect.ts';

const PICTURES = Array.from({ length: 10 }, (_, at) => `image${at + 1}`);
const VARIATIONS = [1, 2, 3].map((n): [string, string] => [`variation ${n} name`, `variation ${n} values`]);

/** Listings download of Etsy. It has one price a listing and one quantity over all variants; Etsy cannot read it back. */
export const etsy: Dialect = {
  name: 'etsy',
  needs: ['title', 'price', 'currency_code'],
  knows: ['description', 'quantity', 'tags', 'sku', ...PICTURES, ...VARIATIONS.flat()],
  begin: readEtsy,
};

/** One row a listing; its variants are all combinations of the variations' values, in the order of its SKUs. */
function readEtsy(_header: Header, gathering: Gathering): RowReader {
  function take(row: Row): void {
    const title = row.cell('title');
    if (title.text === '') return gathering.problem('titleMissing', title, '');
    const plain = htmlToText(title.text);
    const work = gathering.work(gathering.keyForTitle(plain, 'otherWork'), row.line);
    gathering.say(work, 'title', { ...title, text: plain });
    const body = row.cell('description');
    gathering.say(work, 'description', { ...body, text: htmlToText(body.text) });
    work.tags.push(...splitList(htmlToText(row.text('tags'))).map((tag) => tidy(tag.replaceAll('_', ' '))));
    work.pictures.push(...PICTURES.map((column) => row.text(column)).filter((address) => address !== ''));
    const currency = row.cell('currency_code');
    if (currency.text !== '' && currency.text !== gathering.currency)
      gathering.problem('otherCurrency', currency, work.key);
    const forms = combinations(row);
    const skus = skusOf(row, forms.length);
    if (forms.length > 1) gathering.notice('onePriceForAll', row.cell('price'));
    for (const [at, options] of forms.entries()) {
      work.variants.push({
        row: row.line,
        sku: skus[at] ?? row.cell(''),
        options,
        price: row.cell('price'),
        barcode: row.cell(''),
        quantity: forms.length === 1 ? row.cell('quantity') : row.cell(''),
        tax: null,
        written: row.cell(''),
      });
    }
  }
  /** Each row is a work of its own, so a damaged one must not cost the listing above. */
  const ownerOf = (row: Row): string =>
    gathering.keyForTitle(htmlToText(row.text('title')) || `row ${row.line}`, 'otherWork');
  return { take, ownerOf, finish: () => undefined };
}

function combinations(row: Row): { size: string; paper: string; frame: string }[] {
  let forms: { name: string; value: string }[][] = [[]];
  for (const [name, values] of VARIATIONS) {
    const choices = splitList(htmlToText(row.text(values)));
    if (choices.length === 0) continue;
    forms = forms.flatMap((form) => choices.map((value) => [...form, { name: row.text(name), value }]));
  }
  return forms.map((form) => sortOptions(form).options);
}

/** SKUs can be told apart only if there is one for each variant. */
function skusOf(row: Row, variants: number): Cell[] {
  const cell = row.cell('sku');
  if (variants === 1) return [cell];
  const skus = splitList(cell.text);
  return skus.length === variants ? skus.map((text) => ({ ...cell, text })) : [];
}
