import * as fc from 'fast-check';
import type { CatalogueVariant, CatalogueWork, NumberRuns } from '../../../src/domain/catalogue/import/draft.ts';
import { titleToKey } from '../../../src/domain/catalogue/import/lists.ts';
import { tidy } from '../../../src/domain/catalogue/import/plain-text.ts';

/** Texts that hurt somewhere: formulas, separators, quotes, markup, escapes, foreign letters. */
const AWKWARD = [
  '=1+1',
  "'=1+1",
  "''-5",
  '+49 170',
  '@cmd',
  '- dash',
  'Nebel, "am" Hafen',
  'a;b\tc',
  'line\n\n\nbreak',
  'a\n=b',
  '<b>&amp;</b> & < 30',
  '&eacute; &nbsp;',
  "'",
  '"',
  'Żółć Ørsted ß',
  '雨の夜',
  '7/25',
  '1-12',
  '0012',
  'NULL',
  'x\\y',
  'TRUE',
  'http://a.example/,b',
];

const texts = fc
  .oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map(tidy)
  .filter((text) => !text.includes('\uFFFD'));
const words = texts.filter((text) => text !== '');

const rates = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 3 })
  .map((list) => list.toSorted((a, b) => a - b));

const variant = (highest: number): fc.Arbitrary<CatalogueVariant> =>
  fc.record({
    sku: fc.oneof(fc.constant(''), words),
    size: texts,
    paper: texts,
    frame: fc.oneof(fc.constant(''), texts),
    price: fc.integer({ min: 1, max: highest }),
    barcode: texts,
    quantity: fc.option(fc.nat(1_000_000)),
    taxRates: fc.option(rates),
    written: fc.constant<NumberRuns>([]),
  });

const work = (highest: number): fc.Arbitrary<CatalogueWork> =>
  fc
    .record({
      key: words,
      title: words,
      photographer: texts,
      kind: fc.constantFrom('print' as const, 'merch' as const, null),
      description: texts,
      alt: texts,
      tags: fc.uniqueArray(words, { maxLength: 4 }),
      editionSize: fc.option(fc.integer({ min: 1, max: 60 })),
      pictures: fc.uniqueArray(fc.webUrl({ withQueryParameters: true }), { maxLength: 3 }),
      variants: fc.uniqueArray(variant(highest), {
        maxLength: 4,
        selector: ({ size, paper, frame }) => JSON.stringify([size, paper, frame]),
      }),
      owners: fc.array(fc.nat(7), { maxLength: 60 }),
    })
    .map(({ owners, ...rest }) => ({ ...rest, variants: withNumbers(rest.variants, rest.editionSize, owners) }));

/** Number n is on a copy of variant `owners[n - 1]`, if there is such a variant. */
function withNumbers(
  variants: readonly CatalogueVariant[],
  size: number | null,
  owners: readonly number[],
): CatalogueVariant[] {
  return variants.map((each, at) => {
    const written: NumberRuns = [];
    for (let number = 1; number <= Math.min(size ?? 0, owners.length); number++) {
      const run = written.at(-1);
      if (owners[number - 1] !== at) continue;
      if (run?.[1] === number - 1) run[1] = number;
      else written.push([number, number]);
    }
    return { ...each, written };
  });
}

/** Catalogues in the form texts are kept in; no SKU, key or title twice. `highest` price in minor units. */
export function catalogues(highest: number): fc.Arbitrary<CatalogueWork[]> {
  return fc
    .uniqueArray(work(highest), { maxLength: 6, selector: ({ title }) => titleToKey(title) })
    .map((works) => withoutTwins(works));
}

function withoutTwins(works: readonly CatalogueWork[]): CatalogueWork[] {
  const keys = new Set<string>();
  const skus = new Set(['']);
  return works
    .filter(({ key }) => !keys.has(key) && keys.add(key))
    .map((each) => ({
      ...each,
      variants: each.variants.map((one) => {
        const isTwice = skus.has(one.sku);
        skus.add(one.sku);
        return isTwice ? { ...one, sku: '' } : one;
      }),
    }));
}
