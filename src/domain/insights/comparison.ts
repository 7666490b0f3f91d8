import type { MarketFigures } from './market-figures.ts';

/** Of fewer sales a percentage would be chance: one sale more or less would be over a tenth of it. */
export const LEAST_SALES = 10;

/** How the newest market did beside an earlier one, or why nothing can be said. */
type Comparison =
  | { readonly kind: 'one'; readonly last: MarketFigures }
  | { readonly kind: 'not-enough'; readonly market: MarketFigures }
  | {
      readonly kind: 'change';
      readonly first: MarketFigures;
      readonly last: MarketFigures;
      /** Of the takings: 0.5 is half as much again. */
      readonly change: number;
    };

/**
 * The newest market against the first that had sales enough, so that a small first try does not stand in the way for
 * ever; undefined without a market. `markets`: the oldest first.
 */
export function compareMarkets(markets: readonly MarketFigures[]): Comparison | undefined {
  const last = markets.at(-1);
  if (!last) return undefined;
  const others = markets.slice(0, -1);
  const [most] = others.toSorted((a, b) => b.sales - a.sales);
  if (!most) return { kind: 'one', last };
  if (last.sales < LEAST_SALES) return { kind: 'not-enough', market: last };
  const first = others.find(({ sales, takings }) => sales >= LEAST_SALES && takings > 0);
  if (!first) return { kind: 'not-enough', market: most };
  return { kind: 'change', first, last, change: last.takings / first.takings - 1 };
}
