import type { DeviceId } from '../../journal/device-key.ts';
import type { Projection } from '../../journal/projection.ts';
import type { Stamp } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import type { EditionId, PlaceId, VariantId } from '../parts.ts';
import type { SoldCopy } from '../sales/facts.ts';
import type { Numbers } from './facts.ts';

/** One numbered copy. `key` is `edition:number`. Exists from publication, as planned. */
export interface CopyRow {
  readonly key: string;
  readonly edition: EditionId;
  readonly number: number;
  /** Who may write this number on a blank print: the publishing tablet, until leases say otherwise. */
  readonly holder: { readonly device: DeviceId; readonly stamp: Stamp } | null;
  /** As what and where it lies. */
  readonly lies: { readonly variant: VariantId; readonly place: PlaceId; readonly stamp: Stamp } | null;
  /** Since when the number is on the paper. A number never comes off again. */
  readonly marked: Stamp | null;
  readonly spoilt: boolean;
  /** Each sale of it; `assigned`: the number came from a lease and was written at the sale. */
  readonly sold: readonly CopySale[];
  /** `sale:line:unit` of what came back. */
  readonly returned: readonly string[];
}

interface CopySale {
  readonly unit: string;
  readonly sale: string;
  readonly stamp: Stamp;
  readonly assigned: boolean;
}

type CopyFact = FactRead<
  | 'edition.published'
  | 'copies.placed'
  | 'copies.marked'
  | 'copy.spoilt'
  | 'sale.completed'
  | 'sale.voided'
  | 'sale.refunded'
>;

/** Every numbered copy: where it lies, whether its number is on the paper, whether it is sold. A set and latest-by-stamp values. */
export const copies: Projection<CopyRow, CopyFact> = {
  table: 'copies',
  version: 2,
  types: [
    'edition.published',
    'copies.placed',
    'copies.marked',
    'copy.spoilt',
    'sale.completed',
    'sale.voided',
    'sale.refunded',
  ],
  keys: (read) => [...new Set(touched(read))],
  fold(held, read, key) {
    const at = key.lastIndexOf(':');
    const row = held ?? planned(key, key.slice(0, at), Number(key.slice(at + 1)));
    return step(row, read, key);
  },
};

/** Sales of this copy that nothing took back. More than one is a card. */
export function openSales(row: CopyRow): readonly CopySale[] {
  return row.sold.filter((sale) => !row.returned.includes(sale.unit));
}

/**
 * Whether this is a copy of an edition of so many. A larger size that was taken back leaves rows behind: only what is on
 * a paper stays a copy beyond the size.
 */
export function isWithin(row: CopyRow, size: number | undefined): boolean {
  return size === undefined || row.number <= size || row.marked !== null;
}

function step(row: CopyRow, read: CopyFact, key: string): CopyRow {
  const { stamp } = read;
  switch (read.type) {
    case 'edition.published':
      return row.holder && row.holder.stamp > stamp ? row : { ...row, holder: { device: read.device, stamp } };
    case 'copies.placed': {
      const { variant, place, marked } = read.body;
      const lies = row.lies && row.lies.stamp > stamp ? row.lies : { variant, place, stamp };
      return { ...row, lies, marked: marked ? earliest(row.marked, stamp) : row.marked };
    }
    case 'copies.marked':
      return { ...row, marked: earliest(row.marked, stamp) };
    case 'copy.spoilt':
      return { ...row, spoilt: true };
    case 'sale.completed': {
      const made = soldUnits(
        read.body.sale,
        read.body.lines.map((line) => line.units),
      )
        .filter(({ copy }) => keyOf(copy) === key)
        .map(({ unit, copy }) => ({ unit, sale: read.body.sale, stamp, assigned: !copy.marked }));
      const sold = [...row.sold, ...made].toSorted((a, b) => (a.stamp + a.unit < b.stamp + b.unit ? -1 : 1));
      return { ...row, sold, marked: earliest(row.marked, stamp) };
    }
    case 'sale.voided':
    case 'sale.refunded': {
      const back = read.body.units
        .filter((unit) => unit.copy && keyOf(unit.copy) === key)
        .map((unit) => `${read.body.sale}:${unit.line}:${unit.unit}`);
      const returned = [...new Set([...row.returned, ...back])].toSorted();
      // What came back damaged is not sold a second time; its number stays taken.
      const isDamaged = read.type === 'sale.refunded' && !read.body.putBack && back.length > 0;
      return { ...row, returned, spoilt: row.spoilt || isDamaged };
    }
  }
}

function touched(read: CopyFact): string[] {
  switch (read.type) {
    case 'edition.published':
      return Array.from({ length: read.body.fields.size }, (_, at) => `${read.body.edition}:${at + 1}`);
    case 'copies.placed':
    case 'copies.marked':
      return numbersIn(read.body.numbers).map((number) => `${read.body.edition}:${number}`);
    case 'copy.spoilt':
      return [`${read.body.edition}:${read.body.number}`];
    case 'sale.completed':
      return soldUnits(
        read.body.sale,
        read.body.lines.map((line) => line.units),
      ).map(({ copy }) => keyOf(copy));
    case 'sale.voided':
    case 'sale.refunded':
      return read.body.units.flatMap(({ copy }) => (copy && copy.number !== null ? [keyOf(copy)] : []));
  }
}

/** The single numbers of runs, both ends included. */
export function numbersIn(runs: Numbers): number[] {
  return runs.flatMap(([from, to]) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at));
}

function soldUnits(sale: string, lines: readonly (readonly { readonly copy?: SoldCopy }[])[]) {
  return lines.flatMap((units, line) =>
    units.flatMap(({ copy }, unit) =>
      copy && copy.number !== null ? [{ unit: `${sale}:${line}:${unit}`, copy }] : [],
    ),
  );
}

function keyOf(copy: SoldCopy): string {
  return `${copy.edition}:${copy.number}`;
}

function earliest(a: Stamp | null, b: Stamp): Stamp {
  return a === null || b < a ? b : a;
}

function planned(key: string, edition: EditionId, number: number): CopyRow {
  return { key, edition, number, holder: null, lies: null, marked: null, spoilt: false, sold: [], returned: [] };
}
