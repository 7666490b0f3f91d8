import { group } from 'd3-array';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';

/** Copies of one edition that come back, their numbers rising. */
export interface CopiesBack {
  readonly edition: string;
  readonly title: string;
  readonly numbers: readonly number[];
}

/** The numbered copies among these units of a sale, by edition in the order of its lines. */
export function copiesBack(history: SaleHistory, units: readonly UnitRef[]): readonly CopiesBack[] {
  const copies = units.flatMap(([at, unit]) => {
    const line = history.sale.body.lines[at];
    const copy = line?.units[unit]?.copy;
    return line && copy?.number ? [{ edition: copy.edition, title: line.title, number: copy.number, at }] : [];
  });
  const byEdition = group(
    copies.toSorted((a, b) => a.at - b.at),
    ({ edition }) => edition,
  );
  return [...byEdition].map(([edition, each]) => ({
    edition,
    title: each[0]?.title ?? '',
    numbers: each.map(({ number }) => number).toSorted((a, b) => a - b),
  }));
}
