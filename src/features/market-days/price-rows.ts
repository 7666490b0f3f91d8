import type { FactRead } from '../../domain/fact.ts';
import type { Minor } from '../../domain/money.ts';

/** A price row on the paper: how often it applied, what it saved together. */
export interface PaperPriceRow {
  readonly name: string;
  readonly times: number;
  readonly saved: Minor;
}

/** How often each price row applied in these sales, and what it saved; sales undone at once are left out. */
export function priceRowsIn(reads: readonly FactRead[]): PaperPriceRow[] {
  const undone = new Set(reads.flatMap((read) => (read.type === 'sale.voided' ? [read.body.sale] : [])));
  const byName = new Map<string, PaperPriceRow>();
  for (const read of reads) {
    if (read.type !== 'sale.completed' || undone.has(read.body.sale)) continue;
    for (const { name, saved } of read.body.rows) {
      const held = byName.get(name) ?? { name, times: 0, saved: 0 };
      byName.set(name, { name, times: held.times + 1, saved: held.saved + saved });
    }
  }
  return [...byName.values()].toSorted((a, b) => b.saved - a.saved);
}
