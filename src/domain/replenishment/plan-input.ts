import { group, median } from 'd3-array';
import type { Catalogue, Variant, Work } from '../catalogue/catalogue.ts';
import { openSales, type CopyRow } from '../editions/copies.ts';
import type { FactRead } from '../fact.ts';
import { minorDigits } from '../money.ts';
import { instantOf, type Instant } from '../time.ts';
import { recordOf, USUAL_FOOTFALL, type StallRecord } from './past-markets.ts';
import type { ComingMarket, PlanInput, Print } from './shapes.ts';

/** Where nobody said what one costs to have made: this part of its price. */
export const USUAL_COST = 0.3;
/** What an unsold one is worth at the season's end, as a part of its cost; an edition more than an open print. */
const SALVAGE = { open: 0.3, edition: 0.5 };
/** A lab in town, until a lead says otherwise: whole currency units, days. */
export const USUAL_LAB: PlanInput['partner'] = {
  orderFee: 12,
  leadPmf: [
    [2, 0.25],
    [3, 0.5],
    [5, 0.25],
  ],
  rush: null,
};

/** What a reorder may cost and carry; null: no limit. Money in minor units. */
export interface PlanLimits {
  readonly budget: number | null;
  readonly capacity: number | null;
}

/**
 * Builds the question from what the journal says, in whole currency units. The next planned market after `now` is the
 * one decided for. Retired variants and what belongs to no work are left out.
 */
export function planInput(
  facts: readonly FactRead[],
  catalogue: Catalogue,
  copies: readonly CopyRow[],
  now: Instant,
  limits: PlanLimits = { budget: null, capacity: null },
): PlanInput {
  const record = recordOf(facts, catalogue, now);
  const unit = 10 ** minorDigits(catalogue.collective.currency);
  const copiesByEdition = group(copies, (copy) => copy.edition);
  const catalog = catalogue.works.flatMap((work) => {
    if (work.retired) return [];
    const left = copiesLeft(work, work.edition && copiesByEdition.get(work.edition.id), record);
    return work.variants
      .filter((variant) => !variant.retired)
      .map((variant) => printOf(work, variant, left, record, unit));
  });
  return {
    v: 1,
    phase: 'order',
    market: record.markets.length,
    catalog,
    history: record.markets,
    calendar: calendarOf(catalogue, record, now),
    partner: USUAL_LAB,
    limits: { budget: limits.budget === null ? null : limits.budget / unit, capacity: limits.capacity },
    holdingRate: 0.03,
    discount: 0.995,
  };
}

function printOf(work: Work, variant: Variant, editionLeft: number | null, record: StallRecord, unit: number): Print {
  const price = variant.price / unit;
  const cost = variant.cost === null ? price * USUAL_COST : variant.cost / unit;
  return {
    id: variant.id,
    photographer: work.photographer,
    format: work.kind === 'merch' ? 'merch' : [variant.size, variant.frame].filter((part) => part !== '').join(', '),
    price,
    tiers: [[1, cost]],
    setupFee: 0,
    multiple: 1,
    moq: 1,
    space: 1,
    guess: variant.guess,
    salvage: cost * (work.edition ? SALVAGE.edition : SALVAGE.open),
    editionLeft,
    onHand: record.onHand.get(variant.id) ?? 0,
    onOrder: record.onOrder.get(variant.id) ?? 0,
  };
}

/**
 * Copies of an edition that may still be printed, over all its sizes: numbers neither sold, spoilt nor on a paper, less
 * the blank sheets that lie there already and will take a number when sold.
 */
function copiesLeft(work: Work, rows: readonly CopyRow[] | undefined, record: StallRecord): number | null {
  if (!work.edition) return null;
  const free = (rows ?? []).filter((row) => row.marked === null && !row.spoilt && openSales(row).length === 0);
  const marked = (rows ?? []).filter((row) => row.marked !== null && !row.spoilt && openSales(row).length === 0);
  const sheets = work.variants.reduce((sum, variant) => sum + Math.max(0, record.onHand.get(variant.id) ?? 0), 0);
  const onOrder = work.variants.reduce((sum, variant) => sum + (record.onOrder.get(variant.id) ?? 0), 0);
  return Math.max(0, free.length - Math.max(0, sheets - marked.length) - onOrder);
}

/** How many markets the rule looks at one by one. */
export const AHEAD = 4;
const USUAL_GAP = 14;

/**
 * The planned markets. Who has planned one or two goes on after them: up to four are thought of in the rhythm so far,
 * or everything left over would count as worth next to nothing.
 */
function calendarOf(catalogue: Catalogue, record: StallRecord, now: Instant): ComingMarket[] {
  const planned = catalogue.plans
    .filter((plan) => !plan.cancelled && plan.date !== '')
    .map(({ date, opens, zone, expectedFootfall }) => ({
      start: instantOf(date, opens, zone === '' ? 'UTC' : zone),
      expectedFootfall: expectedFootfall ?? USUAL_FOOTFALL,
    }))
    .filter(({ start }) => start > now && start > (record.lastAt ?? -Infinity))
    .toSorted((a, b) => a.start - b.start);
  const coming = planned.map(({ start, expectedFootfall }, at) => ({
    market: record.markets.length + at,
    // An order made now travels from now; later ones from the market before.
    daysAway: Math.floor((start - (planned[at - 1]?.start ?? now)) / 86_400_000),
    expectedFootfall,
    days: 1,
  }));
  if (coming.length === 0) return [];
  const daysAway = median(record.markets.slice(1), (market) => market.daysSincePrevious) ?? USUAL_GAP;
  const expectedFootfall = median(planned, (market) => market.expectedFootfall) ?? USUAL_FOOTFALL;
  for (let at = coming.length; at < AHEAD; at++) {
    coming.push({ market: record.markets.length + at, daysAway, expectedFootfall, days: 1 });
  }
  return coming;
}
