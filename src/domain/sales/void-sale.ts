import type { Instant } from '../../journal/stamp.ts';
import { done, refused, type Result } from '../result.ts';
import type { SaleVoided } from './facts.ts';
import type { SaleHistory } from './sale-history.ts';

/** How long *Undo sale* stands beside the total. */
export const UNDO_MS = 10_000;

export type VoidProblem =
  /** It is a refund from here on. */
  | { readonly kind: 'void-too-late' }
  | { readonly kind: 'void-not-cash' }
  /** Half of an exchange: the other half stands. Pieces come back by a refund or another exchange. */
  | { readonly kind: 'void-exchange' }
  | { readonly kind: 'already-voided' }
  | { readonly kind: 'already-refunded' };

/**
 * Undoes a cash sale within ten seconds, without a question. Its receipt number stays used.
 * @param tappedAt when the person tapped, not when the write began
 */
export function voidSale(history: SaleHistory, tappedAt: Instant): Result<SaleVoided, VoidProblem> {
  const { at, body } = history.sale;
  if (history.voided) return refused({ kind: 'already-voided' });
  if (history.refunds.length > 0) return refused({ kind: 'already-refunded' });
  if (body.exchangeOf !== undefined) return refused({ kind: 'void-exchange' });
  if (body.tenders.some(({ kind }) => kind !== 'cash')) return refused({ kind: 'void-not-cash' });
  if (tappedAt - at > UNDO_MS) return refused({ kind: 'void-too-late' });
  const { sale, receipt, drawer, place } = body;
  const units = body.lines.flatMap((line, at) =>
    line.units.map(({ copy }, unit) => ({ line: at, unit, variant: line.variant, ...(copy ? { copy } : {}) })),
  );
  return done({ sale, receipt, drawer, place, units });
}
