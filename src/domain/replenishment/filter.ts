import type { Observation } from './exposure.ts';

/** How much a market's mood varies: shape of its gamma factor. */
export const MARKET_SHAPE = 6;
/** Taste drifts by this much (sd of the log) in a fortnight. */
export const DRIFT = 0.25;

const CELLS = 56;
const [LOWEST, HIGHEST] = [0.02, 120];
const STEP = Math.log(HIGHEST / LOWEST) / (CELLS - 1);
const RATES = Float64Array.from({ length: CELLS }, (_, at) => LOWEST * Math.exp(at * STEP));
const LOG_RATES = RATES.map((rate) => Math.log(rate));

/** Belief about one print's rate per 1000 visitors: weights of 56 rates, adding up to one. */
export type Belief = Float64Array;

/** Gamma with this mean and shape, on the grid. */
export function priorBelief(mean: number, shape: number): Belief {
  return normalised(LOG_RATES.map((log, at) => shape * log - (shape * (RATES[at] ?? 0)) / mean));
}

/** Time has passed: spreads the belief over log rates. The mass beyond the ends stays in the last cells. */
export function drift(belief: Belief, days: number): Belief {
  if (!(days > 0)) return belief;
  const sd = DRIFT * Math.sqrt(days / 14);
  const reach = Math.min(8, Math.ceil((2.5 * sd) / STEP));
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((((at - reach) * STEP) / sd) ** 2) / 2));
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const spread = new Float64Array(CELLS);
  belief.forEach((weight, cell) => {
    kernel.forEach((part, at) => {
      const to = Math.max(0, Math.min(CELLS - 1, cell + at - reach));
      spread[to] = (spread[to] ?? 0) + (weight * part) / total;
    });
  });
  return spread;
}

/**
 * A market was seen. Exact for a Poisson stream with a gamma market factor, stopped at the n-th sale; that it sold out
 * matters only through the exposure.
 */
export function update(belief: Belief, { n, e }: Observation): Belief {
  if (!(e > 0)) return belief;
  return normalised(
    belief.map(
      (weight, at) =>
        Math.log(weight) +
        n * (LOG_RATES[at] ?? 0) -
        (n + MARKET_SHAPE) * Math.log(MARKET_SHAPE + (RATES[at] ?? 0) * e),
    ),
  );
}

/** Mean, and variance in parts of the mean squared. */
export function moments(belief: Belief): { readonly mean: number; readonly cv2: number } {
  let [mean, square] = [0, 0];
  belief.forEach((weight, at) => {
    const rate = RATES[at] ?? 0;
    mean += weight * rate;
    square += weight * rate * rate;
  });
  return { mean, cv2: Math.max(0, square / (mean * mean) - 1) };
}

function normalised(logs: Float64Array): Belief {
  const highest = logs.reduce((max, log) => Math.max(max, log), -Infinity);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Splits the belief into two halves of equal mass; the mean rate of each. */
export function halves(belief: Belief): readonly [number, number] {
  let [low, mass] = [0, 0];
  belief.forEach((weight, at) => {
    const part = Math.min(weight, Math.max(0, 0.5 - mass));
    low += part * (RATES[at] ?? 0);
    mass += weight;
  });
  return [low / 0.5, (moments(belief).mean - low) / 0.5];
}
