import { expect, test } from 'vitest';
import type { Variant, Work } from '../../../src/domain/catalogue/catalogue.ts';
import { editWork } from '../../../src/domain/catalogue/edit-work.ts';
import { suggestSku } from '../../../src/domain/catalogue/suggest-sku.ts';
import {
  NEW_PHOTOGRAPHER,
  type VariantForm,
  type WorkForm,
  type WorkFormContext,
} from '../../../src/domain/catalogue/work-form.ts';

let ids = 0;
const context = (part: Partial<WorkFormContext> = {}): WorkFormContext => ({
  currency: 'EUR',
  mark: '.',
  present: undefined,
  copies: [],
  levels: new Map(),
  otherSkus: new Set(),
  place: 'stall',
  newId: () => `id-${++ids}`,
  ...part,
});

const variant = (part: Partial<VariantForm> = {}): VariantForm => ({
  id: null,
  size: '30 × 45',
  paper: '',
  frame: '',
  sku: '',
  price: '95',
  floor: '',
  cost: '',
  taxes: '',
  stock: '',
  written: '',
  ...part,
});

const form = (part: Partial<WorkForm> = {}): WorkForm => ({
  title: 'Harbour',
  photographer: 'mira',
  newPhotographer: '',
  kind: 'print',
  alt: '',
  story: '',
  takenAt: '',
  picture: null,
  editionSize: '25',
  variants: [variant()],
  ...part,
});

const known: Variant = {
  id: 'v1',
  work: 'w1',
  sku: 'HARBOUR-30X45',
  size: '30 × 45',
  paper: '',
  frame: '',
  price: 9500,
  floor: null,
  taxRates: [],
  barcode: '',
  guess: null,
  cost: null,
  position: 0,
  retired: false,
  prices: [],
};
const present: Work = {
  id: 'w1',
  title: 'Harbour',
  photographer: 'mira',
  kind: 'print',
  story: '',
  description: 'as the shop had it',
  alt: '',
  takenAt: '',
  series: '',
  tags: [],
  picture: null,
  pictureAddresses: [],
  position: 3,
  importKey: 'harbour',
  retired: false,
  variants: [known],
  edition: { id: 'e1', work: 'w1', size: 25, proofs: 0, ladder: [] },
};
const knownForm = (part: Partial<WorkForm> = {}, row: Partial<VariantForm> = {}) =>
  form({ variants: [variant({ id: 'v1', sku: 'HARBOUR-30X45', ...row })], ...part });

function factsOf(edited: ReturnType<typeof editWork>) {
  if (!edited.ok) throw new Error(JSON.stringify(edited.problem));
  return edited.value.facts;
}
function problemsOf(edited: ReturnType<typeof editWork>) {
  return edited.ok ? [] : edited.problem.map(({ field, kind }) => `${field}: ${kind}`);
}

test('a print with numbers already written is there in one step: work, edition, numbers on paper, count', () => {
  const facts = factsOf(editWork(form({ variants: [variant({ written: '1-12, 14' })] }), context()));
  expect(facts.map(({ type }) => type)).toEqual([
    'work.revised',
    'edition.published',
    'copies.placed',
    'stock.counted',
  ]);
  expect(facts[2]?.body).toMatchObject({
    numbers: [
      [1, 12],
      [14, 14],
    ],
    marked: true,
    place: 'stall',
  });
  expect(facts[3]?.body).toMatchObject({ place: 'stall', items: [{ quantity: 13 }] });
});

test('a photographer named on the spot is written before the work that needs them', () => {
  const facts = factsOf(
    editWork(form({ photographer: NEW_PHOTOGRAPHER, newPhotographer: ' Mira  Tellund ' }), context()),
  );
  expect(facts[0]).toMatchObject({ type: 'photographer.revised', body: { fields: { name: 'Mira Tellund' } } });
  expect(facts[1]).toMatchObject({ type: 'work.revised', body: { fields: { photographer: facts[0]?.about } } });
});

test('saving what is there already writes nothing', () => {
  expect(factsOf(editWork(knownForm(), context({ present })))).toEqual([]);
});

test('only what was changed is written', () => {
  const facts = factsOf(editWork(knownForm({ story: 'The last morning.' }, { price: '99.50' }), context({ present })));
  expect(facts).toHaveLength(1);
  expect(facts[0]?.body).toEqual({
    work: 'w1',
    fields: { story: 'The last morning.' },
    variants: [{ variant: 'v1', fields: { price: 9950 } }],
  });
});

test('an edition of which a copy was sold keeps its size', () => {
  const copies = [{ number: 3, variant: 'v1', isMarked: true, isSold: true }];
  expect(problemsOf(editWork(knownForm({ editionSize: '30' }), context({ present, copies })))).toEqual([
    'editionSize: editionFixed',
  ]);
});

test('before the first sale an edition may grow, and its further numbers come into being', () => {
  const facts = factsOf(editWork(knownForm({ editionSize: '30' }), context({ present })));
  expect(facts).toMatchObject([{ type: 'edition.published', about: 'e1', body: { fields: { size: 30 } } }]);
});

test('a smaller edition gives out none of the numbers that are no longer in it', () => {
  const copies = Array.from({ length: 25 }, (_, at) => ({
    number: at + 1,
    variant: '',
    isMarked: false,
    isSold: false,
  }));
  const facts = factsOf(editWork(knownForm({ editionSize: '23' }), context({ present, copies })));
  expect(facts.slice(1).map(({ type, body }) => [type, body])).toEqual([
    ['copy.spoilt', { edition: 'e1', number: 24 }],
    ['copy.spoilt', { edition: 'e1', number: 25 }],
  ]);
});

test('numbers that lie here already are not placed again, and a count is not lowered by naming some', () => {
  const copies = [1, 2].map((number) => ({ number, variant: 'v1', isMarked: true, isSold: false }));
  const facts = factsOf(
    editWork(knownForm({}, { written: '1-3' }), context({ present, copies, levels: new Map([['v1', 5]]) })),
  );
  expect(facts).toMatchObject([{ type: 'copies.placed', body: { numbers: [[3, 3]] } }]);
});

test('a count that is what the book says is not written', () => {
  const levels = new Map([['v1', 5]]);
  expect(factsOf(editWork(knownForm({}, { stock: '5' }), context({ present, levels })))).toEqual([]);
  expect(factsOf(editWork(knownForm({}, { stock: '4' }), context({ present, levels })))).toMatchObject([
    { type: 'stock.counted', body: { items: [{ variant: 'v1', quantity: 4 }] } },
  ]);
});

test.each<[string, Partial<WorkForm>, string]>([
  ['no title', { title: '  ' }, 'title: titleMissing'],
  ['a title of a thousand letters', { title: 'x'.repeat(1000) }, 'title: tooLong'],
  ['a new photographer without a name', { photographer: NEW_PHOTOGRAPHER }, 'newPhotographer: nameMissing'],
  ['an edition of none', { editionSize: '0' }, 'editionSize: editionUnreadable'],
  ['an edition of a million', { editionSize: '1000000' }, 'editionSize: editionUnreadable'],
  ['a price below zero', { variants: [variant({ price: '-5' })] }, 'price: priceNegative'],
  ['a price that is a word', { variants: [variant({ price: 'cheap' })] }, 'price: priceUnreadable'],
  ['a price of a billion', { variants: [variant({ price: '1000000000' })] }, 'price: priceTooHigh'],
  ['a price finer than cents', { variants: [variant({ price: '9.999,99' })] }, ''],
  ['a cost that is no amount', { variants: [variant({ cost: 'cheap' })] }, 'cost: priceUnreadable'],
  ['a lowest price above the price', { variants: [variant({ floor: '96' })] }, 'floor: floorAbovePrice'],
  ['a tax of a thousand percent', { variants: [variant({ taxes: '1000' })] }, 'taxes: taxUnreadable'],
  ['half a print in stock', { variants: [variant({ stock: '1.5' })] }, 'stock: quantityUnreadable'],
  ['minus one in stock', { variants: [variant({ stock: '-1' })] }, 'stock: quantityNegative'],
  ['a number beyond the edition', { variants: [variant({ written: '26' })] }, 'written: numberBeyondEdition'],
  ['numbers that are words', { variants: [variant({ written: 'some' })] }, 'written: numbersUnreadable'],
  [
    'numbers without an edition',
    { editionSize: '', variants: [variant({ written: '1' })] },
    'written: numbersWithoutEdition',
  ],
  ['fewer here than numbers named', { variants: [variant({ written: '1-3', stock: '2' })] }, 'stock: fewerThanWritten'],
  [
    'one number on two sizes',
    { variants: [variant({ written: '1-3' }), variant({ size: '50 × 70', written: '3' })] },
    'written: numberTwice',
  ],
  ['the same form twice', { variants: [variant(), variant()] }, 'size: variantTwice'],
  ['the SKU of another work', { variants: [variant({ sku: 'TAKEN' })] }, 'sku: skuTwice'],
])('%s is said at its field, and nothing is written', (_, part, problem) => {
  const edited = editWork(form(part), context({ otherSkus: new Set(['TAKEN']) }));
  expect(problemsOf(edited)).toEqual(problem === '' ? [] : [problem]);
});

test('a number sold, or written on another size, is not named again', () => {
  const copies = [
    { number: 1, variant: 'v1', isMarked: true, isSold: true },
    { number: 2, variant: 'v2', isMarked: true, isSold: false },
  ];
  expect(problemsOf(editWork(knownForm({}, { written: '1, 2' }), context({ present, copies })))).toEqual([
    'written: numberSold',
    'written: numberElsewhere',
  ]);
});

test('a SKU left empty is made of the title and the form, and is never one that is taken', () => {
  expect(suggestSku('Harbour, 5 a.m.', { size: '30 × 45 cm', paper: 'Baryta', frame: '' })).toBe(
    'HARBOUR5-30X45CM-BARY',
  );
  const facts = factsOf(editWork(form(), context({ otherSkus: new Set(['HARBOUR-30X45']) })));
  expect(facts[0]?.body).toMatchObject({ variants: [{ fields: { sku: 'HARBOUR-30X45-2' } }] });
});
