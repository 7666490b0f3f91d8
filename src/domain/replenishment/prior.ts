import { median } from 'd3-array';
import type { Print } from './shapes.ts';
import { logGamma, solve } from './numerics.ts';

const SHAPES = [0.4, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3, 4];
const USUAL_SHAPE = 1.3;
const STEPS = 6;
const HIGHEST_LOG_RATE = 6;
/** Without anybody's guess a print is thought to sell once to 1000 visitors. */
const NO_GUESS = 1;

/** What is known of a print before its own sales: mean rate per 1000 visitors, and the shape all prints share. */
export interface Prior {
  readonly mean: ReadonlyMap<string, number>;
  readonly shape: number;
}

/** Sales of one print over all markets, each market's weight falling with its count (one good day is partly the day). */
export interface Totals {
  readonly n: number;
  readonly e: number;
}

/** @param prints sorted by id, so that sums come out the same in every engine and order */
export function fitPrior(prints: readonly Print[], totals: ReadonlyMap<string, Totals>): Prior {
  const design = designOf(prints);
  const rows = prints.flatMap((print, at) => {
    const total = totals.get(print.id);
    return total && total.e > 0 ? [{ ...total, x: design.rows[at] ?? [] }] : [];
  });
  const beta = design.means.slice();
  let shape = rows.length > 0 ? 1.2 : USUAL_SHAPE;
  for (let step = 0; step < STEPS && rows.length > 0; step++) {
    const moved = newton(rows, beta, design, shape);
    moved.forEach((delta, at) => (beta[at] = (beta[at] ?? 0) + Math.max(-1, Math.min(1, delta))));
    shape = bestShape(rows, beta);
    if (moved.every((delta) => Math.abs(delta) < 1e-9)) break;
  }
  return { mean: new Map(prints.map((print, at) => [print.id, rate(design.rows[at] ?? [], beta)])), shape };
}

type Row = readonly (readonly [column: number, value: number])[];
interface Seen extends Totals {
  readonly x: Row;
}
interface Design {
  readonly rows: readonly Row[];
  /** Prior mean and precision of each coefficient: level, guess, formats, photographers. */
  readonly means: number[];
  readonly precisions: readonly number[];
}

function designOf(prints: readonly Print[]): Design {
  const guesses = guessesOf(prints);
  const logs = prints.map((print) => Math.log(guesses.get(print.id) ?? NO_GUESS));
  const centre = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const formats = [...new Set(prints.map((print) => print.format))].toSorted();
  const photographers = [...new Set(prints.map((print) => print.photographer))].toSorted();
  const guessed = new Set(prints.filter((print) => print.guess !== null).map((print) => print.format));
  const formatColumn = new Map(formats.map((format, at) => [format, 2 + at]));
  const photographerColumn = new Map(photographers.map((name, at) => [name, 2 + formats.length + at]));
  return {
    rows: prints.map((print, at) => [
      [0, 1],
      [1, (logs[at] ?? 0) - centre],
      [formatColumn.get(print.format) ?? 0, 1],
      [photographerColumn.get(print.photographer) ?? 0, 1],
    ]),
    means: [centre + 0.2, 1, ...formats.map(() => 0), ...photographers.map(() => 0)],
    precisions: [
      1 / 0.5,
      1 / 0.1,
      ...formats.map((format) => 1 / (guessed.has(format) ? 0.15 : 0.8)),
      ...photographers.map(() => 1 / 0.15),
    ],
  };
}

/** The photographer's own, else the median of the format, else of all. */
function guessesOf(prints: readonly Print[]): ReadonlyMap<string, number> {
  const own = prints.flatMap((print) => (print.guess === null ? [] : [{ format: print.format, guess: print.guess }]));
  const overall = median(own, (each) => each.guess) ?? NO_GUESS;
  const byFormat = new Map(
    [...new Set(own.map((each) => each.format))].map((format) => [
      format,
      median(
        own.filter((each) => each.format === format),
        (each) => each.guess,
      ),
    ]),
  );
  return new Map(
    prints.map((print) => [print.id, Math.max(0.1, print.guess ?? byFormat.get(print.format) ?? overall)]),
  );
}

/** One step of the penalised negative-binomial regression (Fisher scoring). */
function newton(rows: readonly Seen[], beta: readonly number[], design: Design, shape: number): number[] {
  const size = beta.length;
  const matrix = Array.from({ length: size }, (_, at) => {
    const line = new Float64Array(size);
    line[at] = design.precisions[at] ?? 1;
    return line;
  });
  const right = beta.map((value, at) => (design.precisions[at] ?? 1) * ((design.means[at] ?? 0) - value));
  for (const { n, e, x } of rows) {
    const mu = e * rate(x, beta);
    const weight = mu / (1 + mu / shape);
    const score = (n - mu) / (1 + mu / shape);
    for (const [i, xi] of x) {
      right[i] = (right[i] ?? 0) + xi * score;
      const line = matrix[i];
      if (line) for (const [j, xj] of x) line[j] = (line[j] ?? 0) + weight * xi * xj;
    }
  }
  return solve(matrix, right);
}

function bestShape(rows: readonly Seen[], beta: readonly number[]): number {
  let [best, highest] = [USUAL_SHAPE, -Infinity];
  for (const shape of SHAPES) {
    let likelihood = -((Math.log(shape / USUAL_SHAPE) / 0.5) ** 2) / 2;
    for (const { n, e, x } of rows) {
      const mu = e * rate(x, beta);
      likelihood += logGamma(n + shape) - logGamma(shape) - shape * Math.log1p(mu / shape);
      if (n > 0) likelihood += n * Math.log(mu / (shape + mu));
    }
    if (likelihood > highest + 1e-9) [best, highest] = [shape, likelihood];
  }
  return best;
}

function rate(x: Row, beta: readonly number[]): number {
  const log = x.reduce((sum, [column, value]) => sum + value * (beta[column] ?? 0), 0);
  return Math.exp(Math.min(HIGHEST_LOG_RATE, log));
}
