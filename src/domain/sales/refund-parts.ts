import { done, refused, type Result } from '../result.ts';
import type { UnitRef } from './cart.ts';
import { byteLength } from './entry-bytes.ts';
import type { SaleRefunded, Tender } from './facts.ts';
import {
  refundAmount,
  refundedUnits,
  refundSale,
  roundingOwed,
  type RefundDesk,
  type RefundProblem,
} from './refund-sale.ts';
import type { SaleHistory } from './sale-history.ts';
import { cardTender, cashTender } from './tenders.ts';

/** What the units of one refund may have of its entry; the desk, a reason and the tenders fit beside them. */
const UNITS_BYTES = 48_000;
/** As `SaleRefunded` says. */
const MOST_UNITS = 500;

/** Units of a sale in runs that each fit one refund: nearly always a single one. */
export function refundRuns({ sale }: SaleHistory, units: readonly UnitRef[]): UnitRef[][] {
  const runs: UnitRef[][] = [];
  let bytes = Infinity;
  for (const unit of units) {
    const more = byteLength(JSON.stringify(refundedUnits(sale.body, [unit])));
    const run = runs.at(-1);
    if (run && run.length < MOST_UNITS && bytes + more <= UNITS_BYTES) {
      run.push(unit);
      bytes += more;
    } else {
      runs.push([unit]);
      bytes = more;
    }
  }
  return runs;
}

/**
 * Gives units back, however many they are: more than one entry holds are several refunds with a receipt each, to be
 * written in one commit. Together they give back what a single one would: each takes over the rounding of those before.
 * @param deskOf where and under which id and receipt the n-th is paid back, from 0
 */
export function refundInParts(
  history: SaleHistory,
  units: readonly UnitRef[],
  by: 'cash' | 'card',
  deskOf: (at: number) => RefundDesk,
): Result<readonly SaleRefunded[], RefundProblem> {
  if (units.length === 0) return refused({ kind: 'nothing-chosen' });
  const made: SaleRefunded[] = [];
  for (const [at, run] of refundRuns(history, units).entries()) {
    const desk = deskOf(at);
    const before = withRefunds(history, made);
    const exact = refundAmount(before, run);
    const tender: Tender =
      by === 'card' ? cardTender(exact) : cashTender(exact + roundingOwed(before), null, desk.cashStep);
    const refund = refundSale(before, run, [tender], desk);
    if (!refund.ok) return refund;
    made.push(refund.value);
  }
  return done(made);
}

/** The sale as it stands once these are written. */
function withRefunds(history: SaleHistory, made: readonly SaleRefunded[]): SaleHistory {
  const reads = made.map((body) => ({ ...history.sale, type: 'sale.refunded' as const, body }));
  return { ...history, refunds: [...history.refunds, ...reads] };
}
