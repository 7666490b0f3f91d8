import type { Minor } from '../money.ts';
import type { MarketDayId, PersonId, PlaceId } from '../parts.ts';
import { done, refused, type Result } from '../result.ts';
import { isZone } from '../time.ts';
import { marketDayId } from './days.ts';
import type { MarketDayFields } from './facts.ts';

/** What a lead says about a market day before it opens. */
export interface DayPlan {
  readonly name: string;
  readonly venue: string;
  /** `YYYY-MM-DD` on the market's calendar. */
  readonly date: string;
  /** Tells two days of one market on one date apart; mostly ''. */
  readonly session: string;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
  readonly float: Minor;
  readonly taxIncluded: boolean;
  readonly people: readonly PersonId[];
  readonly expectedFootfall: number | null;
  readonly place: PlaceId;
}

/** One per field, so that a form can say each where it belongs. */
export type PlanProblem =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'date-unusable' }
  | { readonly kind: 'hours-unusable' }
  | { readonly kind: 'zone-unknown'; readonly zone: string }
  | { readonly kind: 'float-unusable' }
  | { readonly kind: 'visitors-unusable' }
  /** The same market, date and session is planned already. */
  | { readonly kind: 'day-known' };

interface PlannedDay {
  readonly marketDay: MarketDayId;
  readonly fields: MarketDayFields;
}

/**
 * The `marketDay.revised` of a plan. A new day's id follows from market, date and session, so that two tablets which
 * plan it apart plan one; a changed day keeps its id.
 * @param known ids of the days there are; `changes` the one that is changed, undefined for a new one
 */
export function planDay(
  collective: string,
  plan: DayPlan,
  known: ReadonlySet<MarketDayId>,
  changes?: MarketDayId,
): Result<PlannedDay, readonly PlanProblem[]> {
  const { name, venue, date, session, zone, people, ...rest } = plan;
  const marketDay = changes ?? marketDayId(collective, name, date, session);
  const problems: PlanProblem[] = [
    ...given('name-missing', name.trim() !== ''),
    ...given('date-unusable', isDate(date)),
    // Markets end after midnight too; only no time at all is none.
    ...given('hours-unusable', isTime(plan.opens) && isTime(plan.closes) && plan.opens !== plan.closes),
    ...(isZone(zone) ? [] : [{ kind: 'zone-unknown' as const, zone }]),
    ...given('float-unusable', Number.isSafeInteger(plan.float) && plan.float >= 0),
    ...given('visitors-unusable', plan.expectedFootfall === null || isCount(plan.expectedFootfall)),
    ...given('day-known', changes !== undefined || !known.has(marketDay)),
  ];
  if (problems.length > 0) return refused(problems);
  const texts = { name: name.trim(), venue: venue.trim(), session: session.trim() };
  return done({ marketDay, fields: { ...rest, ...texts, date, zone, people: [...people] } });
}

function given<K extends PlanProblem['kind']>(kind: K, isFine: boolean): { readonly kind: K }[] {
  return isFine ? [] : [{ kind }];
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000;
}
