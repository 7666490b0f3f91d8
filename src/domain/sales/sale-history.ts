import type { FactRead } from '../fact.ts';
import type { UnitRef } from './cart.ts';

/** A sale with everything this tablet knows to have happened to it since. */
export interface SaleHistory {
  readonly sale: FactRead<'sale.completed'>;
  readonly voided: FactRead<'sale.voided'> | null;
  /** In the order of their stamps. */
  readonly refunds: readonly FactRead<'sale.refunded'>[];
}

/** From the facts about one sale (`readAbout(db, sale)`); undefined if the sale itself is not among them. */
export function saleHistory(about: readonly FactRead[]): SaleHistory | undefined {
  return saleHistories(about)[0];
}

/** Every sale among these facts, in the order of their stamps. A fact written twice after a fork counts once. */
export function saleHistories(reads: readonly FactRead[]): SaleHistory[] {
  const refunds = new Map<string, FactRead<'sale.refunded'>[]>();
  const voids = new Map<string, FactRead<'sale.voided'>>();
  const sales: FactRead<'sale.completed'>[] = [];
  for (const read of inOrder(reads.filter(isSaleFact))) {
    if (read.type === 'sale.completed') sales.push(read);
    if (read.type === 'sale.voided' && !voids.has(read.body.sale)) voids.set(read.body.sale, read);
    if (read.type === 'sale.refunded') refunds.set(read.body.sale, [...(refunds.get(read.body.sale) ?? []), read]);
  }
  return sales.map((sale) => ({
    sale,
    voided: voids.get(sale.body.sale) ?? null,
    refunds: refunds.get(sale.body.sale) ?? [],
  }));
}

function isSaleFact(read: FactRead): read is FactRead<'sale.completed' | 'sale.voided' | 'sale.refunded'> {
  return read.type === 'sale.completed' || read.type === 'sale.voided' || read.type === 'sale.refunded';
}

/** By stamp, each fact once. */
export function inOrder<R extends FactRead>(reads: readonly R[]): R[] {
  const byFirst = new Map<string, R>();
  for (const read of reads) {
    const held = byFirst.get(read.first);
    // Of a fact's envelopes the first stands for all, or, where that is not here, the one with the smallest hash.
    if (!held || read.hash === read.first || (held.hash !== held.first && read.hash < held.hash)) {
      byFirst.set(read.first, read);
    }
  }
  return [...byFirst.values()].toSorted((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0));
}

/** Units that nothing took back yet, as far as known here. */
export function unitsLeft({ sale, voided, refunds }: SaleHistory): UnitRef[] {
  if (voided) return [];
  const back = new Set(refunds.flatMap(({ body }) => body.units.map(({ line, unit }) => `${line}:${unit}`)));
  return sale.body.lines
    .flatMap(({ units }, line) => units.map((_, unit): UnitRef => [line, unit]))
    .filter(([line, unit]) => !back.has(`${line}:${unit}`));
}
