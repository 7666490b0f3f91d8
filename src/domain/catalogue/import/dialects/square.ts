import type { Gathering } from '../gather.ts';
import { kindFromWords } from '../lists.ts';
import { readQuantity } from '../numbers.ts';
import { sortOptions } from '../options.ts';
import type { Cell, Header, Row } from '../row.ts';
import { optionColumns, type Dialect, type RowReader } from './dialect.ts';

const OPTIONS = optionColumns(
  (n) => `option name ${n}`,
  (n) => `option value ${n}`,
);

/** Item library export of Square, saved as CSV. It holds no pictures. */
export const square: Dialect = {
  name: 'square',
  needs: ['item name', 'variation name', 'price'],
  knows: [
    'sku',
    'description',
    'category',
    'categories',
    'gtin',
    'default vendor name',
    'sellable',
    'archived',
    ...OPTIONS.flat(),
  ],
  begin: readSquare,
};

/** One row a variant; rows with the same item name are one work. Stock and taxes stand in a column for each place and rate. */
function readSquare(header: Header, gathering: Gathering): RowReader {
  const places = quantityColumns(header);
  const taxes = taxColumns(header);
  if (places.length > 1) {
    gathering.notice('severalPlaces', { row: 0, column: '', text: places.map(({ name }) => name).join(', ') });
  }

  function take(row: Row): void {
    const name = row.cell('item name');
    if (name.text === '') return gathering.problem('titleMissing', name, gathering.lastKey);
    const unsold = [row.cell('sellable'), row.cell('archived')].find(({ text }, at) => text.toUpperCase() === 'NY'[at]);
    if (unsold) return gathering.notice('leftOut', unsold);
    const work = gathering.work(ownerOf(row), row.line);
    gathering.say(work, 'title', name);
    gathering.say(work, 'photographer', row.cell('default vendor name'));
    gathering.say(work, 'description', row.cell('description'));
    const category = row.cell(row.text('categories') === '' ? 'category' : 'categories');
    gathering.say(work, 'kind', { ...category, text: kindFromWords(category.text) ?? '' });
    work.variants.push({
      row: row.line,
      sku: row.cell('sku'),
      options: optionsOf(row),
      price: row.cell('price'),
      barcode: row.cell('gtin'),
      quantity: quantityOf(row),
      tax: ratesOf(row),
      written: row.cell(''),
    });
  }

  function ownerOf(row: Row): string {
    const name = row.text('item name');
    return name === '' ? '' : gathering.keyForTitle(name, 'sameWork');
  }

  /** The new quantity where one is typed in, else the current one, over all places. */
  function quantityOf(row: Row): Cell {
    const cells = places
      .map(({ current, fresh }) => row.cell(row.text(fresh) === '' ? current : fresh))
      .filter(({ text }) => text !== '');
    const unreadable = cells.find(({ text }) => !readQuantity(text).ok);
    if (unreadable || cells.length < 2) return unreadable ?? cells[0] ?? row.cell('');
    const sum = cells.reduce((total, { text }) => total + Number.parseInt(text, 10), 0);
    return { row: row.line, column: cells[0]?.column ?? '', text: String(sum) };
  }

  /** Millionths of the rates with a Y; null where no column says Y or N. */
  function ratesOf(row: Row): number[] | null {
    const said = taxes.filter(({ column }) => row.text(column) !== '');
    return said.length === 0 ? null : said.filter(({ column }) => /^y/i.test(row.text(column))).map(({ rate }) => rate);
  }

  return { take, ownerOf, finish: () => undefined };
}

/** Without options, the variation's name is the size; `Regular` is none. */
function optionsOf(row: Row): { size: string; paper: string; frame: string } {
  const { options } = sortOptions(OPTIONS.map(([name, value]) => ({ name: row.text(name), value: row.text(value) })));
  if (options.size !== '' || options.paper !== '' || options.frame !== '') return options;
  const name = row.text('variation name');
  return { ...options, size: /^regular$/i.test(name) ? '' : name };
}

function quantityColumns(header: Header): { name: string; current: string; fresh: string }[] {
  const names = new Set<string>();
  for (const column of header.places.keys()) {
    const name = /^(?:current|new) quantity (.+)$/.exec(column)?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names].map((name) => ({ name, current: `current quantity ${name}`, fresh: `new quantity ${name}` }));
}

function taxColumns(header: Header): { column: string; rate: number }[] {
  return [...header.places.keys()].flatMap((column) => {
    const percent = /^tax - .*\((\d+(?:[.,]\d+)?)\s*%\)$/.exec(column)?.[1];
    return percent === undefined ? [] : [{ column, rate: Math.round(Number(percent.replace(',', '.')) * 10_000) }];
  });
}
