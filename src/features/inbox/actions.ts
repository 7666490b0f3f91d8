import { fact } from '../../domain/fact.ts';
import type { PaymentResolved } from '../../domain/payments/facts.ts';
import type { Attempt } from '../../domain/payments/attempts.ts';
import { done } from '../../domain/result.ts';
import type { FactText } from '../../journal/entry.ts';
import { commit, type CommitProblem } from '../../store/commit.ts';
import type { Stall } from '../../store/stall.tsx';

/** Why this tablet could not keep an answer; null: it did. */
export type NotKept = CommitProblem['kind'] | null;

/** Somebody looked at the reader's list, or at the account. Belongs to the day of the hand-off, whichever is open now. */
export function settlePayment(
  stall: Stall,
  day: string,
  { attempt, sale }: Attempt,
  outcome: PaymentResolved['outcome'],
): Promise<NotKept> {
  return write(stall, day, fact('payment.resolved', sale, { attempt, sale, outcome, evidence: 'operator' }));
}

/** What truly lies there: a count of this one variant. */
export function countOne(stall: Stall, variant: string, quantity: number): Promise<NotKept> {
  const { place, day } = stall;
  return write(stall, day, fact('stock.counted', place, { place, items: [{ variant, quantity }] }));
}

async function write(stall: Stall, day: string, ...facts: readonly FactText[]): Promise<NotKept> {
  const written = await commit<never>(stall.db, { ...stall.author(), day }, () => Promise.resolve(done({ facts })));
  return written.ok ? null : written.problem.kind;
}
