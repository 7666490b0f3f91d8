import type { DeviceId } from '../../journal/device-key.ts';
import type { EditionId, PlaceId, VariantId } from '../parts.ts';
import type { SoldCopy } from '../sales/facts.ts';
import { openSales, type CopyRow } from './copies.ts';

/** What a tap on the tile of a numbered variant does. */
type CopyPick =
  /** Put this copy in the cart. */
  | { readonly kind: 'take'; readonly copy: SoldCopy }
  /** Only copies with a number on them are here: show the row of their numbers. */
  | { readonly kind: 'choose'; readonly numbers: readonly number[] }
  /** No number is here: sell it, and the hub assigns one. */
  | { readonly kind: 'follows'; readonly copy: SoldCopy };

/** Who taps, where, and what is already in a cart here (parked ones too), as `edition:number`. */
interface PickingTablet {
  readonly device: DeviceId;
  readonly place: PlaceId;
  readonly inCarts: ReadonlySet<string>;
  /** Pieces at this place by the book, of each variant that was ever counted here. */
  readonly levels: ReadonlyMap<VariantId, number>;
}

/**
 * The lowest unmarked number leased to this tablet; else the marked numbers lying here; else the number follows. Where
 * marked copies lie here, blank sheets do only if more pieces were counted than numbers are on paper: a number that this
 * tablet may write is not yet a sheet to write it on.
 * @param copies all rows of the edition this tablet knows
 */
export function pickCopy(
  copies: readonly CopyRow[],
  what: { readonly edition: EditionId; readonly variant: VariantId },
  tablet: PickingTablet,
): CopyPick {
  const { edition, variant } = what;
  const unsold = copies.filter((row) => row.edition === edition && isFree(row));
  const blank = unsold.filter((row) => isBlankHere(row, variant, tablet));
  const marked = unsold.filter((row) => row.marked !== null && liesHere(row, variant, tablet.place));
  const free = ({ key }: CopyRow) => !tablet.inCarts.has(key);
  const blankInCarts = blank.length - blank.filter(free).length;
  const sheets = (tablet.levels.get(variant) ?? 0) - marked.length - blankInCarts;
  const numbers = numbersOf(marked.filter(free));
  const [next] = numbers.length === 0 || sheets > 0 ? numbersOf(blank.filter(free)) : [];
  if (next !== undefined) return { kind: 'take', copy: { edition, number: next, marked: false } };
  if (numbers.length > 0) return { kind: 'choose', numbers };
  return { kind: 'follows', copy: { edition, number: null, marked: false } };
}

function numbersOf(rows: readonly CopyRow[]): readonly number[] {
  return rows.map(({ number }) => number).toSorted((a, b) => a - b);
}

function isFree(row: CopyRow): boolean {
  return !row.spoilt && openSales(row).length === 0;
}

/** A blank sheet has no number yet; one that was laid out for another size or place is not to be given away here. */
function isBlankHere(row: CopyRow, variant: VariantId, { device, place }: PickingTablet): boolean {
  return row.marked === null && row.holder?.device === device && (row.lies === null || liesHere(row, variant, place));
}

function liesHere({ lies }: CopyRow, variant: VariantId, place: PlaceId): boolean {
  return lies !== null && lies.place === place && lies.variant === variant;
}
