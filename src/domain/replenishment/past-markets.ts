import type { Catalogue, MarketPlan } from '../catalogue/catalogue.ts';
import type { FactRead } from '../fact.ts';
import { instantOf, type Instant } from '../time.ts';
import type { Line, PastMarket } from './shapes.ts';

const DAY = 86_400_000;
/** A day nobody closed is over this long after its end. */
const OVER_AFTER = DAY / 2;
/** What a market is thought to bring where nobody has said: visitors. */
export const USUAL_FOOTFALL = 1000;

/** What is known after all facts: markets that are over, and what lies where. */
export interface StallRecord {
  readonly markets: readonly PastMarket[];
  /** Their market day ids, in the same order. */
  readonly days: readonly string[];
  /** Of each variant, over all places; may be below nothing. */
  readonly onHand: ReadonlyMap<string, number>;
  /** Approved reorders that have not come yet. */
  readonly onOrder: ReadonlyMap<string, number>;
  /** When the last market that is over began; undefined if none is. */
  readonly lastAt: Instant | undefined;
}

interface Shown {
  opening: number;
  readonly received: { t: number; qty: number }[];
  readonly sales: Map<string, number>;
}

interface Stall {
  readonly place: string;
  readonly start: Instant;
  readonly minutes: number;
  readonly plan: MarketPlan | undefined;
  readonly lines: Map<string, Shown>;
  isClosed: boolean;
}

/** Where the play stands. */
interface Play {
  readonly plans: ReadonlyMap<string, MarketPlan>;
  readonly levels: Map<string, Map<string, number>>;
  readonly stalls: Map<string, Stall>;
  readonly onOrder: Map<string, number>;
}

/**
 * Plays all facts in the order of their stamps: the opening stock of each market day, what came during it, the minute
 * of each sale that stood. Late facts fall into their place by their stamp, so arrival order cannot matter.
 */
export function recordOf(facts: readonly FactRead[], catalogue: Catalogue, now: Instant): StallRecord {
  const play: Play = {
    plans: new Map(catalogue.plans.map((plan) => [plan.id, plan])),
    levels: new Map(),
    stalls: new Map(),
    onOrder: new Map(),
  };
  for (const fact of facts.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))) step(play, fact);
  return recordAt(play, now);
}

function step(play: Play, fact: FactRead): void {
  switch (fact.type) {
    case 'marketDay.opened':
      return open(play, fact);
    case 'marketDay.closed': {
      const stall = play.stalls.get(fact.body.marketDay);
      if (stall) stall.isClosed = true;
      return;
    }
    case 'stock.counted':
      return fact.body.items.forEach(({ variant, quantity }) =>
        count(play, fact.body.place, variant, quantity, fact.at),
      );
    case 'stock.moved':
      return move(play, fact);
    case 'reorder.approved':
      return fact.body.lines.forEach(({ variant, quantity }) =>
        play.onOrder.set(variant, (play.onOrder.get(variant) ?? 0) + quantity),
      );
    case 'sale.completed':
      return sell(play, fact);
    case 'sale.voided':
      return fact.body.units.forEach(({ variant, line, unit }) =>
        takeBack(play, `${fact.body.sale}:${line}:${unit}`, variant, fact.body.place, true),
      );
    case 'sale.refunded':
      return fact.body.units.forEach(({ variant, line, unit }) =>
        takeBack(play, `${fact.body.sale}:${line}:${unit}`, variant, fact.body.place, fact.body.putBack),
      );
    default:
  }
}

function recordAt(play: Play, now: Instant): StallRecord {
  const days = [...play.stalls]
    .filter(([, stall]) => stall.isClosed || stall.start + stall.minutes * 60_000 + OVER_AFTER < now)
    .toSorted(([, a], [, b]) => a.start - b.start);
  const over = days.map(([, stall]) => stall);
  const onHand = new Map<string, number>();
  for (const level of play.levels.values()) {
    for (const [variant, quantity] of level) onHand.set(variant, (onHand.get(variant) ?? 0) + quantity);
  }
  return {
    markets: over.map((stall, at) => pastMarket(stall, at, over[at - 1])),
    days: days.map(([id]) => id),
    onHand,
    onOrder: play.onOrder,
    lastAt: over.at(-1)?.start,
  };
}

function open(play: Play, fact: FactRead<'marketDay.opened'>): void {
  const id = fact.body.marketDay;
  if (play.stalls.has(id)) return;
  const plan = play.plans.get(id);
  const place = plan?.place ?? fact.body.fields.place ?? 'stall';
  const lines = new Map<string, Shown>();
  for (const [variant, quantity] of play.levels.get(place) ?? []) {
    if (quantity > 0) lines.set(variant, shown(quantity));
  }
  play.stalls.set(id, { place, ...hours(plan, fact.at), plan, lines, isClosed: false });
}

function count(play: Play, place: string, variant: string, quantity: number, at: Instant): void {
  const before = levelOf(play, place, variant);
  setLevel(play, place, variant, quantity);
  openAt(play, place).forEach((stall) => arrive(stall, variant, quantity - Math.max(0, before), at));
}

function move(play: Play, fact: FactRead<'stock.moved'>): void {
  const { from, to, items } = fact.body;
  for (const { variant, quantity } of items) {
    if (from !== '') setLevel(play, from, variant, levelOf(play, from, variant) - quantity);
    if (to !== '') setLevel(play, to, variant, levelOf(play, to, variant) + quantity);
    if (from === '') play.onOrder.set(variant, Math.max(0, (play.onOrder.get(variant) ?? 0) - quantity));
    openAt(play, to).forEach((stall) => arrive(stall, variant, quantity, fact.at));
  }
}

function sell(play: Play, fact: FactRead<'sale.completed'>): void {
  const { sale, place, lines, soldAt } = fact.body;
  const stall = play.stalls.get(fact.day);
  lines.forEach((line, lineAt) => {
    if (line.variant === '') return;
    setLevel(play, place, line.variant, levelOf(play, place, line.variant) - line.units.length);
    if (!stall) return;
    const on = stall.lines.get(line.variant) ?? shown(0);
    stall.lines.set(line.variant, on);
    line.units.forEach((_, unit) => on.sales.set(`${sale}:${lineAt}:${unit}`, minuteOf(stall, soldAt ?? fact.at)));
  });
}

/** A return counts where it was sold; one that came back is there again. */
function takeBack(play: Play, unit: string, variant: string, place: string, isPutBack: boolean): void {
  for (const stall of play.stalls.values()) stall.lines.get(variant)?.sales.delete(unit);
  if (isPutBack && variant !== '') setLevel(play, place, variant, levelOf(play, place, variant) + 1);
}

function openAt(play: Play, place: string): Stall[] {
  return [...play.stalls.values()].filter((stall) => stall.place === place && !stall.isClosed);
}

function levelOf(play: Play, place: string, variant: string): number {
  return play.levels.get(place)?.get(variant) ?? 0;
}

function setLevel(play: Play, place: string, variant: string, quantity: number): void {
  const levels = play.levels.get(place) ?? new Map<string, number>();
  play.levels.set(place, levels.set(variant, quantity));
}

/** Goods that come before the first one was sold belong to the opening stock, later ones are a delivery. */
function arrive(stall: Stall, variant: string, quantity: number, at: Instant): void {
  const on = stall.lines.get(variant) ?? shown(0);
  stall.lines.set(variant, on);
  if (on.sales.size === 0 && minuteOf(stall, at) < 60) on.opening = Math.max(0, on.opening + quantity);
  else if (quantity > 0) on.received.push({ t: minuteOf(stall, at), qty: quantity });
}

function pastMarket(stall: Stall, market: number, before: Stall | undefined): PastMarket {
  return {
    market,
    daysSincePrevious: before ? Math.round((stall.start - before.start) / DAY) : 14,
    expectedFootfall: stall.plan?.expectedFootfall ?? USUAL_FOOTFALL,
    countedByHour: [],
    minutes: stall.minutes,
    lines: [...stall.lines].map(([id, on]): Line => {
      const sales = [...on.sales.values()].toSorted((a, b) => a - b);
      return { id, opening: on.opening, received: on.received, sales };
    }),
  };
}

function hours(plan: MarketPlan | undefined, openedAt: Instant): { readonly start: Instant; readonly minutes: number } {
  if (!plan || plan.date === '' || plan.zone === '') return { start: openedAt, minutes: 480 };
  const start = instantOf(plan.date, plan.opens, plan.zone);
  const minutes = Math.round((instantOf(plan.date, plan.closes, plan.zone) - start) / 60_000);
  return { start, minutes: minutes > 0 ? minutes : 480 };
}

/** Minutes since the opening, inside the market's hours. */
function minuteOf(stall: Stall, at: Instant): number {
  return Math.min(stall.minutes, Math.max(0, (at - stall.start) / 60_000));
}

function shown(opening: number): Shown {
  return { opening, received: [], sales: new Map() };
}
