import { sum, type Minor } from '../money.ts';
import type { DrawerId, PlaceId, RefundId } from '../parts.ts';
import { done, refused, type Result } from '../result.ts';
import type { UnitRef } from './cart.ts';
import type { RefundedUnit, SaleCompleted, SaleRefunded, Tender } from './facts.ts';
import { unitsLeft, type SaleHistory } from './sale-history.ts';
import { settle, type TenderProblem } from './tenders.ts';

/** Where the money is paid back, in the same transaction that writes it. */
export interface RefundDesk {
  readonly refund: RefundId;
  /** This tablet's next receipt number. */
  readonly receipt: string;
  readonly drawer: DrawerId;
  readonly place: PlaceId;
  readonly cashStep: Minor;
  /** Whether the prints go back on the wall and may be sold again. */
  readonly putBack: boolean;
  readonly reason?: string;
}

export type RefundProblem =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'no-such-unit'; readonly line: number; readonly unit: number }
  | { readonly kind: 'already-voided' }
  /** Came back before, as far as this tablet knows: by which receipt. */
  | { readonly kind: 'unit-already-refunded'; readonly title: string; readonly receipt: string }
  | TenderProblem;

/** What comes back for these units: the amounts stored at the sale. */
export function refundAmount({ sale }: SaleHistory, units: readonly UnitRef[]): Minor {
  return sum(units.map(([line, unit]) => sale.body.lines[line]?.units[unit]?.paid ?? 0));
}

/**
 * What rounding of earlier refunds kept back (or gave too much): a refund in cash is rounded together with it, so that
 * all units of a sale bring back exactly what was paid, in whatever parts they come.
 */
export function roundingOwed({ refunds }: SaleHistory): Minor {
  return 0 - sum(refunds.map(({ body }) => body.rounding));
}

/**
 * The fact of a refund: whole or by unit, never more than was sold, with the amounts stored at the sale; the rest is not
 * priced again. `fact('sale.refunded', body.sale, body)` writes it.
 * @param tenders what is paid back, as positive amounts; cash for the rest: `cashTender(left + roundingOwed, …)`
 */
export function refundSale(
  history: SaleHistory,
  units: readonly UnitRef[],
  tenders: readonly Tender[],
  desk: RefundDesk,
): Result<SaleRefunded, RefundProblem> {
  const { body } = history.sale;
  const problem = unitProblem(history, units);
  if (problem) return refused(problem);
  const settled = settle(refundAmount(history, units), tenders, desk.cashStep, roundingOwed(history));
  if (!settled.ok) return settled;
  const { cashStep: _, ...said } = desk;
  return done({
    ...said,
    sale: body.sale,
    saleReceipt: body.receipt,
    units: refundedUnits(body, units),
    rounding: settled.value.rounding,
    tenders: [...tenders],
  });
}

/** Units of a sale with the amounts stored at the sale. */
export function refundedUnits(sale: SaleCompleted, units: readonly UnitRef[]): RefundedUnit[] {
  return units.flatMap(([line, unit]) => {
    const from = sale.lines[line];
    const sold = from?.units[unit];
    if (!from || !sold) return [];
    const { variant, work, photographer, terms, title, label } = from;
    const net = sold.paid - sum(sold.taxes);
    const taxes = from.taxes.map(({ rate }, at) => ({ rate, net, tax: sold.taxes[at] ?? 0 }));
    // The number is on the paper now, whoever wrote it: it comes back as a marked copy.
    const copy = sold.copy ? { copy: { ...sold.copy, marked: true } } : {};
    return [{ line, unit, variant, work, photographer, terms, title, label, paid: sold.paid, taxes, ...copy }];
  });
}

/** Why these units cannot come back: never more than was sold, as far as known here. */
export function unitProblem(history: SaleHistory, units: readonly UnitRef[]): RefundProblem | undefined {
  const { lines } = history.sale.body;
  if (units.length === 0) return { kind: 'nothing-chosen' };
  if (history.voided) return { kind: 'already-voided' };
  const left = new Set(unitsLeft(history).map(String));
  for (const [line, unit] of units) {
    if (!lines[line]?.units[unit]) return { kind: 'no-such-unit', line, unit };
    if (left.delete(String([line, unit]))) continue;
    const by = history.refunds.find(({ body }) => body.units.some((each) => each.line === line && each.unit === unit));
    if (!by) return { kind: 'no-such-unit', line, unit };
    return { kind: 'unit-already-refunded', title: lines[line].title, receipt: by.body.receipt };
  }
  return undefined;
}
