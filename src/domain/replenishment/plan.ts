import { checkInput } from './check-input.ts';
import { footfalls, observe, soldOutAt, type Footfall, type Observation } from './exposure.ts';
import { drift, DRIFT, MARKET_SHAPE, moments, priorBelief, update, type Belief } from './filter.ts';
import { negativeBinomial, negativeBinomialQuantile } from './numerics.ts';
import { legalSizes } from './order-cost.ts';
import { pack } from './pack.ts';
import { fitPrior, type Prior, type Totals } from './prior.ts';
import { seasonOf } from './season.ts';
import { sentence } from './sentence.ts';
import type { Because, PlanInput, PlanOutput, Print, PrintForecast } from './shapes.ts';
import { spend, type Spending } from './spend.ts';
import { orderMenu } from './stock-value.ts';

/** Fewer thousands of visitors than this have seen it: what is said of it is early. */
const EARLY = 0.1;

/**
 * How many of each print to reprint, what to load, what to expect. Pure: the same question has the same answer, in
 * whatever order the lists come. Never throws; what cannot be used is named in `problems`, and the rest is planned.
 */
export function plan(value: unknown): PlanOutput {
  const { input, problems } = checkInput(value);
  const named = problems.length > 0 ? { problems } : {};
  if (input === null) return { ...emptyAnswer(value), ...named };
  const beliefs = believe(input);
  if (input.phase === 'pack') return { bring: pack(input, input.catalog, beliefs.of), ...named };
  if (input.phase === 'rush') return { rush: [], ...named };
  return { ...orders(input, beliefs), ...named };
}

function emptyAnswer(value: unknown): PlanOutput {
  const phase = typeof value === 'object' && value !== null && 'phase' in value ? value.phase : 'order';
  return phase === 'pack' ? { bring: null } : phase === 'rush' ? { rush: [] } : { orders: [], forecast: [] };
}

/** What is believed of each print after all past markets. */
interface Beliefs {
  readonly prior: Prior;
  readonly of: ReadonlyMap<string, Belief>;
  readonly footfalls: readonly Footfall[];
  /** Thousands of visitors that had each print before them. */
  readonly exposure: ReadonlyMap<string, number>;
}

/** Prior over all prints, then each print through all markets in the order of time. */
export function believe(input: PlanInput): Beliefs {
  const feet = footfalls(input.history);
  const observations = input.history.map(
    (market, at) =>
      new Map(
        market.lines.map((line) => [
          line.id,
          observe(line, feet[at] ?? { thousands: 0, clock: () => 0 }, market.minutes),
        ]),
      ),
  );
  const totals = totalsOf(observations);
  const prior = fitPrior(input.catalog, totals);
  const of = new Map(
    input.catalog.map((print) => {
      let belief = priorBelief(prior.mean.get(print.id) ?? 1, prior.shape);
      input.history.forEach((market, at) => {
        belief = update(drift(belief, market.daysSincePrevious), observations[at]?.get(print.id) ?? { n: 0, e: 0 });
      });
      return [print.id, belief];
    }),
  );
  return { prior, of, footfalls: feet, exposure: exposureOf(observations) };
}

function totalsOf(observations: readonly ReadonlyMap<string, Observation>[]): ReadonlyMap<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const [id, { n, e }] of observations.flatMap((seen) => [...seen])) {
    const weight = 1 / (1 + n / MARKET_SHAPE);
    const held = totals.get(id) ?? { n: 0, e: 0 };
    if (e > 0) totals.set(id, { n: held.n + weight * n, e: held.e + weight * e });
  }
  return totals;
}

function exposureOf(observations: readonly ReadonlyMap<string, Observation>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [id, { e }] of observations.flatMap((seen) => [...seen])) sums.set(id, (sums.get(id) ?? 0) + e);
  return sums;
}

function orders(input: PlanInput, beliefs: Beliefs): PlanOutput {
  const season = seasonOf(input);
  if (season.visitors.length === 0) return { orders: [], forecast: [] };
  const menus = new Map(
    input.catalog.map((print) => {
      const belief = beliefs.of.get(print.id);
      return [print.id, belief ? orderMenu(print, belief, season) : []];
    }),
  );
  const spending = spend(menus, input.limits.budget, input.partner.orderFee);
  const quantities = new Map(spending.chosen.map(({ id, entry }) => [id, entry.quantity]));
  const forecast = input.catalog.map((print) =>
    forecastOf(print, input, beliefs, quantities.get(print.id) ?? 0, { ...spending, tooLate: season.lateNow }),
  );
  const because = new Map(forecast.map((each) => [each.id, each]));
  return {
    orders: spending.chosen.flatMap(({ id, entry }) => {
      const said = because.get(id);
      return said ? [{ id, qty: entry.quantity, why: said.why, because: said.because }] : [];
    }),
    forecast,
  };
}

function forecastOf(
  print: Print,
  input: PlanInput,
  beliefs: Beliefs,
  quantity: number,
  spending: Spending & { readonly tooLate: number },
): PrintForecast {
  const { mean: rate, cv2 } = moments(beliefs.of.get(print.id) ?? priorBelief(1, 1));
  const mean = (rate * (input.calendar[0]?.expectedFootfall ?? 0)) / 1000;
  const shape = 1 / (cv2 + 1 / MARKET_SHAPE + DRIFT ** 2);
  const inHand = Math.max(0, print.onHand) + Math.max(0, print.onOrder);
  const [low, high] = [negativeBinomialQuantile(0.1, mean, shape), negativeBinomialQuantile(0.9, mean, shape)];
  const because: Because = {
    ...lastShown(print, input, beliefs),
    mean: rounded(mean),
    low,
    high,
    inHand,
    quantity,
    forNext: legalSizes(print, Math.min(quantity, high - inHand)).at(-1) ?? 0,
    editionAfter: print.editionLeft === null ? null : print.editionLeft - quantity,
    tooLate: rounded(spending.tooLate),
    overBudget: spending.unaffordable.get(print.id) ?? null,
  };
  const cover = covered(mean, shape, inHand + quantity);
  return { id: print.id, mean: because.mean, low, high, cover, why: sentence(because), because };
}

function lastShown(print: Print, input: PlanInput, beliefs: Beliefs): Pick<Because, 'last' | 'early'> {
  const early = (beliefs.exposure.get(print.id) ?? 0) < EARLY;
  for (let at = input.history.length - 1; at >= 0; at--) {
    const market = input.history[at];
    const line = market?.lines.find((each) => each.id === print.id);
    if (!market || !line) continue;
    const shown = line.opening + line.received.reduce((sum, { qty }) => sum + qty, 0);
    if (shown <= 0 && line.sales.length === 0) continue;
    const out = soldOutAt(line, market.minutes);
    const toCome = out === null ? 0 : 1 - (beliefs.footfalls[at]?.clock(out) ?? 1);
    const sold = line.sales.length;
    return { last: { sold, of: Math.max(sold, shown), soldOutAt: out, toCome }, early };
  }
  return { last: null, early: false };
}

/** P(D ≤ quantity), to three decimals. */
function covered(mean: number, shape: number, quantity: number): number {
  const upTo = negativeBinomial(mean, shape, quantity + 2).subarray(0, quantity + 1);
  return rounded(upTo.reduce((sum, p) => sum + p, 0));
}

/** What leaves the function is rounded: engines may differ in the last digit. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
