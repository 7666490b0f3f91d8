import type { FactRead } from '../fact.ts';
import { sum, type Minor } from '../money.ts';
import type { Attempt } from '../payments/attempts.ts';
import { saleHistories } from '../sales/sale-history.ts';
import type { SaleCompleted, Tender } from '../sales/facts.ts';
import { tenderKey } from '../sales/tenders.ts';
import type { LineTax } from '../sales/tax.ts';
import type { DrawerClosed } from './facts.ts';

/** What happens in a drawer. */
export type DrawerFact = FactRead<
  | 'drawer.opened'
  | 'drawer.closed'
  | 'cash.paidIn'
  | 'cash.paidOut'
  | 'sale.completed'
  | 'sale.voided'
  | 'sale.refunded'
>;

/** What a Z report adds up: takings − refunded + rounding = tenders. Voided sales are in none of it but their count. */
export type DrawerSums = DrawerClosed['sums'];

/**
 * Sums of some of a drawer's facts. Refunds count in the drawer that paid them, also when another tablet had refunded
 * the same unit: the day's ledger sets that right.
 * @param all facts in which a void's sale is found
 */
export function drawerSums(
  own: readonly DrawerFact[],
  all: readonly FactRead[],
  attempts: readonly Attempt[],
): { readonly sums: DrawerSums; readonly cash: Minor } {
  const stateOf = new Map(attempts.map(({ attempt, state }) => [attempt, state]));
  const undone = new Set(own.flatMap((read) => (read.type === 'sale.voided' ? [read.body.sale] : [])));
  const about = [...all, ...own].filter(
    (read) => (read.type === 'sale.completed' || read.type === 'sale.voided') && undone.has(read.body.sale),
  );
  const histories = new Map(saleHistories(about).map((history) => [history.sale.body.sale, history]));
  const tally = new Tally((tender) => settledKey(tender, stateOf));
  for (const read of own) {
    switch (read.type) {
      case 'sale.completed':
        tally.addSale(read.body, 1);
        break;
      case 'sale.voided': {
        const history = histories.get(read.body.sale);
        // Two tabs may undo one sale: it leaves once.
        if (history && history.voided?.first !== read.first) break;
        tally.voids += 1;
        if (history) tally.addSale(history.sale.body, -1);
        break;
      }
      case 'sale.refunded':
        tally.refunds += 1;
        tally.refunded += sum(read.body.units.map(({ paid }) => paid));
        tally.rounding -= read.body.rounding;
        for (const { taxes } of read.body.units) tally.addTaxes(taxes, -1);
        tally.addTenders(read.body.tenders, -1);
        break;
      case 'drawer.opened':
        // Counted again is counted better; two tablets on one drawer have one float.
        tally.float = read.body.counted ?? tally.float;
        break;
      case 'cash.paidIn':
        tally.paidIn += read.body.amount;
        break;
      case 'cash.paidOut':
        tally.paidOut += read.body.amount;
        break;
      case 'drawer.closed':
        break;
    }
  }
  return { sums: tally.sums(), cash: tally.cash };
}

/**
 * By what a tender is summed in reports. A card amount nobody could tell stands apart as `card:unclear`, one that
 * turned out not to be paid as `card:unpaid`, until somebody settles it.
 */
export function settledKey(tender: Tender, stateOf: ReadonlyMap<string, Attempt['state']>): string {
  const key = tenderKey(tender);
  if (tender.attempt === undefined) return key;
  switch (stateOf.get(tender.attempt)) {
    case 'succeeded':
      return key;
    case 'failed':
    case 'cancelled':
      return `${key}:unpaid`;
    case 'reversed':
      return `${key}:reversed`;
    case 'claimed':
      return tender.kind === 'qr' ? key : `${key}:unclear`;
    case 'handedOff':
    case 'unknown':
    case undefined:
      return `${key}:unclear`;
  }
}

class Tally {
  sales = 0;
  refunds = 0;
  voids = 0;
  takings: Minor = 0;
  refunded: Minor = 0;
  rounding: Minor = 0;
  float: Minor = 0;
  paidIn: Minor = 0;
  paidOut: Minor = 0;
  cash: Minor = 0;
  readonly #tenders = new Map<string, Minor>();
  readonly #taxes = new Map<number, LineTax>();
  readonly #keyOf: (tender: Tender) => string;

  constructor(keyOf: (tender: Tender) => string) {
    this.#keyOf = keyOf;
  }

  addSale(sale: SaleCompleted, sign: 1 | -1): void {
    this.sales += sign;
    for (const { units, taxes } of sale.lines) {
      this.takings += sign * sum(units.map(({ paid }) => paid));
      this.addTaxes(taxes, sign);
    }
    this.rounding += sign * sale.rounding;
    this.addTenders(sale.tenders, sign);
  }

  addTaxes(taxes: readonly LineTax[], sign: 1 | -1): void {
    for (const { rate, net, tax } of taxes) {
      const held = this.#taxes.get(rate) ?? { rate, net: 0, tax: 0 };
      this.#taxes.set(rate, { rate, net: held.net + sign * net, tax: held.tax + sign * tax });
    }
  }

  addTenders(tenders: readonly Tender[], sign: 1 | -1): void {
    for (const tender of tenders) {
      const key = this.#keyOf(tender);
      this.#tenders.set(key, (this.#tenders.get(key) ?? 0) + sign * tender.amount);
      if (tender.kind === 'cash') this.cash += sign * tender.amount;
    }
  }

  sums(): DrawerSums {
    const { sales, refunds, voids, takings, refunded, float, paidIn, paidOut } = this;
    return {
      sales,
      refunds,
      voids,
      takings,
      refunded,
      // A sum of nothing times minus one is -0, which no file should show.
      rounding: this.rounding || 0,
      tenders: Object.fromEntries([...this.#tenders].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      taxes: [...this.#taxes.values()].toSorted((a, b) => a.rate - b.rate),
      float,
      paidIn,
      paidOut,
    };
  }
}
