import type { DeviceId } from '../../journal/device-key.ts';
import type { Instant } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import { closings, drawersIn, uncovered, xReport, type Closing, type DrawerReport } from '../market-days/drawer.ts';
import { settledKey } from '../market-days/sums.ts';
import { sum, type Currency, type Minor } from '../money.ts';
import type { DrawerId, PhotographerId } from '../parts.ts';
import { attemptsOf, type Attempt } from '../payments/attempts.ts';
import type { KeepsByTerms, Shares } from '../payouts/shares.ts';
import type { Tender } from '../sales/facts.ts';
import { inOrder, saleHistories } from '../sales/sale-history.ts';
import { EXCHANGE, tenderKey } from '../sales/tenders.ts';
import { ledgerLines, type LedgerLine } from './ledger-lines.ts';

/** What a day's ledger is made from. Only `reads` is needed; names come in when it is written to a file. */
export interface LedgerInput {
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

export interface LedgerTender {
  readonly receipt: string;
  readonly kind: 'sale' | 'void' | 'refund';
  readonly at: Instant;
  readonly device: DeviceId;
  readonly by: string;
  readonly drawer: DrawerId;
  readonly fact: string;
  /** By what it is summed: `cash`, `card`, `card:unclear`, `qr:Name`. */
  readonly key: string;
  readonly tender: Tender;
  /** Negative when paid back. */
  readonly amount: Minor;
}

export interface CashMove {
  readonly kind: 'float' | 'paidIn' | 'paidOut' | 'counted';
  readonly drawer: DrawerId;
  readonly at: Instant;
  readonly device: DeviceId;
  readonly by: string;
  readonly fact: string;
  /** Signed; null: the float was not counted. */
  readonly amount: Minor | null;
  /** Of a count: counted − expected. */
  readonly variance: Minor;
  readonly z: string;
  readonly reason: string;
}

/** takings − refunded − refundedTwice + rounding = tenders. */
interface LedgerTotals {
  readonly sales: number;
  readonly pieces: number;
  readonly refunds: number;
  readonly voids: number;
  /** Before price rows and discounts, voided sales left out; without tax where prices are. */
  readonly list: Minor;
  readonly reductions: Minor;
  readonly takings: Minor;
  readonly refunded: Minor;
  readonly refundedTwice: Minor;
  readonly rounding: Minor;
  readonly tax: Minor;
  readonly tenders: Minor;
}

interface TaxSummary {
  /** Millionths; null: lines without tax. */
  readonly rate: number | null;
  readonly net: Minor;
  readonly tax: Minor;
}

interface TenderSummary {
  readonly key: string;
  readonly amount: Minor;
}

/** Takings less refunds, taxes included; '' is the collective's own. `shares` null: not known here. */
export interface PhotographerSummary {
  readonly photographer: PhotographerId;
  readonly pieces: number;
  readonly takings: Minor;
  readonly tax: Minor;
  readonly shares: Shares | null;
}

/** A drawer's Z reports of the day, and what no Z covers: an open session, or late facts. */
export interface DrawerDay {
  readonly drawer: DrawerId;
  /** What its Z numbers start with; '' if its opening is not here. */
  readonly letters: string;
  readonly closings: readonly Closing[];
  readonly open: DrawerReport | null;
}

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

function ledgerTenders(
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
    of.map((tender): LedgerTender => {
      const { at, device, by, first, body } = read;
      const amount = kind === 'sale' ? tender.amount : 0 - tender.amount;
      return {
        receipt,
        kind,
        at,
        device,
        by,
        drawer: body.drawer,
        fact: first,
        key: settledKey(tender, stateOf),
        tender,
        amount,
      };
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

function cashMoves(reads: readonly FactRead[]): CashMove[] {
  return inOrder(reads).flatMap((read): CashMove[] => {
    const { at, device, by, first } = read;
    const whence = { at, device, by, fact: first };
    const plain = { variance: 0, z: '', reason: '' };
    switch (read.type) {
      case 'drawer.opened':
        return [{ ...whence, ...plain, kind: 'float', drawer: read.body.drawer, amount: read.body.counted }];
      case 'cash.paidIn':
      case 'cash.paidOut': {
        const { drawer, amount, reason } = read.body;
        const isIn = read.type === 'cash.paidIn';
        return [
          { ...whence, ...plain, kind: isIn ? 'paidIn' : 'paidOut', drawer, amount: isIn ? amount : -amount, reason },
        ];
      }
      case 'drawer.closed': {
        const { drawer, counted, expected, z, reason = '' } = read.body;
        return [{ ...whence, kind: 'counted', drawer, amount: counted, variance: counted - expected, z, reason }];
      }
      default:
        return [];
    }
  });
}

function totals(lines: readonly LedgerLine[], tenders: readonly LedgerTender[]): LedgerTotals {
  const of = (...kinds: LedgerLine['kind'][]) => lines.filter(({ kind }) => kinds.includes(kind));
  const facts = (kind: LedgerTender['kind']) => new Set(tenders.filter((t) => t.kind === kind).map((t) => t.fact)).size;
  const paid = (some: readonly LedgerLine[]) => sum(some.map((line) => line.paid));
  const kept = of('sale', 'void');
  return {
    sales: facts('sale') - facts('void'),
    pieces: sum(kept.map(({ quantity }) => quantity)),
    refunds: facts('refund'),
    voids: facts('void'),
    list: sum(kept.map(({ price, quantity }) => price * quantity)),
    reductions: sum(kept.map(({ reduction }) => reduction)),
    takings: paid(kept),
    refunded: 0 - paid(of('refund')),
    refundedTwice: 0 - paid(of('refundedTwice')),
    rounding: paid(of('rounding')),
    tax: sum(lines.flatMap(({ taxes }) => taxes.map(({ tax }) => tax))),
    tenders: sum(tenders.map(({ amount }) => amount)),
  };
}

function taxSummaries(lines: readonly LedgerLine[]): TaxSummary[] {
  const byRate = new Map<number | null, TaxSummary>();
  const add = (rate: number | null, net: Minor, tax: Minor) => {
    const held = byRate.get(rate) ?? { rate, net: 0, tax: 0 };
    byRate.set(rate, { rate, net: held.net + net, tax: held.tax + tax });
  };
  for (const { kind, taxes, net } of lines) {
    if (kind === 'rounding' || kind === 'refundedTwice') continue;
    if (taxes.length === 0) add(null, net, 0);
    for (const each of taxes) add(each.rate, each.net, each.tax);
  }
  return [...byRate.values()].toSorted((a, b) => (a.rate ?? -1) - (b.rate ?? -1));
}

function tenderSummaries(tenders: readonly LedgerTender[]): TenderSummary[] {
  const byKey = new Map<string, Minor>();
  for (const { key, amount } of tenders) byKey.set(key, (byKey.get(key) ?? 0) + amount);
  const exchange = tenderKey({ kind: 'other', name: EXCHANGE });
  return [...byKey]
    .filter(([key, amount]) => key !== exchange || amount !== 0)
    .map(([key, amount]) => ({ key, amount }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function photographerSummaries(lines: readonly LedgerLine[]): PhotographerSummary[] {
  const byId = new Map<PhotographerId, PhotographerSummary>();
  for (const line of lines) {
    if (line.kind === 'rounding' || line.kind === 'refundedTwice') continue;
    const { photographer } = line;
    const held = byId.get(photographer) ?? NOTHING;
    byId.set(photographer, {
      photographer,
      pieces: held.pieces + line.quantity,
      takings: held.takings + line.paid,
      tax: held.tax + sum(line.taxes.map(({ tax }) => tax)),
      shares: added(held.shares, line.shares),
    });
  }
  return [...byId.values()].toSorted((a, b) => b.takings - a.takings || (a.photographer < b.photographer ? -1 : 1));
}

const NOTHING = { pieces: 0, takings: 0, tax: 0, shares: { photographer: 0, collective: 0 } };

function added(a: Shares | null, b: Shares | null): Shares | null {
  if (!a || !b) return null;
  return { photographer: a.photographer + b.photographer, collective: a.collective + b.collective };
}
