import { MARKET_SHAPE, DRIFT, moments, type Belief } from './filter.ts';
import { negativeBinomial } from './numerics.ts';
import { tierPrice } from './order-cost.ts';
import type { PlanInput, Print } from './shapes.ts';

const MOST = 400;

/** What to load: everything, or unit by unit what earns most for its space. */
export function pack(
  input: PlanInput,
  prints: readonly Print[],
  beliefs: ReadonlyMap<string, Belief>,
): readonly { readonly id: string; readonly qty: number }[] | null {
  const { capacity } = input.limits;
  const needed = prints.reduce((sum, print) => sum + Math.max(0, print.onHand) * print.space, 0);
  if (capacity === null || needed <= capacity) return null;
  const visitors = (input.calendar[0]?.expectedFootfall ?? 0) / 1000;
  const units = prints.flatMap((print) => unitsOf(print, beliefs.get(print.id), visitors));
  units.sort(
    (a, b) => b.worth - a.worth || (a.print.id < b.print.id ? -1 : a.print.id > b.print.id ? 1 : a.nth - b.nth),
  );
  const loaded = new Map<string, number>();
  let left = capacity;
  for (const { print, nth } of units) {
    // The second one is only loaded on top of the first.
    if (print.space > left || (loaded.get(print.id) ?? 0) !== nth) continue;
    loaded.set(print.id, nth + 1);
    left -= print.space;
  }
  return [...loaded].map(([id, qty]) => ({ id, qty })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function unitsOf(print: Print, belief: Belief | undefined, visitors: number) {
  const { mean, cv2 } = belief ? moments(belief) : { mean: 0, cv2: 1 };
  const count = Math.min(MOST, Math.max(0, print.onHand));
  const demand = negativeBinomial(mean * visitors, 1 / (cv2 + 1 / MARKET_SHAPE + DRIFT ** 2), count + 1);
  const margin = print.price - 0.8 * tierPrice(print, 1);
  let atLeast = 1;
  return Array.from({ length: count }, (_, nth) => {
    atLeast = Math.max(0, atLeast - (demand[nth] ?? 0));
    return { print, nth, worth: (atLeast * margin) / Math.max(1e-9, print.space) };
  });
}
