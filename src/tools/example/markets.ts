import type { MarketDayFields } from '../../domain/market-days/facts.ts';
import { marketDayId } from '../../domain/market-days/days.ts';
import { instantOf, wallClock, type Instant } from '../../domain/time.ts';
import { LEAD, STALL, ZONE } from './collective.ts';

/** A market of the example, on its Saturday. */
export interface ExampleMarket {
  readonly id: string;
  readonly fields: MarketDayFields & { readonly date: string };
  /** When the stall opens and closes. */
  readonly opens: Instant;
  readonly closes: Instant;
  /** Shoppers who come to the table; some find nothing that is left. */
  readonly shoppers: number;
  /** Minutes after the opening at which somebody counts pauses for five minutes. */
  readonly windows: readonly number[];
  /** What the count of the drawer was off by, and what was thought of it. */
  readonly variance: number;
  readonly reason: string;
}

const DAY = 86_400_000;
const HARBOUR = { name: 'Harbour Market', venue: 'Ice-house quay, Skarnvik' };
const QUAY = { name: 'Quay Market', venue: 'Old customs quay, Ferrowick' };
const DEPOT = { name: 'Depot Market', venue: 'Tram depot, Eastgate' };

const plans = [
  { ...DEPOT, expected: 480, shoppers: 52, windows: [], variance: 0, reason: '' },
  {
    ...HARBOUR,
    expected: 560,
    shoppers: 67,
    windows: [65, 155, 250, 340],
    variance: -250,
    reason: 'Change given wrong',
  },
  { ...QUAY, expected: 520, shoppers: 61, windows: [70, 180, 300], variance: 20, reason: '' },
  { ...HARBOUR, expected: 600, shoppers: 76, windows: [60, 130, 220, 330], variance: 0, reason: '' },
  { ...QUAY, expected: 560, shoppers: 0, windows: [], variance: 0, reason: '' },
] as const;

/** Four Saturdays, every two weeks, the last one before `now`; and the next Saturday after it, planned. */
export function exampleMarkets(collective: string, now: Instant): readonly ExampleMarket[] {
  const last = lastSaturday(now);
  return plans.map((plan, at) => {
    const isPlanned = at === plans.length - 1;
    const date = dateOf(isPlanned ? nextSaturday(now) : last - (plans.length - 2 - at) * 14 * DAY);
    const { name, venue, expected, shoppers, windows, variance, reason } = plan;
    const fields = {
      name,
      venue,
      place: STALL,
      date,
      session: '',
      opens: '10:00',
      closes: '17:00',
      zone: ZONE,
      float: 20_000,
      taxIncluded: true,
      people: [LEAD, at % 2 === 0 ? 'mira' : 'jun', 'tomas'],
      expectedFootfall: expected,
    };
    return {
      id: marketDayId(collective, name, date, ''),
      fields,
      opens: instantOf(date, fields.opens, ZONE),
      closes: instantOf(date, fields.closes, ZONE),
      shoppers,
      windows,
      variance,
      reason,
    };
  });
}

/** Noon in UTC of the newest Saturday whose market is over. */
function lastSaturday(now: Instant): Instant {
  const noon = Date.parse(`${wallClock(now, ZONE).date}T12:00:00Z`);
  const back = (new Date(noon).getUTCDay() + 1) % 7;
  return noon - (back === 0 ? 7 : back) * DAY;
}

function nextSaturday(now: Instant): Instant {
  return lastSaturday(now) + (wallClock(now, ZONE).date === dateOf(lastSaturday(now) + 7 * DAY) ? 14 : 7) * DAY;
}

function dateOf(noon: Instant): string {
  return new Date(noon).toISOString().slice(0, 10);
}
