import type { Projection } from '../../journal/projection.ts';
import { utcDate, type Stamp } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import type { PlaceId, VariantId } from '../parts.ts';

/**
 * Moves of one variant at one place on one UTC date of their stamps: a sale rewrites one chunk, whatever the history.
 * `key` is `place|variant|YYYYMMDD`.
 */
export interface StockMovesRow {
  readonly key: string;
  readonly place: PlaceId;
  readonly variant: VariantId;
  readonly date: string;
  /** Sorted by stamp; the delta sums all of one entry. */
  readonly moves: readonly (readonly [Stamp, number])[];
}

/** The latest count of a variant at a place. `key` is `place|variant`. */
export interface StockCountRow {
  readonly key: string;
  readonly place: PlaceId;
  readonly variant: VariantId;
  readonly stamp: Stamp;
  readonly quantity: number;
}

type MovingFact = FactRead<'sale.completed' | 'sale.voided' | 'sale.refunded' | 'stock.moved'>;

/** What came and went, in one row a place, variant and UTC date (ADR 004). */
export const stockMoves: Projection<StockMovesRow, MovingFact> = {
  table: 'stockMoves',
  version: 1,
  types: ['sale.completed', 'sale.voided', 'sale.refunded', 'stock.moved'],
  keys: (read) => [...deltas(read).keys()].map((spot) => `${spot}|${utcDate(read.stamp)}`),
  fold(row, read, key) {
    const at = key.lastIndexOf('|');
    const spot = key.slice(0, at);
    const [place = '', variant = ''] = spot.split('|');
    const delta = deltas(read).get(spot) ?? 0;
    return { key, place, variant, date: key.slice(at + 1), moves: withMove(row?.moves ?? [], [read.stamp, delta]) };
  },
};

/** The latest count of a place and variant. */
export const stockCounts: Projection<StockCountRow, FactRead<'stock.counted'>> = {
  table: 'stockCounts',
  version: 1,
  types: ['stock.counted'],
  keys: (read) => [...new Set(read.body.items.map(({ variant }) => `${read.body.place}|${variant}`))],
  fold(row, read, key) {
    if (row && row.stamp > read.stamp) return row;
    const [place = '', variant = ''] = key.split('|');
    const item = read.body.items.findLast((each) => each.variant === variant);
    return { key, place, variant, stamp: read.stamp, quantity: item?.quantity ?? 0 };
  },
};

/**
 * A level is the latest count plus what is stamped after it, in whatever order both arrived.
 * Without a count it starts from nothing, and may be below zero: shown, never a reason to refuse.
 */
export function level(count: StockCountRow | undefined, chunks: readonly StockMovesRow[]): number {
  let quantity = count?.quantity ?? 0;
  for (const chunk of chunks) {
    for (const [stamp, delta] of chunk.moves) if (!count || stamp > count.stamp) quantity += delta;
  }
  return quantity;
}

type Move = StockMovesRow['moves'][number];

/** Put in its place by stamp. Nearly always that is the end, and a chunk may be a whole day's moves. */
function withMove(moves: readonly Move[], move: Move): readonly Move[] {
  const at = moves.findLastIndex(([stamp]) => stamp < move[0]) + 1;
  return moves.toSpliced(at, 0, move);
}

function deltas(read: MovingFact): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (place: string, variant: string, delta: number) => {
    if (place === '' || variant === '') return;
    const spot = `${place}|${variant}`;
    sums.set(spot, (sums.get(spot) ?? 0) + delta);
  };
  switch (read.type) {
    case 'sale.completed':
      for (const line of read.body.lines) add(read.body.place, line.variant, -line.units.length);
      break;
    case 'sale.voided':
      for (const unit of read.body.units) add(read.body.place, unit.variant, 1);
      break;
    case 'sale.refunded':
      if (read.body.putBack) for (const unit of read.body.units) add(read.body.place, unit.variant, 1);
      break;
    case 'stock.moved':
      for (const item of read.body.items) {
        add(read.body.from, item.variant, -item.quantity);
        add(read.body.to, item.variant, item.quantity);
      }
      break;
  }
  return sums;
}
