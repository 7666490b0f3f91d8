import { DRIFT, MARKET_SHAPE } from './filter.ts';
import { negativeBinomial } from './numerics.ts';

/** Demand of one market around the print's rate: the market's mood and the drift until then. */
export const SPREAD = 1 / (1 / MARKET_SHAPE + DRIFT ** 2);

/** Chance of each number of pieces wanted, up to `range` + 1, where `mean` are expected. */
export function demandAt(mean: number, range: number): Float64Array {
  return negativeBinomial(mean, SPREAD, range + 2);
}

/** E[min(D, y)] for every y. */
export function expectedSales(demand: Float64Array, range: number): Float64Array {
  const sold = new Float64Array(range + 1);
  let above = 1 - at(demand, 0);
  for (let y = 1; y <= range; y++) {
    sold[y] = at(sold, y - 1) + above;
    above = Math.max(0, above - at(demand, y));
  }
  return sold;
}

/** Expected worth of what is left of `y` after a market. */
export function leftOver(demand: Float64Array, y: number, worth: (left: number) => number): number {
  let [sum, above] = [0, 1];
  for (let d = 0; d < y; d++) {
    const p = at(demand, d);
    sum += p * worth(y - d);
    above -= p;
  }
  return sum + Math.max(0, above) * worth(0);
}

/** A value by its index; 0 beyond the end, where no demand reaches. */
export function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
