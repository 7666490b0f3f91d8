import type { Picture, VariantFields } from '../../domain/catalogue/facts.ts';
import { fact } from '../../domain/fact.ts';
import type { FactText } from '../../journal/entry.ts';
import {
  exampleMerch,
  examplePhotographers,
  exampleWorks,
  type ExamplePhotographer,
  type ExamplePicture,
} from './pictures/index.ts';
import {
  FRAME,
  FRAMED,
  LARGE_OPEN,
  merch,
  numbered,
  open,
  PAPER,
  PRINT_TAX,
  SMALL,
  type NumberedWork,
} from './wall.ts';

/** Lumen Row: a fictional collective of six, so that everything in the till can be tried before there is one's own. */
export const ZONE = 'Europe/Berlin';
export const STALL = 'stall';
export const LEAD = 'noor';

/** One sellable form of the example, with what the simulation must know of it. */
export interface ExampleVariant {
  readonly id: string;
  readonly work: string;
  readonly fields: VariantFields;
  /** Pieces an ordinary market would sell if there were enough. */
  readonly liked: number;
  /** Pieces on the table at each of the four openings; of an edition: pieces that come. */
  readonly stock: readonly [number, number, number, number];
  /** Brought up to `stock` before each market (open prints), or that many more (editions). */
  readonly isToppedUp: boolean;
  readonly isNumbered: boolean;
}

const people: readonly {
  readonly id: string;
  readonly name: string;
  readonly role: 'lead' | 'photographer' | 'volunteer';
}[] = [
  ...examplePhotographers.map((name) => ({
    id: idOf(name),
    name,
    role: idOf(name) === LEAD ? ('lead' as const) : ('photographer' as const),
  })),
  { id: 'tomas', name: 'Tomas Vire', role: 'volunteer' },
];

/** What each keeps of a sale, in basis points. */
const keeps: Readonly<Record<ExamplePhotographer, number>> = {
  'Mira Tellund': 7000,
  'Silas Ombrey': 7000,
  'Jun Haskari': 7000,
  'Petra Lowmere': 7500,
  'Noor Elvind': 7000,
  'Ode Vasquarre': 6500,
};

export const exampleVariants: readonly ExampleVariant[] = [
  ...exampleWorks.flatMap((work) => {
    const key = keyOf(work);
    const edition = numbered[key];
    return edition ? numberedForms(key, edition) : openForms(key);
  }),
  ...exampleMerch.flatMap(merchForms),
];

/** The mark for fictional names on receipts, the price of tax, and all that is edited: one fact a thing. */
export function collectiveFacts(pictures: ReadonlyMap<string, Picture>): FactText[] {
  return [
    fact('collective.revised', 'own', {
      fields: {
        name: 'Lumen Row',
        currency: 'EUR',
        locale: 'en',
        zone: ZONE,
        taxIncluded: true,
        cashRounding: 0,
        tenders: [
          { name: 'Bank code', kind: 'qr' },
          { name: 'Voucher', kind: 'voucher' },
        ],
        receiptHead: 'Lumen Row, a fictional collective of six photographers',
        receiptFoot: 'Example: nothing on this receipt was sold.',
        example: true,
      },
    }),
    fact('place.revised', STALL, { place: STALL, fields: { name: 'Stall', kind: 'stall' } }),
    fact('place.revised', 'van', { place: 'van', fields: { name: 'Van', kind: 'van' } }),
    fact('place.revised', 'studio', { place: 'studio', fields: { name: 'Studio', kind: 'studio' } }),
    ...people.map(({ id, name, role }) =>
      fact('person.revised', id, {
        person: id,
        fields: { name, role, ...(role === 'volunteer' ? {} : { photographer: id }) },
      }),
    ),
    ...examplePhotographers.flatMap((name, position) => {
      const id = idOf(name);
      const terms = `terms-${id}`;
      return [
        fact('terms.agreed', id, { terms, photographer: id, photographerKeeps: keeps[name] }),
        fact('photographer.revised', id, { photographer: id, fields: { name, terms, position } }),
      ];
    }),
    ...hung().map((work, position) => workFact(work, position, pictures)),
    ...Object.entries(numbered).map(([work, { edition, ladder }]) =>
      fact('edition.published', work, {
        edition: work,
        fields: { work, size: edition, proofs: 2, ladder: ladder ? [ladder] : [] },
      }),
    ),
    fact('priceRow.revised', 'any-2-small', {
      priceRow: 'any-2-small',
      fields: { name: 'Any 2 small prints for 45', quantity: 2, price: 4500, variants: smallPrints() },
    }),
  ];
}

/** The part of a picture's file name before the dot. */
export function keyOf({ file }: ExamplePicture): string {
  return file.replace(/\.\w+$/, '');
}

function idOf(name: string): string {
  return name.split(' ')[0]?.toLowerCase() ?? name;
}

type Hung = ExamplePicture &
  Partial<Pick<(typeof exampleWorks)[number], 'photographer' | 'place' | 'taken' | 'series'>>;

/** The order of the wall: best liked first, so that a newcomer sees the strong ones; merch last. */
function hung(): readonly Hung[] {
  const first = [
    'harbour',
    'ridges',
    'rain',
    'tide',
    'salt',
    'window',
    'dune',
    'birch',
    'swim',
    'meadow',
    'fell',
    'crossing',
  ];
  const rank = (work: ExamplePicture) => (first.includes(keyOf(work)) ? first.indexOf(keyOf(work)) : first.length);
  return [...exampleWorks.toSorted((a, b) => rank(a) - rank(b)), ...exampleMerch];
}

function workFact(work: Hung, position: number, pictures: ReadonlyMap<string, Picture>): FactText {
  const key = keyOf(work);
  const forms = exampleVariants.filter((variant) => variant.work === key);
  return fact('work.revised', key, {
    work: key,
    fields: {
      title: work.title,
      photographer: work.photographer ? idOf(work.photographer) : '',
      kind: work.photographer ? 'print' : 'merch',
      story: work.story,
      alt: work.alt,
      picture: pictures.get(key) ?? null,
      position,
      ...(work.place && work.taken ? { takenAt: `${work.place}, ${monthOf(work.taken)}` } : {}),
      ...(work.series ? { series: work.series } : {}),
    },
    variants: forms.map(({ id, fields }, at) => ({ variant: id, fields: { ...fields, position: at } })),
  });
}

function monthOf(date: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(date));
}

function smallPrints(): string[] {
  return exampleVariants.filter(({ fields }) => fields.price === SMALL.price).map(({ id }) => id);
}

function numberedForms(key: string, { price, size, liked, brought, isOneSize }: NumberedWork): ExampleVariant[] {
  const cost = Math.round((price * 0.22) / 10) * 10;
  const main = { size, paper: PAPER, price, cost, liked, stock: brought };
  const large = {
    size: largerThan(size),
    paper: PAPER,
    price: round(price * 1.6),
    cost: round(cost * 1.7),
    liked: liked * 0.1,
  };
  const framed = {
    size,
    paper: PAPER,
    frame: FRAME,
    price: price + FRAMED.numbered,
    cost: cost + FRAMED.cost,
    liked: liked * 0.1,
  };
  const others = [
    { ...large, stock: [1, 0, 0, 0] as const },
    { ...framed, stock: [1, 0, 1, 0] as const },
  ];
  return (isOneSize ? [main] : [main, ...others]).map(({ liked: wanted, stock, ...fields }) => ({
    ...variantOf(key, { ...fields, floor: round(fields.price * 0.85), taxRates: [PRINT_TAX], guess: guessOf(wanted) }),
    liked: wanted,
    stock,
    isToppedUp: false,
    isNumbered: true,
  }));
}

function openForms(key: string): ExampleVariant[] {
  const work = open[key];
  if (!work) throw new Error(`no price for ${key}`);
  const { size, liked, table, large, isFramed } = work;
  const framedPrice = SMALL.price + FRAMED.small;
  const forms = [
    { size, ...SMALL, wanted: liked, on: table },
    ...(large ? [{ size: large, ...LARGE_OPEN, wanted: 0.15 + liked * 0.05, on: 2 }] : []),
    ...(isFramed
      ? [{ size, frame: FRAME, price: framedPrice, floor: 5000, cost: 2400, wanted: 0.15 + liked * 0.06, on: 2 }]
      : []),
  ];
  return forms.map(({ wanted, on, ...fields }) => ({
    ...variantOf(key, { ...fields, paper: PAPER, taxRates: [PRINT_TAX], guess: guessOf(wanted) }),
    liked: wanted,
    stock: [on, on, on, on],
    isToppedUp: true,
    isNumbered: false,
  }));
}

function merchForms(thing: ExamplePicture): ExampleVariant[] {
  const key = keyOf(thing);
  const about = merch[key];
  if (!about) throw new Error(`no price for ${key}`);
  const { label, price, cost, rate, liked, table } = about;
  return [
    {
      ...variantOf(key, { size: label, price, cost, floor: null, taxRates: [rate], guess: guessOf(liked) }),
      liked,
      stock: [table, table, table, table],
      isToppedUp: true,
      isNumbered: false,
    },
  ];
}

function variantOf(work: string, fields: VariantFields): Pick<ExampleVariant, 'id' | 'work' | 'fields'> {
  const form = [fields.size, fields.frame ? 'framed' : '']
    .filter(Boolean)
    .join('-')
    .replaceAll(/\s*×\s*/g, 'x')
    .replaceAll(/\W+/g, '-');
  const id = `${work}-${form}`;
  return { id, work, fields: { ...fields, sku: id.toUpperCase() } };
}

/** What the photographer says to expect of 1000 visitors: cautious, and not too exact. */
function guessOf(liked: number): number {
  return liked < 1 ? 0.5 : Math.round(liked * 0.9);
}

function largerThan(size: string): string {
  return size
    .split(' × ')
    .map((side) => String(Math.round((Number(side) * 1.5) / 5) * 5))
    .join(' × ');
}

/** To whole currency units. */
function round(amount: number): number {
  return Math.round(amount / 100) * 100;
}
