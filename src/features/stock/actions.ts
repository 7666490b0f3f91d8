import { openSales, type CopyRow } from '../../domain/editions/copies.ts';
import type { Numbers } from '../../domain/editions/facts.ts';
import { fact } from '../../domain/fact.ts';
import type { PlaceId, VariantId } from '../../domain/parts.ts';
import type { Result } from '../../domain/result.ts';
import type { PlaceFields } from '../../domain/stock/facts.ts';
import type { FactText } from '../../journal/entry.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import type { Stall } from '../../store/stall.tsx';
import { writeFacts } from '../../store/write-facts.ts';

type Saved = Promise<Result<null, CommitProblem>>;

/** As many as one count may hold (stock/facts.ts). */
const MOST_COUNTED = 500;

/** What lies at a place, counted now. */
export async function countStock(
  stall: Stall,
  place: PlaceId,
  items: readonly { readonly variant: VariantId; readonly quantity: number }[],
): Saved {
  const facts: FactText[] = [];
  for (let at = 0; at < items.length; at += MOST_COUNTED) {
    facts.push(fact('stock.counted', place, { place, items: items.slice(at, at + MOST_COUNTED) }));
  }
  return writeFacts(stall, facts);
}

interface Move {
  readonly variant: VariantId;
  readonly quantity: number;
  readonly from: PlaceId;
  readonly to: PlaceId;
  /** Which numbered copies are among them. */
  readonly copies?: { readonly edition: string; readonly numbers: Numbers };
}

/** Goods change place, and with them the numbers on them: both or neither. */
export async function moveStock(stall: Stall, { variant, quantity, from, to, copies }: Move): Saved {
  const facts = [fact('stock.moved', from, { from, to, items: [{ variant, quantity }] })];
  if (copies && copies.numbers.length > 0) {
    const { edition, numbers } = copies;
    facts.push(fact('copies.placed', edition, { edition, numbers, variant, place: to, marked: true }));
  }
  return writeFacts(stall, facts);
}

export async function savePlace(stall: Stall, id: PlaceId | undefined, fields: PlaceFields): Saved {
  const place = id ?? randomText();
  return writeFacts(stall, [fact('place.revised', place, { place, fields })]);
}

/** Numbered copies of a variant that lie at a place and can still be sold, in order. */
export function writtenHere(rows: readonly CopyRow[], variant: VariantId, place: PlaceId): readonly number[] {
  return rows
    .filter(
      (row) =>
        row.marked !== null &&
        !row.spoilt &&
        row.lies?.variant === variant &&
        row.lies.place === place &&
        openSales(row).length === 0,
    )
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}
