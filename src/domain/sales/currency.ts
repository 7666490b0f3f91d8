import { minorDigits, type Currency, type Minor } from '../money.ts';

/** Coins and notes of a currency in minor units, small to large; a value struck as both stands where it is used more. */
interface Cash {
  readonly coins: readonly Minor[];
  readonly notes: readonly Minor[];
  /** What cash totals are rounded to where law or the smallest coin asks for it; 1: not rounded. A lead may change it. */
  readonly step: Minor;
}

/** Coins and notes in use. A currency that is not listed has a 1-2-5 series. */
export function cashOf(currency: Currency): Cash {
  return known[currency] ?? series(minorDigits(currency));
}

/** What cash is rounded to: what a lead has set, else what the currency's coins ask for. 1: not rounded. */
export function cashStepOf(currency: Currency, cashRounding: Minor): Minor {
  return cashRounding > 0 ? cashRounding : cashOf(currency).step;
}

/** Coins and notes together, large to small: the rows of a drawer's count. */
export function denominations(currency: Currency): readonly Minor[] {
  const { coins, notes } = cashOf(currency);
  return [...coins, ...notes].toReversed();
}

/** Most sums people hand over for an amount that is not paid exactly; the first button, *Exact*, is the amount itself. */
const SUGGESTIONS = 3;

/**
 * Up to three sums above `amount` that people really hand over: 140 → 150, 160, 200. Rounded up to the notes that are
 * at least a tenth of the amount; the smallest single note that covers it is always among them.
 * @param amount what is to pay in cash, already rounded to the smallest coin
 */
export function noteSuggestions(amount: Minor, currency: Currency): Minor[] {
  if (amount <= 0) return [];
  const { coins, notes } = cashOf(currency);
  const isSmall = amount < (notes[0] ?? 0);
  const pieces = isSmall ? [...coins.filter((coin) => coin * 2 >= amount), ...notes] : notes;
  const fitting = pieces.filter((piece) => piece * 10 >= amount);
  const smaller = notes.filter((note) => note * 10 < amount).slice(-1);
  const likely = sumsAbove(amount, fitting);
  const sums = likely.length < SUGGESTIONS ? sumsAbove(amount, [...smaller, ...fitting]) : likely;
  const single = notes.find((note) => note > amount);
  const first = sums.slice(0, SUGGESTIONS);
  return single === undefined || first.includes(single) ? first : [...first.slice(0, SUGGESTIONS - 1), single];
}

function sumsAbove(amount: Minor, pieces: readonly Minor[]): Minor[] {
  const sums = pieces.map((piece) => (Math.floor(amount / piece) + 1) * piece);
  return [...new Set(sums)].toSorted((a, b) => a - b);
}

function series(digits: number): Cash {
  // Without decimals a hundred units are what one unit is elsewhere (JPY, KRW).
  const one = digits === 0 ? 100 : 10 ** digits;
  const values: Minor[] = [];
  for (let size = 1; size <= 500 * one; size *= 10) values.push(size, 2 * size, 5 * size);
  return {
    coins: values.filter((value) => value < 5 * one),
    notes: values.filter((value) => value >= 5 * one && value <= 500 * one),
    step: 1,
  };
}

function cash(one: Minor, coins: readonly number[], notes: readonly number[], step: Minor = 1): Cash {
  const minor = (value: number) => Math.round(value * one);
  return { coins: coins.map(minor), notes: notes.map(minor), step };
}

const known: Readonly<Record<Currency, Cash>> = {
  AED: cash(100, [0.25, 0.5, 1], [5, 10, 20, 50, 100, 200, 500, 1000], 25),
  AUD: cash(100, [0.05, 0.1, 0.2, 0.5, 1, 2], [5, 10, 20, 50, 100], 5),
  BHD: cash(1000, [0.005, 0.01, 0.025, 0.05, 0.1], [0.5, 1, 5, 10, 20], 5),
  BRL: cash(100, [0.05, 0.1, 0.25, 0.5, 1], [2, 5, 10, 20, 50, 100, 200]),
  CAD: cash(100, [0.05, 0.1, 0.25, 1, 2], [5, 10, 20, 50, 100], 5),
  CHF: cash(100, [0.05, 0.1, 0.2, 0.5, 1, 2, 5], [10, 20, 50, 100, 200, 1000], 5),
  CNY: cash(100, [0.1, 0.5], [1, 5, 10, 20, 50, 100]),
  CZK: cash(100, [1, 2, 5, 10, 20, 50], [100, 200, 500, 1000, 2000, 5000], 100),
  DKK: cash(100, [0.5, 1, 2, 5, 10, 20], [50, 100, 200, 500], 50),
  EUR: cash(100, [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2], [5, 10, 20, 50, 100, 200]),
  GBP: cash(100, [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2], [5, 10, 20, 50]),
  HKD: cash(100, [0.1, 0.2, 0.5, 1, 2, 5], [10, 20, 50, 100, 500, 1000], 10),
  HUF: cash(100, [5, 10, 20, 50, 100, 200], [500, 1000, 2000, 5000, 10000, 20000], 500),
  ILS: cash(100, [0.1, 0.5, 1, 2, 5, 10], [20, 50, 100, 200], 10),
  INR: cash(100, [1, 2, 5], [10, 20, 50, 100, 200, 500]),
  ISK: cash(1, [1, 5, 10, 50, 100], [500, 1000, 2000, 5000, 10000]),
  JPY: cash(1, [1, 5, 10, 50, 100, 500], [1000, 5000, 10000]),
  KRW: cash(1, [10, 50, 100, 500], [1000, 5000, 10000, 50000], 10),
  KWD: cash(1000, [0.005, 0.01, 0.02, 0.05, 0.1], [0.25, 0.5, 1, 5, 10, 20], 5),
  MXN: cash(100, [0.5, 1, 2, 5, 10], [20, 50, 100, 200, 500, 1000]),
  MYR: cash(100, [0.05, 0.1, 0.2, 0.5], [1, 5, 10, 20, 50, 100], 5),
  NOK: cash(100, [1, 5, 10, 20], [50, 100, 200, 500, 1000], 100),
  NZD: cash(100, [0.1, 0.2, 0.5, 1, 2], [5, 10, 20, 50, 100], 10),
  PLN: cash(100, [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5], [10, 20, 50, 100, 200, 500]),
  RON: cash(100, [0.01, 0.05, 0.1, 0.5], [1, 5, 10, 20, 50, 100, 200, 500]),
  SEK: cash(100, [1, 2, 5, 10], [20, 50, 100, 200, 500, 1000], 100),
  SGD: cash(100, [0.05, 0.1, 0.2, 0.5, 1], [2, 5, 10, 50, 100], 5),
  THB: cash(100, [0.25, 0.5, 1, 2, 5, 10], [20, 50, 100, 500, 1000], 25),
  TRY: cash(100, [0.1, 0.25, 0.5, 1], [5, 10, 20, 50, 100, 200]),
  TWD: cash(100, [1, 5, 10, 50], [100, 500, 1000], 100),
  USD: cash(100, [0.01, 0.05, 0.1, 0.25, 0.5], [1, 5, 10, 20, 50, 100]),
  ZAR: cash(100, [0.1, 0.2, 0.5, 1, 2, 5], [10, 20, 50, 100, 200], 10),
};
