import { sum, type Minor } from '../money.ts';
import type { PhotographerId } from '../parts.ts';
import type { Shares } from '../payouts/shares.ts';
import { tenderKey } from '../sales/tenders.ts';
import type { LedgerLine } from './ledger-lines.ts';
import type { LedgerTender } from './ledger-tenders.ts';

/** takings − refunded − refundedTwice + rounding = tenders. */
export interface LedgerTotals {
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

export interface TaxSummary {
  /** Millionths; null: lines without tax. */
  readonly rate: number | null;
  readonly net: Minor;
  readonly tax: Minor;
}

export interface TenderSummary {
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

/** A day in one row. */
export function totals(lines: readonly LedgerLine[], tenders: readonly LedgerTender[]): LedgerTotals {
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

/** By rate, lines without tax first; cash rounding and what was refunded twice have no tax. */
export function taxSummaries(lines: readonly LedgerLine[]): TaxSummary[] {
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

/** By key; the two halves of an exchange cancel out and are left away. */
export function tenderSummaries(tenders: readonly LedgerTender[]): TenderSummary[] {
  const byKey = new Map<string, Minor>();
  for (const { key, amount } of tenders) byKey.set(key, (byKey.get(key) ?? 0) + amount);
  const exchange = tenderKey({ kind: 'exchange' });
  return [...byKey]
    .filter(([key, amount]) => key !== exchange || amount !== 0)
    .map(([key, amount]) => ({ key, amount }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** By photographer, most takings first. */
export function photographerSummaries(lines: readonly LedgerLine[]): PhotographerSummary[] {
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
