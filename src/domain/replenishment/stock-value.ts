import { at, demandAt, expectedSales, leftOver, SPREAD } from './demand.ts';
import { halves, type Belief } from './filter.ts';
import { negativeBinomial } from './numerics.ts';
import { legalSizes, orderCost, tierPrice } from './order-cost.ts';
import type { Season } from './season.ts';
import type { Print } from './shapes.ts';

/** Stocking a little more than is right on average teaches something. */
const LEARNING = 1.1;
const MOST = 160;
/** What it is worth to order a legal quantity now. */
export interface MenuEntry {
  readonly quantity: number;
  /** Tiers and set-up: what the budget pays. */
  readonly cost: number;
  readonly gain: number;
}

/**
 * The gain of each legal order over ordering nothing, looking up to four markets ahead (a finite-horizon programme per
 * half of the belief: what is left over is worth what the rate will be known to be from then on).
 */
export function orderMenu(print: Print, belief: Belief, season: Season): MenuEntry[] {
  if (season.visitors.length === 0 || season.isOver) return [];
  const nodes = halves(belief).map((rate) => rate * LEARNING);
  const inHand = Math.max(0, print.onHand) + Math.max(0, print.onOrder);
  const range = Math.max(inHand, searchRange(print, nodes, season));
  const sizes = legalSizes(print, range - inHand);
  if (sizes.length === 0) return [];
  const values = nodes.map((rate) => programme(print, rate, season, range, inHand));
  return sizes.map((quantity) => {
    const gains = values.map((value) => gainOf(value, print, inHand, quantity, season));
    const gain = gains.reduce((sum, each) => sum + each, 0) / gains.length - orderCost(print, quantity) - HANDLING;
    return { quantity, cost: orderCost(print, quantity), gain };
  });
}

/** The last copies of an edition will surely sell: waiting for them is worth a little less than it seems. */
const WAITING = 0.9;

/** Unpacking and putting away an order line, in the currency's whole unit. */
const HANDLING = 0.5;

function gainOf(value: Programme, print: Print, inHand: number, quantity: number, season: Season): number {
  const [all, rest] = [print.editionLeft ?? Infinity, (print.editionLeft ?? Infinity) - quantity];
  const inTime = value.now(inHand + quantity, rest) - value.now(inHand, all);
  if (season.lateNow === 0) return inTime;
  const late = leftOver(value.demand, inHand, (left) => value.later(left + quantity, rest) - value.later(left, all));
  return (1 - season.lateNow) * inTime + season.lateNow * season.discount * late;
}

/** The value of so many in hand at the next market, and after it, while so many may still be printed. */
interface Programme {
  readonly now: (inHand: number, printable: number) => number;
  readonly later: (inHand: number, printable: number) => number;
  readonly demand: Float64Array;
}

function programme(print: Print, rate: number, season: Season, range: number, inHand: number): Programme {
  const demand = demandAt(rate * (season.visitors[0] ?? 0), range);
  const free = backwards(print, rate, season, range, true);
  const beyondRange = (values: Float64Array, x: number) =>
    at(values, Math.min(x, range)) + Math.max(0, x - range) * print.salvage;
  const open = {
    now: (x: number) => beyondRange(free.now, x),
    later: (x: number) => beyondRange(free.later, x),
    demand,
  };
  if (print.editionLeft === null || coversTheRest(print, rate, season, inHand)) return open;
  const laters = new Map<number, Float64Array>();
  const nows = new Map<number, Float64Array>();
  const bound = backwards(print, rate, season, range, false);
  const laterWith = (printable: number) =>
    held(laters, printable, () => oneMoreOrder(print, bound.later, free.later, printable, season));
  const nowWith = (printable: number) =>
    held(nows, printable, () => marketValue(print, demand, laterWith(printable), season));
  return {
    now: (x, printable) => beyondRange(nowWith(printable), x),
    later: (x, printable) => beyondRange(laterWith(printable), x),
    demand,
  };
}

/** What is left of an edition after a market: its last copies may still be printed, once; a free edition bounds it. */
function oneMoreOrder(print: Print, bound: Float64Array, free: Float64Array, printable: number, season: Season) {
  const sizes = season.visitors.length > 1 ? legalSizes({ ...print, editionLeft: printable }, bound.length - 1) : [];
  const costs = sizes.map((quantity) => orderCost(print, quantity) + HANDLING);
  return bound.map((without, x) => {
    let best = without;
    sizes.forEach((quantity, index) => {
      if (x + quantity < bound.length) best = Math.max(best, at(bound, x + quantity) - (costs[index] ?? 0));
    });
    return Math.min(without + WAITING * (best - without), at(free, x));
  });
}

function held<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  return known;
}

function coversTheRest(print: Print, rate: number, season: Season, inHand: number): boolean {
  const mean = rate * (season.visitors.reduce((sum, thousands) => sum + thousands, 0) + season.beyond);
  return inHand + (print.editionLeft ?? 0) >= mean + Math.sqrt(mean + mean ** 2 / SPREAD);
}

/** The value of stock before and after the next market, from the season's end backwards. */
function backwards(print: Print, rate: number, season: Season, range: number, canReprint: boolean) {
  let later = endValue(print, rate, season, range, canReprint);
  let now = later;
  for (let market = season.visitors.length - 1; market >= 0; market--) {
    if (market < season.visitors.length - 1) later = canReprint ? withReprints(print, now, season) : now;
    now = marketValue(print, demandAt(rate * (season.visitors[market] ?? 0), range), later, season);
  }
  return { now, later };
}

/** What so many are worth after the last market looked at: the rest of the season saves reprints, then salvage. */
function endValue(print: Print, rate: number, season: Season, range: number, canReprint: boolean): Float64Array {
  const value = Float64Array.from({ length: range + 1 }, (_, x) => print.salvage * x);
  if (season.beyond <= 0) return value;
  const saved = (canReprint ? 0.9 * laterPrice(print) : 0.97 * print.price) - print.salvage;
  const sold = expectedSales(negativeBinomial(rate * season.beyond, 1.5 * SPREAD, range + 2), range);
  return value.map((worth, x) => worth + saved * at(sold, x));
}

function marketValue(print: Print, demand: Float64Array, later: Float64Array, season: Season): Float64Array {
  const holding = season.holdingRate * tierPrice(print, 1);
  const sold = expectedSales(demand, later.length - 1);
  return later.map(
    (_, y) =>
      print.price * at(sold, y) +
      season.discount * (leftOver(demand, y, (left) => at(later, left)) - holding * (y - at(sold, y))),
  );
}

/** The best order before a later market, seen from now. */
function withReprints(print: Print, value: Float64Array, season: Season): Float64Array {
  const sizes = legalSizes(print, value.length - 1);
  const costs = sizes.map((quantity) => orderCost(print, quantity) + HANDLING);
  const worthLate = 0.9 * laterPrice(print);
  return value.map((without, x) => {
    let best = without;
    sizes.forEach((quantity, index) => {
      if (x + quantity >= value.length) return;
      const late = without + worthLate * quantity;
      const worth = (1 - season.lateLater) * at(value, x + quantity) + season.lateLater * late - (costs[index] ?? 0);
      if (worth > best) best = worth;
    });
    return best;
  });
}

function searchRange(print: Print, nodes: readonly number[], season: Season): number {
  const upper = Math.max(...nodes);
  const mean = nodes.reduce((sum, rate) => sum + rate, 0) / nodes.length;
  const mu = upper * (season.visitors[0] ?? 0) + 0.7 * mean * (season.visitors[1] ?? 0);
  const wide = Math.ceil(mu + 3 * Math.sqrt(mu + mu ** 2 / SPREAD)) + 3;
  const secondTier = Math.min(12, print.tiers[1]?.[0] ?? 0);
  return Math.min(MOST, Math.max(wide, print.moq + 1, secondTier));
}

/** What a later order will cost a piece: its second tier, the only one if there is one. */
function laterPrice(print: Print): number {
  return print.tiers[1]?.[1] ?? tierPrice(print, 1);
}
