import { fact } from '../../src/domain/fact.ts';
import type { Picture } from '../../src/domain/catalogue/facts.ts';
import type { FactText } from '../../src/journal/entry.ts';

/** The wall of the design's pictures: fifteen fictional works with one form each, so that a tap is a sale. */
interface MockWork {
  readonly key: string;
  readonly title: string;
  readonly by: string;
  readonly label: readonly [size: string, paper: string];
  readonly price: number;
  /** Numbered: size of the edition and numbers still to be had here. */
  readonly edition?: { readonly size: number; readonly left: readonly number[]; readonly marked?: true };
  readonly here?: number;
  readonly tag?: string;
  readonly merch?: true;
}

const photographers = ['Mira Tellund', 'Silas Ombrey', 'Jun Haskari', 'Petra Lowmere', 'Noor Elvind', 'Ode Vasquarre'];

const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const small = 'Small prints';

const mockWorks: readonly MockWork[] = [
  {
    key: 'harbour',
    title: 'Harbour, 5 a.m.',
    by: 'Mira Tellund',
    label: ['30 × 45', 'baryta'],
    price: 9500,
    edition: { size: 25, left: [7, 14, 21] },
  },
  {
    key: 'ridges',
    title: 'Seven Ridges',
    by: 'Silas Ombrey',
    label: ['40 × 60', 'baryta'],
    price: 12000,
    edition: { size: 15, left: [4, 6, 8, 9, 11, 12, 13, 14, 15] },
  },
  {
    key: 'rain',
    title: 'Tram Stop, Rain',
    by: 'Jun Haskari',
    label: ['24 × 36', 'baryta'],
    price: 8500,
    edition: { size: 40, left: run(24, 40) },
  },
  {
    key: 'tide',
    title: 'Low Tide',
    by: 'Petra Lowmere',
    label: ['40 × 40', 'baryta'],
    price: 14000,
    edition: { size: 12, left: [] },
  },
  { key: 'salt', title: 'Salt', by: 'Ode Vasquarre', label: ['20 × 20', 'baryta'], price: 2500, here: 14, tag: small },
  {
    key: 'window',
    title: 'Window Seat',
    by: 'Noor Elvind',
    label: ['24 × 30', 'baryta'],
    price: 11000,
    edition: { size: 20, left: [5, 8, 11, 15, 18, 20], marked: true },
  },
  {
    key: 'dune',
    title: 'Dune No. 4',
    by: 'Ode Vasquarre',
    label: ['30 × 45', 'baryta'],
    price: 9500,
    edition: { size: 30, left: run(19, 30) },
  },
  {
    key: 'birch',
    title: 'Birch Study',
    by: 'Petra Lowmere',
    label: ['20 × 25', 'baryta'],
    price: 2500,
    here: 9,
    tag: small,
  },
  {
    key: 'swim',
    title: 'Night Swim',
    by: 'Mira Tellund',
    label: ['24 × 36', 'baryta'],
    price: 13000,
    edition: { size: 10, left: [10] },
  },
  {
    key: 'meadow',
    title: 'Late June',
    by: 'Silas Ombrey',
    label: ['20 × 25', 'baryta'],
    price: 2500,
    here: 11,
    tag: small,
  },
  {
    key: 'fell',
    title: 'Last Light',
    by: 'Silas Ombrey',
    label: ['30 × 45', 'baryta'],
    price: 9000,
    edition: { size: 30, left: run(10, 30) },
  },
  {
    key: 'crossing',
    title: 'Crossing',
    by: 'Jun Haskari',
    label: ['20 × 25', 'baryta'],
    price: 2500,
    here: 6,
    tag: small,
  },
  { key: 'zine', title: 'Passing, no. 3', by: '', label: ['48 pages', ''], price: 1800, here: 22, merch: true },
  {
    key: 'postcards',
    title: 'Postcards, set of 6',
    by: '',
    label: ['6 cards', ''],
    price: 1200,
    here: 30,
    merch: true,
  },
  { key: 'tote', title: 'Tote', by: '', label: ['one size', ''], price: 2000, here: 12, merch: true },
];

const stories: Readonly<Record<string, string>> = {
  harbour: 'From the ice-house roof, the last morning before the fleet left. Nine minutes later the wind came up.',
  ridges: 'Seven valleys, one exposure, and a thermos that had gone cold by then.',
  salt: 'The old pans behind the sea wall, from the fourth step of a ladder.',
  birch: 'One row of trees, walked past every day for a year.',
};

/** Everything the wall hangs on, as facts of a lead's tablet. @param pictures by work key */
export function mockWallFacts(pictures: ReadonlyMap<string, Picture>, place = 'stall'): readonly FactText[] {
  const id = (name: string) => name.split(' ')[0]?.toLowerCase() ?? '';
  return [
    fact('collective.revised', 'own', {
      fields: {
        name: 'Lumen Row',
        currency: 'EUR',
        locale: 'en',
        zone: 'Europe/Berlin',
        tenders: [
          { name: 'QR', kind: 'qr', account: { iban: 'XX57EXAMPLE000000000', holder: 'Lumen Row, example' } },
          { name: 'Voucher', kind: 'voucher' },
        ],
      },
    }),
    fact('place.revised', place, { place, fields: { name: 'Stall', kind: 'stall' } }),
    fact('place.revised', 'studio', { place: 'studio', fields: { name: 'studio', kind: 'studio' } }),
    fact('person.revised', 'noor', { person: 'noor', fields: { name: 'Noor Elvind', role: 'lead' } }),
    ...photographers.map((name, position) =>
      fact('photographer.revised', id(name), {
        photographer: id(name),
        fields: { name, terms: `terms-${id(name)}`, position },
      }),
    ),
    ...mockWorks.map((work, position) =>
      fact('work.revised', work.key, {
        work: work.key,
        fields: {
          title: work.title,
          photographer: id(work.by),
          kind: work.merch ? 'merch' : 'print',
          story: stories[work.key] ?? '',
          alt: `Picture: ${work.title}`,
          picture: pictures.get(work.key) ?? null,
          position,
          tags: work.tag ? [work.tag] : [],
        },
        variants: [
          {
            variant: work.key,
            fields: {
              sku: work.key.toUpperCase(),
              barcode: `40${String(position).padStart(6, '0')}`,
              size: work.label[0],
              paper: work.label[1],
              price: work.price,
              floor: work.edition ? Math.round(work.price * 0.6) : null,
              taxRates: [70_000],
            },
          },
        ],
      }),
    ),
    ...mockWorks.flatMap(({ key, edition }) =>
      edition
        ? [
            fact('edition.published', key, {
              edition: key,
              fields: { work: key, size: edition.size, ladder: key === 'ridges' ? [{ from: 11, add: 3000 }] : [] },
            }),
            ...(edition.marked && edition.left.length > 0
              ? [
                  fact('copies.placed', key, {
                    edition: key,
                    numbers: edition.left.map((number): [number, number] => [number, number]),
                    variant: key,
                    place,
                    marked: true,
                  }),
                ]
              : []),
          ]
        : [],
    ),
    fact('stock.counted', place, {
      place,
      items: mockWorks.flatMap(({ key, here }) => (here === undefined ? [] : [{ variant: key, quantity: here }])),
    }),
    fact('priceRow.revised', 'any-2-small', {
      priceRow: 'any-2-small',
      fields: {
        name: 'Any 2 small prints for 45',
        quantity: 2,
        price: 4500,
        variants: mockWorks.filter(({ tag }) => tag === small).map(({ key }) => key),
      },
    }),
  ];
}

/** What is not left was sold on an earlier day: each copy by itself, so that copies stand as sold and not as spoilt. */
export function soldBefore(place = 'stall'): readonly FactText[] {
  return mockWorks.flatMap((work) => {
    const { edition } = work;
    if (!edition) return [];
    const gone = run(1, edition.size).filter((number) => !edition.left.includes(number));
    return gone.length === 0 ? [] : [earlierSale(work, gone, place)];
  });
}

function earlierSale({ key, title, price }: MockWork, numbers: readonly number[], place: string): FactText {
  const sale = `before-${key}`;
  const units = numbers.map((number) => ({ paid: price, taxes: [], copy: { edition: key, number, marked: true } }));
  const amount = price * numbers.length;
  return fact('sale.completed', sale, {
    sale,
    receipt: `Z-${key}`,
    secret: 'c2VjcmV0c2VjcmV0c2VjcmV0',
    drawer: 'drawer-before',
    place: 'studio',
    currency: 'EUR',
    taxIncluded: true,
    lines: [
      { variant: key, work: key, photographer: '', terms: '', sku: key, title, label: place, price, units, taxes: [] },
    ],
    rows: [],
    rounding: 0,
    tenders: [{ kind: 'cash', amount, given: amount, change: 0 }],
  });
}
