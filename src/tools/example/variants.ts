import type { VariantFields } from '../../domain/catalogue/facts.ts';
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
import { exampleMerch } from './works/merch.ts';
import { keyOf, type ExamplePicture } from './works/picture.ts';
import { exampleWorks } from './works/works.ts';

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

/** Every form of every work, as `wall.ts` prices them. */
export const exampleVariants: readonly ExampleVariant[] = [
  ...exampleWorks.flatMap((work) => {
    const key = keyOf(work);
    const edition = numbered[key];
    return edition ? numberedForms(key, edition) : openForms(key);
  }),
  ...exampleMerch.flatMap(merchForms),
];

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
