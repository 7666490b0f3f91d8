import type { Picture } from '../../domain/catalogue/facts.ts';
import { fact } from '../../domain/fact.ts';
import type { FactText } from '../../journal/entry.ts';
import { exampleVariants } from './variants.ts';
import { numbered, SMALL } from './wall.ts';
import { exampleMerch } from './works/merch.ts';
import { keyOf, type ExamplePicture } from './works/picture.ts';
import { examplePhotographers, exampleWorks, type ExamplePhotographer, type ExampleWork } from './works/works.ts';

/** Lumen Row: a fictional collective of six, so that everything in the till can be tried before there is one's own. */
export const ZONE = 'Europe/Berlin';
export const STALL = 'stall';
export const LEAD = 'noor';

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
          // No country is XX: no bank takes a transfer to it.
          { name: 'Bank code', kind: 'qr', account: { iban: 'XX57EXAMPLE000000000', holder: 'Lumen Row, example' } },
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

function idOf(name: string): string {
  return name.split(' ')[0]?.toLowerCase() ?? name;
}

type Hung = ExamplePicture & Partial<ExampleWork>;

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
