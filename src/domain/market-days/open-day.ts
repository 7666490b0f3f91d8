import type { FactText } from '../../journal/entry.ts';
import type { MarketPlan } from '../catalogue/catalogue.ts';
import { fact } from '../fact.ts';
import type { Minor } from '../money.ts';
import type { Instant } from '../time.ts';
import type { DrawerId, MarketDayId, PlaceId } from '../parts.ts';
import { marketDayId, type MarketDayRow } from './days.ts';
import type { Denominations, MarketDayFields } from './facts.ts';

/** The drawer that money goes into, and what its Z numbers start with. */
interface OwnDrawer {
  readonly drawer: DrawerId;
  readonly letters: string;
}

/** The float as it was counted; `counted` null: nobody did. */
export interface FloatCount {
  readonly counted: Minor | null;
  readonly denominations?: Denominations;
}

/**
 * Opens a day and this tablet's drawer. A day that is open already only gets the drawer: any tablet may open it, and
 * two that do so offline open one.
 */
export function openDay(
  day: { readonly id: MarketDayId; readonly fields: MarketDayFields; readonly taxIncluded: boolean },
  row: MarketDayRow | undefined,
  own: OwnDrawer,
  float: FloatCount,
): FactText[] {
  const opened = fact('marketDay.opened', day.id, {
    marketDay: day.id,
    fields: day.fields,
    taxIncluded: day.taxIncluded,
  });
  return [...(row?.opened ? [] : [opened]), drawerOpened(own, float)];
}

/** A day that opened so long ago is over, closed or not. */
export const OVER_MS = 20 * 3_600_000;
/** Older than this program: a clock that says so is wrong. */
const NO_MARKET_BEFORE = Date.UTC(2026, 0, 1);

/** The day a sale belongs to, and what must be written before it so that day and drawer exist. */
export interface DayAtFirstTap {
  readonly day: MarketDayId;
  /** How the day's prices are meant. */
  readonly taxIncluded: boolean;
  readonly facts: readonly FactText[];
}

/**
 * Where a sale goes that is made now. The selected day takes it as long as it lasts: on its date, after its close as a
 * late fact, and past midnight until somebody closes it. A day of last week takes nothing any more. Otherwise the open day of today that was opened last, else the one planned for today, else one named after today, the
 * same on every tablet that sells alone. Nobody counted a float then. Never asks, never refuses.
 */
export function dayAtFirstTap(now: {
  readonly collective: string;
  readonly selected: MarketDayId;
  readonly at: Instant;
  /** `YYYY-MM-DD` on the wall clock of `zone`. */
  readonly date: string;
  readonly zone: string;
  readonly place: PlaceId;
  readonly taxIncluded: boolean;
  readonly days: readonly MarketDayRow[];
  readonly plans: readonly MarketPlan[];
  readonly own: OwnDrawer;
  /** Days in which this tablet's drawer was opened. */
  readonly drawerOpenedIn: ReadonlySet<MarketDayId>;
}): DayAtFirstTap {
  const { days, plans, own } = now;
  const drawerOf = (day: MarketDayId) => (now.drawerOpenedIn.has(day) ? [] : [drawerOpened(own, { counted: null })]);
  const selected = days.find((row) => row.key === now.selected && lasts(row, now));
  const known = selected ?? openToday(days, now.date);
  if (known) {
    const taxIncluded = known.opened?.taxIncluded ?? now.taxIncluded;
    return { day: known.key, taxIncluded, facts: drawerOf(known.key) };
  }
  const { date, zone, place } = now;
  const coming = plans.filter(({ id, cancelled }) => !cancelled && !days.some((row) => row.key === id));
  const plan =
    coming.find((each) => each.id === now.selected && each.date >= date) ?? coming.find((each) => each.date === date);
  const day = plan
    ? { id: plan.id, fields: fieldsOf(plan), taxIncluded: plan.taxIncluded }
    : {
        id: marketDayId(now.collective, '', date, ''),
        fields: { name: date, date, zone, place },
        taxIncluded: now.taxIncluded,
      };
  return { day: day.id, taxIncluded: day.taxIncluded, facts: openDay(day, undefined, own, { counted: null }) };
}

/** What a day is opened with: its plan as it stood then. */
export function fieldsOf(plan: MarketPlan): MarketDayFields {
  const { id: _id, ...fields } = plan;
  return fields;
}

function lasts(row: MarketDayRow, now: { readonly collective: string; readonly date: string; readonly at: Instant }) {
  const { opened, closed, key } = row;
  if (!opened) return false;
  if (opened.fields.date === now.date) return true;
  if (closed) return false;
  // A battery that ran empty leaves a clock years behind: the day that is open is nearer the truth.
  if (now.at < NO_MARKET_BEFORE) return true;
  // Named after a clock that was years ahead, by a first tap: as far from now as a day of last week.
  const isByTap = key === marketDayId(now.collective, '', opened.fields.date ?? '', '');
  return (isByTap ? Math.abs(now.at - opened.at) : now.at - opened.at) < OVER_MS;
}

function openToday(days: readonly MarketDayRow[], date: string): MarketDayRow | undefined {
  return days
    .filter(({ opened, closed }) => opened && !closed && opened.fields.date === date)
    .toSorted((a, b) => ((a.opened?.stamp ?? '') < (b.opened?.stamp ?? '') ? 1 : -1))[0];
}

function drawerOpened({ drawer, letters }: OwnDrawer, { counted, denominations }: FloatCount): FactText {
  return fact('drawer.opened', drawer, { drawer, letters, counted, ...(denominations ? { denominations } : {}) });
}
