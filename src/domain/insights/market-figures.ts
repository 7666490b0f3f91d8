import { group } from 'd3-array';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { isFact, type FactRead } from '../fact.ts';
import { dayLedger } from '../ledger/day-ledger.ts';
import type { Minor } from '../money.ts';
import { recordOf } from '../replenishment/past-markets.ts';
import type { PastMarket } from '../replenishment/shapes.ts';
import { wallClock, type Instant } from '../time.ts';

/** What a market brought. Market against market is description, never a test: weather and footfall differ too. */
export interface MarketFigures {
  readonly day: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What was kept of it: voids and refunds of that day taken off. */
  readonly takings: Minor;
  readonly sales: number;
  readonly pieces: number;
  /** Pieces sold of those that were counted on the table; null: nobody counted what lay there. */
  readonly sellThrough: { readonly sold: number; readonly shown: number } | null;
}

/** Markets that are over, the oldest first. */
export function marketFigures(facts: readonly FactRead[], catalogue: Catalogue, now: Instant): MarketFigures[] {
  const record = recordOf(facts, catalogue, now);
  const byDay = group(facts, (fact) => fact.day);
  const { currency, zone } = catalogue.collective;
  return record.days.flatMap((day, at): MarketFigures[] => {
    const reads = byDay.get(day) ?? [];
    const past = record.markets[at];
    const opened = reads.find(isFact('marketDay.opened'));
    if (!past || !opened) return [];
    const plan = catalogue.plans.find((each) => each.id === day);
    const { totals } = dayLedger({ reads, related: facts.filter((fact) => fact.day !== day), currency });
    return [
      {
        day,
        name: plan?.name || opened.body.fields.name || '',
        date: plan?.date || opened.body.fields.date || wallClock(opened.at, zone).date,
        takings: totals.takings - totals.refunded,
        sales: totals.sales,
        pieces: totals.pieces,
        sellThrough: sellThrough(past),
      },
    ];
  });
}

/** Sold of shown, over the forms that were counted at all: a piece nobody had counted is in neither. */
function sellThrough({ lines }: PastMarket): MarketFigures['sellThrough'] {
  const counted = lines.flatMap((line) => {
    const shown = line.opening + line.received.reduce((sum, { qty }) => sum + qty, 0);
    return shown > 0 ? [{ shown: Math.max(shown, line.sales.length), sold: line.sales.length }] : [];
  });
  if (counted.length === 0) return null;
  return {
    sold: counted.reduce((sum, { sold }) => sum + sold, 0),
    shown: counted.reduce((sum, { shown }) => sum + shown, 0),
  };
}
