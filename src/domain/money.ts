/** An integer count of the currency's smallest unit. */
export type Minor = number;

/** ISO 4217, three capitals. */
export type Currency = string;

/** Decimals of a currency's smallest unit (JPY 0, EUR 2, KWD 3), as the platform's own tables say. */
export function minorDigits(currency: Currency): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** A format takes some 50 µs to make, and an import asks for each of its prices. */
const digitsByCurrency = new Map<Currency, number>();

/**
 * Splits `amount` in proportion to `weights`; the parts always add up to `amount`.
 * Largest remainder; ties go to the earlier weight, so a payout is the same on every tablet.
 * Weights are whole and not negative; `amount` may be negative (a refund splits like the sale).
 * @throws RangeError if the weights add up to zero (a caller's bug, not a user's mistake)
 */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n) throw new RangeError('allocate: the weights add up to nothing');
  const size = BigInt(Math.abs(amount));
  const parts = weights.map((weight) => (size * BigInt(weight)) / total);
  const rests = weights.map((weight, at) => ({ at, rest: (size * BigInt(weight)) % total }));
  let left = Number(size - parts.reduce((sum, part) => sum + part, 0n));
  rests.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  for (const { at } of rests) {
    if (left === 0) break;
    parts[at] = (parts[at] ?? 0n) + 1n;
    left--;
  }
  const sign = amount < 0 ? -1 : 1;
  return parts.map((part) => (part === 0n ? 0 : sign * Number(part)));
}

/**
 * `numerator / denominator`, rounded half away from zero. Whole numbers in, a whole number out, exact at any size.
 * @throws RangeError if the denominator is zero
 */
export function divideRounded(numerator: bigint, denominator: bigint): number {
  if (denominator === 0n) throw new RangeError('divideRounded: nothing to divide by');
  const negative = numerator < 0n !== denominator < 0n;
  const [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const whole = Number((2n * a + b) / (2n * b));
  return whole === 0 ? 0 : negative ? -whole : whole;
}

/** Sum of amounts. */
export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/**
 * An amount as people write it in a file: `-1234.50` for -123450 and 2 digits; no grouping, no currency.
 * Screens format with currency and locale instead.
 */
export function decimalText(amount: Minor, digits: number, separator = '.'): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}${separator}${text.slice(-digits)}`;
}

/** The nearest multiple of the smallest coin, half away from zero. A step of 0 or 1 rounds nothing. */
export function roundCash(amount: Minor, step: Minor): Minor {
  return step <= 1 ? amount : divideRounded(BigInt(amount), BigInt(step)) * step;
}

/** `rate` millionths or `basisPoints` of an amount, rounded half away from zero. */
export function partOf(amount: Minor, part: number, whole: number): Minor {
  return divideRounded(BigInt(amount) * BigInt(part), BigInt(whole));
}

/** Like `allocate`, but nothing to split by is nothing to split: free items weigh zero. */
export function allocateOver(amount: Minor, weights: readonly number[]): Minor[] {
  if (amount === 0) return weights.map(() => 0);
  return allocate(amount, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
}
