import type { Print } from './shapes.ts';

/** Cost of one in an order of so many. */
export function tierPrice(print: Print, quantity: number): number {
  return print.tiers.findLast(([from]) => from <= quantity)?.[1] ?? print.tiers[0]?.[1] ?? 0;
}

/** What the lab asks for so many: pieces and set-up. */
export function orderCost(print: Print, quantity: number): number {
  return quantity > 0 ? quantity * tierPrice(print, quantity) + print.setupFee : 0;
}

/** Whole packs, at least the smallest order, no more than the edition has left, at most `most`. */
export function legalSizes(print: Print, most: number): number[] {
  const top = Math.min(most, print.editionLeft ?? Infinity);
  const first = Math.max(1, Math.ceil(print.moq / print.multiple)) * print.multiple;
  const sizes: number[] = [];
  for (let quantity = first; quantity <= top; quantity += print.multiple) sizes.push(quantity);
  return sizes;
}
