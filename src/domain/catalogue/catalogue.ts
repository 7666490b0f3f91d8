import { group } from 'd3-array';
import type { CollectiveFields, PersonFields, TabletPaired } from '../people/facts.ts';
import { usableLocale } from '../locale.ts';
import type { MarketDayFields } from '../market-days/facts.ts';
import type { CodeAttached } from '../codes/facts.ts';
import { valuesOf, type RecordKind, type RecordRow } from '../record.ts';
import type { PlaceFields } from '../stock/facts.ts';
import type {
  EditionFields,
  PhotographerFields,
  PriceRowFields,
  TermsAgreed,
  VariantFields,
  WorkFields,
} from './facts.ts';

type Held<Fields> = { readonly [K in keyof Fields]-?: Exclude<Fields[K], undefined> } & { readonly id: string };

/** A sellable form. `prices`: every price it was given, by stamp, for days whose prices were frozen. */
export type Variant = Held<VariantFields> & { readonly prices: readonly (readonly [string, number])[] };
export type Edition = Held<EditionFields>;
/** A picture with its sellable forms, in the order they are shown. */
export type Work = Held<WorkFields> & { readonly variants: readonly Variant[]; readonly edition: Edition | undefined };
export type Photographer = Held<PhotographerFields>;
export type PriceRow = Held<PriceRowFields>;
export type Place = Held<PlaceFields>;
export type Person = Held<PersonFields>;
export type MarketPlan = Held<MarketDayFields>;
export type Tablet = Omit<TabletPaired, 'device'> & { readonly id: string };
/** `saidLocale`: what was noted as its locale, where no platform can write by it; amounts are written by `locale` then. */
export type Collective = Omit<Held<CollectiveFields>, 'id'> & { readonly saidLocale?: string };
type Terms = Omit<TermsAgreed, 'terms'> & { readonly id: string };

/** Everything people edit, put together. Retired things are in it, marked; screens leave them out. */
export interface Catalogue {
  readonly collective: Collective;
  readonly works: readonly Work[];
  readonly workById: ReadonlyMap<string, Work>;
  readonly variantById: ReadonlyMap<string, Variant>;
  readonly photographers: readonly Photographer[];
  readonly photographerById: ReadonlyMap<string, Photographer>;
  readonly priceRows: readonly PriceRow[];
  readonly places: readonly Place[];
  readonly people: readonly Person[];
  readonly tablets: readonly Tablet[];
  readonly plans: readonly MarketPlan[];
  readonly terms: readonly Terms[];
  /** What printed codes stand for, by code. */
  readonly codes: ReadonlyMap<string, Omit<CodeAttached, 'code'>>;
}

/** Builds the catalogue from its records; the order of works is the wall's, then the title's. */
export function catalogueFrom(rows: readonly RecordRow[]): Catalogue {
  const of = <T>(kind: RecordKind, defaults: object) => held<T>(rows, kind, defaults);
  const variants = of<Variant>('variant', VARIANT).toSorted(byPosition);
  const editions = of<Edition>('edition', EDITION);
  const variantsByWork = group(variants, (variant) => variant.work);
  const editionByWork = new Map(editions.map((edition) => [edition.work, edition]));
  const works = of<Omit<Work, 'variants' | 'edition'>>('work', WORK)
    .map((work) => ({ ...work, variants: variantsByWork.get(work.id) ?? [], edition: editionByWork.get(work.id) }))
    .toSorted((a, b) => a.position - b.position || compareText(a.title, b.title) || compareText(a.id, b.id));
  const photographers = of<Photographer>('photographer', { name: '', terms: '', position: 0, retired: false });
  return {
    collective: writable(of<Collective>('collective', COLLECTIVE)[0] ?? COLLECTIVE),
    works,
    workById: new Map(works.map((work) => [work.id, work])),
    variantById: new Map(variants.map((variant) => [variant.id, variant])),
    photographers: photographers.toSorted((a, b) => a.position - b.position || compareText(a.name, b.name)),
    photographerById: new Map(photographers.map((photographer) => [photographer.id, photographer])),
    priceRows: of<PriceRow>('priceRow', { name: '', quantity: 2, price: 0, variants: [], retired: false }).toSorted(
      byId,
    ),
    places: of<Place>('place', { name: '', kind: 'stall', parent: '', retired: false }).toSorted(byId),
    people: of<Person>('person', {
      name: '',
      role: 'photographer',
      photographer: '',
      pin: null,
      retired: false,
    }).toSorted(byId),
    tablets: of<Tablet>('tablet', {}).toSorted(byId),
    plans: of<MarketPlan>('marketDay', PLAN).toSorted((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id)),
    terms: of<Terms>('terms', {}).toSorted(byId),
    codes: new Map(of<Omit<CodeAttached, 'code'> & { id: string }>('code', {}).map((code) => [code.id, code])),
  };
}

function held<T>(rows: readonly RecordRow[], kind: RecordKind, defaults: object): T[] {
  // The fields were parsed by their facts' schemas when they came in; what was never said has its default.
  return rows
    .filter((row) => row.kind === kind)
    .map((row) => ({ ...defaults, ...valuesOf(row), id: row.id, prices: row.prices ?? [] }) as T);
}

/** An impossible locale would stop every screen at its first amount. */
function writable(collective: Collective): Collective {
  const locale = usableLocale(collective.locale);
  if (locale !== undefined) return locale === collective.locale ? collective : { ...collective, locale };
  return { ...collective, locale: COLLECTIVE.locale, saidLocale: collective.locale };
}

/** The same order on every tablet, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPosition(a: Variant, b: Variant): number {
  return a.position - b.position || a.price - b.price || compareText(a.id, b.id);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

const WORK = {
  title: '',
  photographer: '',
  kind: 'print',
  story: '',
  description: '',
  alt: '',
  takenAt: '',
  series: '',
  tags: [],
  picture: null,
  pictureAddresses: [],
  position: 1e9,
  importKey: '',
  retired: false,
};

const VARIANT = {
  work: '',
  sku: '',
  size: '',
  paper: '',
  frame: '',
  price: 0,
  floor: null,
  taxRates: [],
  barcode: '',
  guess: null,
  cost: null,
  position: 0,
  retired: false,
};

const EDITION = { work: '', size: 1, proofs: 0, ladder: [] };

const PLAN = {
  name: '',
  venue: '',
  place: 'stall',
  date: '',
  session: '',
  opens: '10:00',
  closes: '17:00',
  zone: '',
  float: 0,
  taxIncluded: true,
  people: [],
  expectedFootfall: null,
  cancelled: false,
};

const COLLECTIVE: Collective = {
  name: '',
  currency: 'EUR',
  locale: 'en',
  zone: 'UTC',
  taxIncluded: true,
  cashRounding: 0,
  tenders: [],
  leadPin: null,
  receiptHead: '',
  receiptFoot: '',
  example: false,
};
