import { fact } from '../../domain/fact.ts';
import type { SoldCopy } from '../../domain/sales/facts.ts';
import type { FactText } from '../../journal/entry.ts';
import { STALL } from './collective.ts';
import { exampleVariants, type ExampleVariant } from './variants.ts';
import { numbered } from './wall.ts';

/** What lies on the example's table, kept beside the journal so that the simulated shoppers see it. */
export interface StallStock {
  left(variant: string): number;
  /** Goods that come before the market with this number (0 to 3): facts to write. */
  deliver(market: number): FactText[];
  /** Some of what sells best, in the week after the last market. */
  deliverLate(): FactText[];
  /** Takes one off the table; of an edition, which copy. */
  take(variant: ExampleVariant): { readonly copy?: SoldCopy };
  putBack(variant: string, copy: SoldCopy | undefined): void;
}

const LATE: Readonly<Record<string, number>> = { salt: 8, birch: 6, meadow: 6, rain: 3, dune: 3, postcards: 5 };

export function stallStock(): StallStock {
  const levels = new Map<string, number>();
  /** Numbers on the prints of a variant, lowest first. */
  const marked = new Map<string, number[]>();
  /** Copies of an edition that exist on paper or were given a number at a sale. */
  const given = new Map<string, number>();

  const bring = (pieces: readonly { readonly variant: ExampleVariant; readonly quantity: number }[]): FactText[] => {
    const some = pieces.filter(({ quantity }) => quantity > 0);
    for (const { variant, quantity } of some) levels.set(variant.id, (levels.get(variant.id) ?? 0) + quantity);
    const items = some.map(({ variant, quantity }) => ({ variant: variant.id, quantity }));
    const moved = fact('stock.moved', STALL, { from: '', to: STALL, items, reason: 'From the lab' });
    return [moved, ...some.flatMap(({ variant, quantity }) => place(variant, quantity))];
  };

  const place = (variant: ExampleVariant, quantity: number): FactText[] => {
    const edition = numbered[variant.work];
    if (!variant.isNumbered || !edition?.isMarked) return [];
    const from = (given.get(variant.work) ?? 0) + 1;
    const to = Math.min(edition.edition, from + quantity - 1);
    given.set(variant.work, to);
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    marked.set(variant.id, [...(marked.get(variant.id) ?? []), ...numbers]);
    const body = { edition: variant.work, variant: variant.id, place: STALL, marked: true };
    return [fact('copies.placed', variant.work, { ...body, numbers: [[from, to]] })];
  };

  return {
    left: (variant) => levels.get(variant) ?? 0,
    deliver: (market) =>
      bring(
        exampleVariants.map((variant) => {
          const wanted = variant.stock[market] ?? 0;
          const quantity = variant.isToppedUp ? Math.max(0, wanted - (levels.get(variant.id) ?? 0)) : wanted;
          return { variant, quantity };
        }),
      ),
    deliverLate: () =>
      bring(
        Object.entries(LATE).flatMap(([work, quantity]) => {
          const variant = exampleVariants.find((each) => each.work === work);
          return variant ? [{ variant, quantity }] : [];
        }),
      ),
    take(variant) {
      levels.set(variant.id, (levels.get(variant.id) ?? 0) - 1);
      if (!variant.isNumbered) return {};
      const onPaper = marked.get(variant.id)?.shift();
      if (onPaper !== undefined) return { copy: { edition: variant.work, number: onPaper, marked: true } };
      const next = (given.get(variant.work) ?? 0) + 1;
      given.set(variant.work, next);
      return { copy: { edition: variant.work, number: next, marked: false } };
    },
    putBack(variant, copy) {
      levels.set(variant, (levels.get(variant) ?? 0) + 1);
      if (copy && copy.number !== null) marked.set(variant, [copy.number, ...(marked.get(variant) ?? [])]);
    },
  };
}
