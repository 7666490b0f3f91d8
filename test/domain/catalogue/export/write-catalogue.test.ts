import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, restore } from '../../../../src/domain/catalogue/csv-text.ts';
import { writeCatalogue, type WritingOptions } from '../../../../src/domain/catalogue/export/write-catalogue.ts';
import type { CatalogueWork } from '../../../../src/domain/catalogue/import/draft.ts';
import { titleToKey } from '../../../../src/domain/catalogue/import/lists.ts';
import { readCatalogue } from '../../../../src/domain/catalogue/import/read-catalogue.ts';
import { catalogues } from '../a-catalogue.ts';

async function readBack(text: string, currency: string): Promise<CatalogueWork[]> {
  const read = await readCatalogue(new TextEncoder().encode(text), { currency });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(read.value.problems).toEqual([]);
  return read.value.works.map(({ row: _row, variants, ...work }) => ({
    ...work,
    variants: variants.map(({ row: _line, ...variant }) => variant),
  }));
}

/** Writes, reads, compares with what the layout can carry. fast-check prints the seed of a failure. */
function roundTrip(
  options: WritingOptions,
  highest: number,
  carried: (works: CatalogueWork[]) => CatalogueWork[] = (works) => works,
): Promise<void> {
  const property = fc.asyncProperty(catalogues(highest), async (works) => {
    const expected = carried(works);
    if (expected.length === 0) return;
    expect(await readBack(writeCatalogue(expected, options), options.currency)).toEqual(expected);
  });
  return fc.assert(property, { numRuns: 100 });
}

const sold = (works: CatalogueWork[]): CatalogueWork[] => works.filter(({ variants }) => variants.length > 0);

describe('what is written reads back the same', () => {
  it.each([
    ['EUR', 100_000_000],
    ['JPY', 1_000_000],
    ['KWD', 1_000_000_000],
  ])('in our layout in %s, every field', async (currency, highest) => {
    await expect(roundTrip({ dialect: 'imago', currency }, highest)).resolves.toBeUndefined();
  });

  it.each(['EUR', 'KWD'])('in our layout in %s with semicolons and decimal commas', async (currency) => {
    await expect(roundTrip({ dialect: 'imago', currency, style: 'semicolon' }, 100_000_000)).resolves.toBeUndefined();
  });

  it.each(['shopify', 'shopify-legacy'] as const)('as %s, but for what it has no column for', async (dialect) => {
    await expect(
      roundTrip({ dialect, currency: 'EUR' }, 100_000_000, (works) =>
        sold(works).map((work) => ({
          ...work,
          alt: work.pictures.length > 0 ? work.alt : '',
          tags: work.tags.filter((tag) => !tag.includes(',')),
          variants: work.variants.map((variant) => ({
            ...variant,
            taxRates: variant.taxRates?.length === 0 ? [] : null,
            written: [],
          })),
        })),
      ),
    ).resolves.toBeUndefined();
  });

  it('as WooCommerce, but for backslashes in a description', async () => {
    await expect(
      roundTrip({ dialect: 'woocommerce', currency: 'EUR' }, 100_000_000, (works) =>
        sold(works).map((work) => ({ ...work, description: work.description.replaceAll('\\', '/') })),
      ),
    ).resolves.toBeUndefined();
  });

  it('as Square, but for what it has no column for', async () => {
    await expect(
      roundTrip({ dialect: 'square', currency: 'EUR' }, 100_000_000, (works) => {
        const hasRates = works.some(({ variants }) => variants.some(({ taxRates }) => (taxRates ?? []).length > 0));
        return sold(works).map((work) => ({
          ...work,
          key: titleToKey(work.title),
          alt: '',
          tags: [],
          editionSize: null,
          pictures: [],
          variants: work.variants.map((variant) => ({
            ...variant,
            taxRates: hasRates ? variant.taxRates : null,
            written: [],
          })),
        }));
      }),
    ).resolves.toBeUndefined();
  });
});

describe('the written file', () => {
  interface Vectors {
    cases: { value: string; neutralised: string; rfc4180: string }[];
  }
  const path = new URL('../../../vectors/csv-escaping.json', import.meta.url);
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as Vectors;

  it.each(cases)('keeps a spreadsheet from running $value', ({ value, neutralised, rfc4180 }) => {
    expect(neutralise(value)).toBe(neutralised);
    expect(restore(neutralised)).toBe(value);
    const text = writeCatalogue([{ ...plain, title: value }], { dialect: 'imago', currency: 'EUR' });
    expect(text.split('\r\n')[1]?.startsWith(`key,${rfc4180},`)).toBe(true);
  });

  it('has a mark, our columns, and CRLF', () => {
    const text = writeCatalogue([plain], { dialect: 'imago', currency: 'EUR' });
    expect(text).toBe(
      '\uFEFFWork key,Title,Photographer,Kind,Description,Tags,Edition size,Pictures,Picture text,' +
        'SKU,Size,Paper,Frame,Price,Currency,Barcode,Quantity,Tax rates,Numbers written\r\n' +
        'key,Title,Ana,print,,"fog, b\\,w",25,,,S-1,A4,,,45.00,EUR,,21,7% 2.5%,"No. 1–3, 7"\r\n',
    );
  });

  it('reads back the same through windows line ends, a spreadsheet that drops the mark, and tabs', async () => {
    const text = writeCatalogue([plain], { dialect: 'imago', currency: 'EUR', style: 'semicolon' });
    expect(text).toContain(';45,00;EUR;;21;7% 2,5%;No. 1–3, 7');
    const tabbed = text.slice(1).replaceAll(';', '\t').replaceAll('\r\n', '\n');
    expect(await readBack(tabbed, 'EUR')).toEqual([plain]);
  });
});

const plain: CatalogueWork = {
  key: 'key',
  title: 'Title',
  photographer: 'Ana',
  kind: 'print',
  description: '',
  alt: '',
  tags: ['fog', 'b,w'],
  editionSize: 25,
  pictures: [],
  variants: [
    {
      sku: 'S-1',
      size: 'A4',
      paper: '',
      frame: '',
      price: 4500,
      barcode: '',
      quantity: 21,
      taxRates: [70_000, 25_000],
      written: [
        [1, 3],
        [7, 7],
      ],
    },
  ],
};
