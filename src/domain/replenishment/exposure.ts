import type { Line, PastMarket } from './shapes.ts';

/** Hourly weights of an ordinary market day, where nobody counted anything. */
const USUAL_DAY = [6, 9, 12, 14, 13, 11, 9, 6];
const USUAL_RECEIPTS = 20;
const SMALLEST_SHARE = 1e-4;

/** What one market says about one print: units sold, thousands of visitors who could see it. */
export interface Observation {
  readonly n: number;
  readonly e: number;
}

/** How the visitors of a market spread over its minutes: share of the day's visitors before minute `t`. */
type Clock = (t: number) => number;

/** A past market seen through its counts: how many came, and when. */
export interface Footfall {
  readonly thousands: number;
  readonly clock: Clock;
}

/**
 * How many thousands of visitors each market had, from forecast and count together: the geometric mean of both, the
 * count corrected by what the counter sees on average.
 */
export function footfalls(markets: readonly PastMarket[]): Footfall[] {
  const both = markets.filter((market) => market.expectedFootfall > 0 && counted(market) > 0);
  const forecast = both.reduce((sum, market) => sum + market.expectedFootfall, 0);
  const seen = forecast > 0 ? both.reduce((sum, market) => sum + counted(market), 0) / forecast : 1;
  return markets.map((market) => {
    const [expected, count] = [market.expectedFootfall, counted(market) / seen];
    const visitors = expected > 0 && count > 0 ? Math.sqrt(expected * count) : Math.max(expected, count);
    return { thousands: visitors / 1000, clock: clockOf(market) };
  });
}

/**
 * Linear inside an hour. By the counter, else by the receipts of the whole stall: few receipts say little about
 * visitors, so an ordinary day counts as much as twenty of them.
 */
export function clockOf(market: PastMarket): Clock {
  if (counted(market) > 0) return hourClock(market.countedByHour, market.minutes);
  const hours = Math.max(1, Math.ceil(market.minutes / 60));
  const usual = Array.from({ length: hours }, (_, hour) => USUAL_DAY[hour % USUAL_DAY.length] ?? 1);
  const total = usual.reduce((sum, weight) => sum + weight, 0);
  const weights = usual.map((weight) => (weight / total) * USUAL_RECEIPTS);
  for (const minute of market.lines.flatMap((line) => line.sales)) {
    const hour = Math.min(hours - 1, Math.floor(minute / 60));
    weights[hour] = (weights[hour] ?? 0) + 1;
  }
  return hourClock(weights, market.minutes);
}

function hourClock(hours: readonly number[], minutes: number): Clock {
  const total = hours.reduce((sum, count) => sum + count, 0);
  return (t) => {
    let before = 0;
    hours.forEach((count, hour) => {
      const from = hour * 60;
      // The last hour may be cut short by the end of the market.
      const length = Math.max(1, Math.min(60, minutes - from));
      before += count * Math.min(1, Math.max(0, (t - from) / length));
    });
    return Math.min(1, before / total);
  };
}

/**
 * A print's market as an observation. Only minutes with stock count: sold out is not zero demand.
 * More sold than was known to be there means that the stock was wrong, not the sales: it lay there until its last sale.
 */
export function observe(line: Line, footfall: Footfall, minutes: number): Observation {
  const stretches = withStock(line, minutes);
  const n = line.sales.length;
  if (stretches.length === 0) return { n, e: 0 };
  const share = stretches.reduce((sum, [from, to]) => sum + footfall.clock(to) - footfall.clock(from), 0);
  return { n, e: footfall.thousands * Math.max(SMALLEST_SHARE, share) };
}

/** The minute from which there was none left, and no delivery after it; null if some was left at the end. */
export function soldOutAt(line: Line, minutes: number): number | null {
  const last = withStock(line, minutes).at(-1);
  return last && last[1] < minutes
    ? last[1]
    : isEmptyAtEnd(line)
      ? (line.sales.toSorted(byNumber).at(-1) ?? null)
      : null;
}

function isEmptyAtEnd(line: Line): boolean {
  const shown = line.opening + line.received.reduce((sum, { qty }) => sum + qty, 0);
  return shown > 0 && line.sales.length >= shown;
}

/** Stretches of minutes in which at least one lay on the table. */
function withStock(line: Line, minutes: number): (readonly [number, number])[] {
  const moves = [
    ...line.received.map(({ t, qty }) => ({ t, change: qty })),
    ...line.sales.map((t) => ({ t: Math.min(t, minutes), change: -1 })),
  ].toSorted((a, b) => a.t - b.t || b.change - a.change);
  let lowest = 0;
  moves.reduce(
    (level, { change }) => {
      lowest = Math.min(lowest, level + change);
      return level + change;
    },
    Math.max(0, line.opening),
  );
  let level = Math.max(0, line.opening) - lowest;
  let from = level > 0 ? 0 : null;
  const stretches: (readonly [number, number])[] = [];
  for (const { t, change } of moves) {
    level += change;
    if (level > 0) from ??= t;
    else if (from !== null) {
      stretches.push([from, t]);
      from = null;
    }
  }
  if (from !== null) stretches.push([from, minutes]);
  return stretches;
}

function counted(market: PastMarket): number {
  return market.countedByHour.reduce((sum, count) => sum + count, 0);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
