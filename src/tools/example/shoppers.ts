import { exampleVariants, type ExampleVariant } from './variants.ts';
import type { ExampleMarket } from './markets.ts';
import { pick, type Random } from './random.ts';
import { SMALL } from './wall.ts';

/** Somebody who comes to the table: when, and what they would like, best first. */
export interface Shopper {
  readonly at: number;
  readonly wishes: readonly ExampleVariant[];
  readonly pays: 'cash' | 'card' | 'qr';
  readonly treat: 'none' | 'friend' | 'chipped' | 'tube';
}

/** Visitors by hour from 10:00. */
const HOURS = [6, 9, 13, 14, 12, 10, 7];
const small = exampleVariants.filter(({ fields }) => fields.price === SMALL.price);

/** The shoppers of one market in the order they come; few at opening, most around one. */
export function shoppersOf(market: ExampleMarket, random: Random): Shopper[] {
  const hours = HOURS.map((weight, hour) => ({ hour, weight }));
  return Array.from({ length: market.shoppers }, () => {
    const { hour } = pick(random, hours, ({ weight }) => weight) ?? { hour: 3 };
    const at = market.opens + Math.round((hour + random()) * 3_600_000);
    return { at, wishes: wishesOf(random), pays: paysWith(random), treat: treatOf(random) };
  }).toSorted((a, b) => a.at - b.at);
}

function wishesOf(random: Random): ExampleVariant[] {
  const pieces = pick(random, [1, 2, 3, 4, 5], (count) => [45, 30, 14, 7, 4][count - 1] ?? 0) ?? 1;
  const wishes: ExampleVariant[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    // Who takes one small print often takes another: the price row asks them to.
    const isPair = wishes[0]?.fields.price === SMALL.price && random() < 0.65;
    const wish = pick(random, isPair ? small : exampleVariants, ({ liked }) => liked);
    if (wish) wishes.push(wish);
  }
  return wishes;
}

function paysWith(random: Random): Shopper['pays'] {
  const roll = random();
  return roll < 0.36 ? 'cash' : roll < 0.86 ? 'card' : 'qr';
}

function treatOf(random: Random): Shopper['treat'] {
  const roll = random();
  return roll < 0.02 ? 'friend' : roll < 0.035 ? 'chipped' : roll < 0.07 ? 'tube' : 'none';
}
