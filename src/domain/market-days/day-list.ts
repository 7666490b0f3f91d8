import type { MarketPlan } from '../catalogue/catalogue.ts';
import type { MarketDayId } from '../parts.ts';
import type { Instant } from '../time.ts';
import type { MarketDayRow } from './days.ts';
import type { MarketDayFields } from './facts.ts';

/** A market day as screens list it, from its plan and what became of it. */
export interface MarketDay {
  readonly id: MarketDayId;
  readonly name: string;
  readonly venue: string;
  readonly date: string;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
  readonly taxIncluded: boolean;
  /** `missed`: planned for a date that is over, and never opened. */
  readonly state: 'open' | 'today' | 'planned' | 'closed' | 'missed';
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly plan: MarketPlan | undefined;
}

/**
 * Planned and opened days together: what the plan says now, else what the day was opened with. Cancelled plans that
 * never opened are left out. Open ones first, then today's, what comes, and what was, the newest first.
 * @param today `YYYY-MM-DD` where the tablet is
 */
export function marketDayList(
  plans: readonly MarketPlan[],
  rows: readonly MarketDayRow[],
  collective: { readonly zone: string; readonly taxIncluded: boolean },
  today: string,
): MarketDay[] {
  const planById = new Map(plans.map((plan) => [plan.id, plan]));
  const rowById = new Map(rows.map((row) => [row.key, row]));
  const ids = [...new Set([...planById.keys(), ...rowById.keys()])];
  return ids
    .flatMap((id): MarketDay[] => {
      const [plan, row] = [planById.get(id), rowById.get(id)];
      const opened = row?.opened ?? null;
      if (!opened && (!plan || plan.cancelled)) return [];
      const said = plan ?? { ...EMPTY, ...given(opened?.fields) };
      const state = stateOf(row, said.date, today);
      const { name, venue, date, opens, closes } = said;
      const taxIncluded = opened?.taxIncluded ?? plan?.taxIncluded ?? collective.taxIncluded;
      const zone = said.zone || collective.zone;
      const times = { openedAt: opened?.at ?? null, closedAt: row?.closed?.at ?? null };
      return [{ id, name, venue, date, opens, closes, zone, taxIncluded, state, ...times, plan }];
    })
    .toSorted(byNeed);
}

const EMPTY = { name: '', venue: '', date: '', opens: '10:00', closes: '17:00', zone: '' };
/** Without the fields that were never said. */
function given(fields: MarketDayFields = {}): Partial<typeof EMPTY> {
  const { name, venue, date, opens, closes, zone } = fields;
  const said = Object.entries({ name, venue, date, opens, closes, zone }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said);
}

const RANK = { open: 0, today: 1, planned: 2, closed: 3, missed: 3 };

function stateOf(row: MarketDayRow | undefined, date: string, today: string): MarketDay['state'] {
  if (row?.opened) return row.closed ? 'closed' : 'open';
  if (date === today) return 'today';
  return date > today ? 'planned' : 'missed';
}

function byNeed(a: MarketDay, b: MarketDay): number {
  if (RANK[a.state] !== RANK[b.state]) return RANK[a.state] - RANK[b.state];
  const order = RANK[a.state] === 3 ? -1 : 1;
  const [left, right] = [`${a.date} ${a.opens} ${a.id}`, `${b.date} ${b.opens} ${b.id}`];
  return left < right ? -order : left > right ? order : 0;
}
