import type { Instant } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import type { Currency, Minor } from '../money.ts';
import type { AttemptId, SaleId } from '../parts.ts';
import type { Tender } from '../sales/facts.ts';
import { done, refused, type Result } from '../result.ts';
import { inOrder } from '../sales/sale-history.ts';
import type { PaymentHandedOff, PaymentResolved } from './facts.ts';

type AttemptState =
  /** The amount left for a reader or a code is shown; nobody has said what became of it. */
  | 'handedOff'
  /** Nobody could tell. The sale stands. */
  | 'unknown'
  /** Bank code: the shopper says it is paid. */
  | 'claimed'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  /** The money went back. */
  | 'reversed';

/** One hand-off of an amount, with what is known of it. */
export interface Attempt {
  readonly attempt: AttemptId;
  readonly sale: SaleId;
  readonly provider: PaymentHandedOff['provider'];
  readonly amount: Minor;
  readonly currency: Currency;
  readonly tender?: string;
  readonly state: AttemptState;
  readonly evidence: PaymentResolved['evidence'] | null;
  /** Succeeded, but only by a person's word or a callback: listed until a stronger source says so. */
  readonly isUnverified: boolean;
  readonly reference: string;
  readonly handedOffAt: Instant;
  readonly resolvedAt: Instant | null;
  /** Who resolved it. */
  readonly resolvedBy: string;
}

interface AttemptOpen {
  readonly kind: 'attempt-open';
  readonly attempt: AttemptId;
}

/**
 * The attempts among these facts, in the order they were handed off. Facts may come in any order: what is known of an
 * attempt is told again in the order of the stamps. A resolution whose hand-off is not here is left out.
 */
export function attemptsOf(reads: readonly FactRead[]): Attempt[] {
  const attempts = new Map<AttemptId, Attempt>();
  const ordered = inOrder(reads.filter(isPaymentFact));
  for (const read of ordered) {
    if (read.type === 'payment.handedOff' && !attempts.has(read.body.attempt)) {
      attempts.set(read.body.attempt, handedOff(read));
    }
  }
  for (const read of ordered) {
    if (read.type !== 'payment.resolved') continue;
    const held = attempts.get(read.body.attempt);
    if (held) attempts.set(held.attempt, resolve(held, read));
  }
  return [...attempts.values()];
}

/** An attempt that may still turn out to be paid: nobody charges again beside it. */
export function isOpen({ state }: Attempt): boolean {
  return state === 'handedOff' || state === 'unknown' || state === 'claimed';
}

/** The first attempt for this sale that is open and that none of its tenders carries. */
export function openBeside(
  attempts: readonly Attempt[],
  sale: SaleId,
  tenders: readonly Pick<Tender, 'attempt'>[],
): Attempt | undefined {
  const carried = new Set(tenders.map(({ attempt }) => attempt));
  return attempts.find((each) => each.sale === sale && isOpen(each) && !carried.has(each.attempt));
}

/**
 * Whether an amount may be handed off for this sale: not while another attempt for it is open. A part nobody could tell
 * of is one of the sale's own tenders, and what is left may follow it.
 */
export function canHandOff(
  attempts: readonly Attempt[],
  sale: SaleId,
  parts: readonly Pick<Tender, 'attempt'>[] = [],
): Result<true, AttemptOpen> {
  const open = openBeside(attempts, sale, parts);
  return open ? refused({ kind: 'attempt-open', attempt: open.attempt }) : done(true);
}

/** Attempts that brought money for a sale that was paid another way, or never made: somebody must give it back. */
export function surplusAttempts(attempts: readonly Attempt[], reads: readonly FactRead[]): Attempt[] {
  const used = new Set<AttemptId>();
  for (const read of reads) {
    if (read.type !== 'sale.completed') continue;
    for (const { attempt } of read.body.tenders) if (attempt !== undefined) used.add(attempt);
  }
  return attempts.filter(({ attempt, state }) => state === 'succeeded' && !used.has(attempt));
}

function isPaymentFact(read: FactRead): read is FactRead<'payment.handedOff' | 'payment.resolved'> {
  return read.type === 'payment.handedOff' || read.type === 'payment.resolved';
}

function handedOff({ at, body }: FactRead<'payment.handedOff'>): Attempt {
  return {
    ...body,
    state: 'handedOff',
    evidence: null,
    isUnverified: false,
    reference: body.reference ?? '',
    handedOffAt: at,
    resolvedAt: null,
    resolvedBy: '',
  };
}

function resolve(held: Attempt, { at, by, body }: FactRead<'payment.resolved'>): Attempt {
  if (!mayBecome(held, body)) return held;
  return {
    ...held,
    state: body.outcome,
    evidence: body.evidence,
    isUnverified: body.outcome === 'succeeded' && !isStrong(body.evidence),
    reference: body.reference ?? held.reference,
    resolvedAt: at,
    resolvedBy: by,
  };
}

/**
 * From what to what, and on whose word. The same said twice changes nothing; what is settled moves only on stronger
 * evidence (an interface of the provider, a verified webhook, a bank statement) or back by a refund that was seen.
 */
function mayBecome({ state, evidence, provider }: Attempt, { outcome, evidence: word }: PaymentResolved): boolean {
  switch (state) {
    case 'handedOff':
      return outcome === 'claimed' ? provider === 'bank-qr' : outcome !== 'reversed';
    case 'unknown':
      return outcome === 'succeeded' || outcome === 'failed' || outcome === 'cancelled';
    case 'claimed':
      return outcome === 'succeeded' || outcome === 'failed';
    case 'failed':
    case 'cancelled':
      return outcome === 'succeeded' && isStrong(word);
    case 'succeeded':
      if (outcome === 'reversed') return true;
      return outcome === 'succeeded' && isStrong(word) && !(evidence !== null && isStrong(evidence));
    case 'reversed':
      return false;
  }
}

function isStrong(evidence: PaymentResolved['evidence']): boolean {
  return evidence === 'api' || evidence === 'webhook' || evidence === 'statement';
}
