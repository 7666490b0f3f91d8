/** Lanczos, g = 7, nine terms: relative precision of about 1e-13 for positive arguments. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, term, at) => (at === 0 ? term : sum + term / (x - 1 + at)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/**
 * Solves a symmetric, positive definite system by Cholesky; the matrix is overwritten.
 * @throws RangeError if the matrix is not positive definite (a caller's bug: the priors' precisions make it so)
 */
export function solve(matrix: readonly Float64Array[], right: readonly number[]): number[] {
  const size = right.length;
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0;
  const set = (i: number, j: number, value: number) => {
    const line = matrix[i];
    if (line) line[j] = value;
  };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = at(i, j);
      for (let k = 0; k < j; k++) value -= at(i, k) * at(j, k);
      if (i !== j) set(i, j, value / at(j, j));
      else if (value > 0) set(i, i, Math.sqrt(value));
      else throw new RangeError('solve: not positive definite');
    }
  }
  const y = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) y[i] = (y[i] ?? 0) - at(i, k) * (y[k] ?? 0);
    y[i] = (y[i] ?? 0) / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) y[i] = (y[i] ?? 0) - at(k, i) * (y[k] ?? 0);
    y[i] = (y[i] ?? 0) / at(i, i);
  }
  return y;
}

/**
 * Negative binomial with this mean and shape (variance mean + mean²/shape): probabilities of 0 … size − 1, the last
 * one holding the whole tail.
 */
export function negativeBinomial(mean: number, shape: number, size: number): Float64Array {
  const pmf = new Float64Array(size);
  if (size === 0) return pmf;
  let [p, left] = [mean > 0 ? Math.exp(-shape * Math.log1p(mean / shape)) : 1, 1];
  const odds = mean / (shape + mean);
  for (let k = 0; k < size - 1; k++) {
    pmf[k] = p;
    left -= p;
    p *= ((k + shape) / (k + 1)) * odds;
  }
  pmf[size - 1] = Math.max(0, left);
  return pmf;
}

/** Smallest y with P(D ≤ y) ≥ q. */
export function negativeBinomialQuantile(q: number, mean: number, shape: number): number {
  if (!(mean > 0)) return 0;
  const odds = mean / (shape + mean);
  let [p, k] = [Math.exp(-shape * Math.log1p(mean / shape)), 0];
  let sum = p;
  while (sum < q && k < 100_000) {
    p *= ((k + shape) / (k + 1)) * odds;
    k++;
    sum += p;
  }
  return k;
}
