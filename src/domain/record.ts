import type { Read } from '../journal/entry.ts';
import type { Projection } from '../journal/projection.ts';
import type { Stamp } from '../journal/stamp.ts';
import type { FactRead, FactType } from './fact.ts';

/** The kinds of things whose `…revised` facts carry only what changed. */
export type RecordKind =
  | 'collective'
  | 'person'
  | 'tablet'
  | 'photographer'
  | 'work'
  | 'variant'
  | 'priceRow'
  | 'edition'
  | 'terms'
  | 'place'
  | 'code'
  | 'marketDay';

/** One thing, latest value per field. `key` is `kind:id`. `prices`: every price a variant was given, by stamp. */
export interface RecordRow {
  readonly key: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly stamp: Stamp }>>;
  readonly prices?: readonly (readonly [Stamp, number])[];
}

interface Change {
  readonly kind: RecordKind;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const types = [
  'collective.revised',
  'person.revised',
  'tablet.paired',
  'photographer.revised',
  'work.revised',
  'priceRow.revised',
  'edition.published',
  'edition.revised',
  'terms.agreed',
  'place.revised',
  'code.attached',
  'marketDay.revised',
] as const satisfies readonly FactType[];

type RecordFact = FactRead<(typeof types)[number]>;

/** Catalogue, people, places, plans: whatever people edit. */
export const records: Projection<RecordRow, RecordFact> = {
  table: 'records',
  version: 1,
  types,
  keys: (read) => changes(read).map((change) => `${change.kind}:${change.id}`),
  fold(row, read, key) {
    const change = changes(read).find((each) => `${each.kind}:${each.id}` === key);
    if (!change) throw new Error(`records: no change for ${key}`);
    return revise(row, change, key, read);
  },
};

function revise(row: RecordRow | undefined, change: Change, key: string, read: Read): RecordRow {
  const fields = { ...row?.fields };
  for (const [name, value] of Object.entries(change.fields)) {
    const held = fields[name];
    if (!held || held.stamp < read.stamp) fields[name] = { value, stamp: read.stamp };
  }
  const made = { key, kind: change.kind, id: change.id, fields };
  const price = change.kind === 'variant' ? change.fields['price'] : undefined;
  if (typeof price !== 'number') return row?.prices ? { ...made, prices: row.prices } : made;
  const prices = [...(row?.prices ?? []), [read.stamp, price] as const];
  return { ...made, prices: prices.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

function changes(read: RecordFact): readonly Change[] {
  switch (read.type) {
    case 'collective.revised':
      return [{ kind: 'collective', id: 'own', fields: read.body.fields }];
    case 'person.revised':
      return [{ kind: 'person', id: read.body.person, fields: read.body.fields }];
    case 'tablet.paired': {
      const { device, ...fields } = read.body;
      return [{ kind: 'tablet', id: device, fields }];
    }
    case 'photographer.revised':
      return [{ kind: 'photographer', id: read.body.photographer, fields: read.body.fields }];
    case 'work.revised':
      return [
        { kind: 'work', id: read.body.work, fields: read.body.fields },
        ...read.body.variants.map(({ variant, fields }) => ({
          kind: 'variant' as const,
          id: variant,
          fields: { ...fields, work: read.body.work },
        })),
      ];
    case 'priceRow.revised':
      return [{ kind: 'priceRow', id: read.body.priceRow, fields: read.body.fields }];
    case 'edition.published':
    case 'edition.revised':
      return [{ kind: 'edition', id: read.body.edition, fields: read.body.fields }];
    case 'terms.agreed': {
      const { terms, ...fields } = read.body;
      return [{ kind: 'terms', id: terms, fields }];
    }
    case 'place.revised':
      return [{ kind: 'place', id: read.body.place, fields: read.body.fields }];
    case 'code.attached': {
      const { code, ...fields } = read.body;
      return [{ kind: 'code', id: code, fields }];
    }
    case 'marketDay.revised':
      return [{ kind: 'marketDay', id: read.body.marketDay, fields: read.body.fields }];
  }
}

/** The plain values of a record's fields. */
export function valuesOf(row: RecordRow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row.fields).map(([name, field]) => [name, field.value]));
}
