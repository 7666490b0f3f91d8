import type { FactRead } from '../fact.ts';
import { amendments, type Amendment } from '../market-days/amendments.ts';
import { closings, drawersIn, uncovered, xReport, type Closing, type DrawerReport } from '../market-days/drawer.ts';
import type { Currency } from '../money.ts';
import type { DrawerId } from '../parts.ts';
import { attemptsOf, type Attempt } from '../payments/attempts.ts';
import type { KeepsByTerms } from '../payouts/shares.ts';
import { cashMoves, type CashMove } from './cash-moves.ts';
import { ledgerLines, type LedgerLine } from './ledger-lines.ts';
import {
  photographerSummaries,
  taxSummaries,
  tenderSummaries,
  totals,
  type LedgerTotals,
  type PhotographerSummary,
  type TaxSummary,
  type TenderSummary,
} from './ledger-sums.ts';
import { ledgerTenders, type LedgerTender } from './ledger-tenders.ts';

/** What a day's ledger is made from. Only `reads` is needed; names come in when it is written to a file. */
interface LedgerInput {
  /** All facts of the market day, in any order. */
  readonly reads: readonly FactRead[];
  /** Facts of other days about the sales that were refunded on this one. */
  readonly related?: readonly FactRead[];
  /** Empty where shares are not known: a stall's tablet. */
  readonly keeps?: KeepsByTerms;
  readonly currency: Currency;
}

/** A day's money, the same on every tablet that has the same facts. */
export interface DayLedger {
  readonly currency: Currency;
  readonly lines: readonly LedgerLine[];
  readonly tenders: readonly LedgerTender[];
  readonly cashMoves: readonly CashMove[];
  readonly totals: LedgerTotals;
  readonly taxes: readonly TaxSummary[];
  readonly byTender: readonly TenderSummary[];
  readonly photographers: readonly PhotographerSummary[];
  readonly drawers: readonly DrawerDay[];
  /** Card and bank-code amounts of which nobody knows yet whether they arrived, or only by a person's word. */
  readonly unconfirmed: readonly Attempt[];
}

/** A drawer's Z reports and amendments of the day, and what neither covers: an open session, or late facts. */
export interface DrawerDay {
  readonly drawer: DrawerId;
  /** What its Z numbers start with; '' if its opening is not here. */
  readonly letters: string;
  readonly closings: readonly Closing[];
  readonly amendments: readonly Amendment[];
  readonly open: DrawerReport | null;
}

/**
 * The ledger of a day, from its facts alone: the order in which they came makes no difference (ADR 021).
 * `proveLedger` says whether it adds up.
 */
export function dayLedger({ reads, related = [], keeps = new Map(), currency }: LedgerInput): DayLedger {
  const attempts = attemptsOf([...reads, ...related]);
  const lines = ledgerLines(reads, related, keeps);
  const tenders = ledgerTenders(reads, related, attempts);
  return {
    currency,
    lines,
    tenders,
    cashMoves: cashMoves(reads),
    totals: totals(lines, tenders),
    taxes: taxSummaries(lines),
    byTender: tenderSummaries(tenders),
    photographers: photographerSummaries(lines),
    drawers: drawersIn(reads).map((drawer) => ({
      drawer,
      letters: lettersOf(reads, drawer),
      closings: closings(reads, drawer),
      amendments: amendments(reads, drawer),
      open: uncovered(reads, drawer).length > 0 ? xReport(reads, drawer) : null,
    })),
    unconfirmed: attempts.filter(
      ({ state, isUnverified }) => isUnverified || state === 'handedOff' || state === 'unknown' || state === 'claimed',
    ),
  };
}

function lettersOf(reads: readonly FactRead[], drawer: DrawerId): string {
  for (const read of reads) if (read.type === 'drawer.opened' && read.body.drawer === drawer) return read.body.letters;
  return '';
}
