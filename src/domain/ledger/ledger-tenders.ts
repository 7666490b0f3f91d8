import type { DeviceId } from '../../journal/device-key.ts';
import type { Instant } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import { settledKey } from '../market-days/sums.ts';
import type { Minor } from '../money.ts';
import type { DrawerId } from '../parts.ts';
import type { Attempt } from '../payments/attempts.ts';
import { madeAt } from '../sales/made-at.ts';
import type { Tender } from '../sales/facts.ts';
import { inOrder, saleHistories } from '../sales/sale-history.ts';

/** One tender of a sale, void or refund. */
export interface LedgerTender {
  readonly receipt: string;
  readonly kind: 'sale' | 'void' | 'refund';
  readonly at: Instant;
  readonly device: DeviceId;
  readonly by: string;
  readonly drawer: DrawerId;
  readonly fact: string;
  /** Which of the fact's tenders, from 1. */
  readonly part: number;
  /** By what it is summed: `cash`, `card`, `card:unclear`, `qr:Name`. */
  readonly key: string;
  readonly tender: Tender;
  /** Negative when paid back. */
  readonly amount: Minor;
}

/**
 * Tenders of a day's sales, voids and refunds, in the order of their stamps. A sale undone in two tabs is paid back once.
 * @param related facts of other days about the same sales: what a void there gives back
 */
export function ledgerTenders(
  reads: readonly FactRead[],
  related: readonly FactRead[],
  attempts: readonly Attempt[],
): LedgerTender[] {
  const stateOf = new Map(attempts.map(({ attempt, state }) => [attempt, state]));
  const histories = new Map(saleHistories([...reads, ...related]).map((history) => [history.sale.body.sale, history]));
  const rows = (
    read: FactRead & { body: { drawer: string } },
    kind: LedgerTender['kind'],
    receipt: string,
    of: readonly Tender[],
  ) =>
    of.map((tender, position): LedgerTender => {
      const { device, by, first, body } = read;
      const amount = kind === 'sale' ? tender.amount : 0 - tender.amount;
      const whence = { at: madeAt(read), device, by, drawer: body.drawer, fact: first };
      return { ...whence, receipt, kind, part: position + 1, key: settledKey(tender, stateOf), tender, amount };
    });
  return inOrder(reads).flatMap((read) => {
    if (read.type === 'sale.completed') return rows(read, 'sale', read.body.receipt, read.body.tenders);
    if (read.type === 'sale.refunded') return rows(read, 'refund', read.body.receipt, read.body.tenders);
    if (read.type !== 'sale.voided') return [];
    const history = histories.get(read.body.sale);
    if (history?.voided?.first !== read.first) return [];
    return rows(read, 'void', read.body.receipt, history.sale.body.tenders);
  });
}
