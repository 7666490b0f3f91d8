import { roundCash, sum, type Minor } from '../money.ts';
import type { AttemptId } from '../parts.ts';
import { done, refused, type Result } from '../result.ts';
import type { Tender } from './facts.ts';

export type TenderProblem =
  | { readonly kind: 'tenders-short'; readonly missing: Minor }
  | { readonly kind: 'tenders-over'; readonly over: Minor }
  /** A tender of nothing or less, or cash given that does not cover its own part. */
  | { readonly kind: 'tender-unusable'; readonly tender: number };

/**
 * Whether it stands for goods and not for money: one half of an exchange. The refund's part and the new sale's part
 * cancel each other out.
 */
export function isExchange({ kind }: Pick<Tender, 'kind'>): boolean {
  return kind === 'exchange';
}

/** What is left to pay after these tenders, exact. */
export function amountLeft(total: Minor, tenders: readonly Tender[]): Minor {
  return total - sum(tenders.map(({ amount }) => amount));
}

/**
 * Cash for what is left. With enough given it settles the rest, rounded to the smallest coin; with less it is a part
 * and something else must follow.
 * @param given what was handed over; null is exactly what is due
 */
export function cashTender(left: Minor, given: Minor | null, step: Minor): Tender & { given: Minor; change: Minor } {
  // Below nothing only where earlier refunds gave back more than half a coin too much: nothing is taken for it.
  const due = Math.max(0, roundCash(left, step));
  const amount = Math.min(due, given ?? due);
  return { kind: 'cash', amount, given: given ?? due, change: (given ?? due) - amount };
}

/** Card; with an `attempt` whose outcome nobody could tell, the attempt's own facts settle it later. */
export function cardTender(amount: Minor, attempt?: AttemptId, reference?: string): Tender {
  return { kind: 'card', amount, ...(attempt ? { attempt } : {}), ...(reference ? { reference } : {}) };
}

/**
 * How tenders settle an amount: amount + rounding = tenders. Rounding happens only if the last tender is cash for the
 * rest, and only to the smallest coin.
 * @param owed rounding that earlier refunds of the same sale kept back, so that in the end exactly what was paid is back
 */
export function settle(
  amount: Minor,
  tenders: readonly Tender[],
  step: Minor,
  owed: Minor = 0,
): Result<{ readonly rounding: Minor }, TenderProblem> {
  const unusable = tenders.findIndex((tender) => !isUsable(tender, amount));
  if (unusable >= 0 || tenders.length > 50) return refused({ kind: 'tender-unusable', tender: Math.max(unusable, 0) });
  const last = tenders.at(-1);
  const rest = last ? amountLeft(amount, tenders.slice(0, -1)) : amount;
  const exact = { rounding: 0 };
  // Parts that are more than the whole are never called rounding.
  if (rest >= 0 && last?.kind === 'cash' && last.amount === Math.max(0, roundCash(rest + owed, step))) {
    return done({ rounding: last.amount - rest || 0 });
  }
  if (last?.amount === rest) return done(exact);
  const left = amountLeft(amount, tenders);
  return refused(left > 0 ? { kind: 'tenders-short', missing: left } : { kind: 'tenders-over', over: -left });
}

/** By what a tender is summed: its kind, and the name a lead gave it. */
export function tenderKey({ kind, name }: Pick<Tender, 'kind' | 'name'>): string {
  return name ? `${kind}:${name}` : kind;
}

function isUsable({ kind, amount, given, change }: Tender, due: Minor): boolean {
  if (!Number.isSafeInteger(amount) || amount < 0) return false;
  // Nothing is settled with nothing, unless the smallest coin makes the rest of it nothing, or it is free.
  if (amount === 0 && !(kind === 'cash' || due === 0)) return false;
  return given === undefined || (Number.isSafeInteger(given) && given - amount === (change ?? 0) && given >= amount);
}
