import { fact, type FactRead } from '../../domain/fact.ts';
import { closeDrawer, uncovered, zNumber, type CountProblem } from '../../domain/market-days/drawer.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import type { Denominations, DrawerClosed, MarketDayFields } from '../../domain/market-days/facts.ts';
import { fieldsOf, openDay, type FloatCount } from '../../domain/market-days/open-day.ts';
import { planDay, type DayPlan, type PlanProblem } from '../../domain/market-days/plan-day.ts';
import type { Minor } from '../../domain/money.ts';
import type { DrawerId, MarketDayId } from '../../domain/parts.ts';
import { done, refused, type Result } from '../../domain/result.ts';
import { commit, type CommitProblem } from '../../store/commit.ts';
import { ownDrawer } from '../../store/drawer.ts';
import { readCatalogue, readDay } from '../../store/read.ts';
import type { Stall } from '../../store/stall.tsx';

interface PlanProblems {
  readonly kind: 'plan';
  readonly problems: readonly PlanProblem[];
}

/** Writes a plan down, or a change of one; returns the day's id. */
export async function savePlan(
  { db, author }: Stall,
  plan: DayPlan,
  changes?: MarketDayId,
): Promise<Result<MarketDayId, PlanProblems | CommitProblem>> {
  let id = '';
  const written = await commit<PlanProblems>(db, author(), async () => {
    const catalogue = await readCatalogue(db);
    const rows = await db.marketDays.toArray();
    const alive = catalogue.plans.filter(({ cancelled }) => !cancelled);
    const known = new Set([...alive.map((each) => each.id), ...rows.map(({ key }) => key)]);
    const planned = planDay(db.collective, plan, known, changes);
    if (!planned.ok) return refused({ kind: 'plan', problems: planned.problem });
    id = planned.value.marketDay;
    return done({ facts: [revised(id, { ...planned.value.fields, cancelled: false })] });
  });
  return written.ok ? done(id) : written;
}

/** Takes a plan off the list; what was sold on it would keep its day. */
export async function cancelPlan({ db, author }: Stall, id: MarketDayId): Promise<Result<unknown, CommitProblem>> {
  return commit<never>(db, author(), () => Promise.resolve(done({ facts: [revised(id, { cancelled: true })] })));
}

function revised(marketDay: MarketDayId, fields: MarketDayFields) {
  return fact('marketDay.revised', marketDay, { marketDay, fields });
}

/** Opens the day if no tablet did, and this tablet's drawer in it; the tablet sells for it from here on. */
export async function openMarket(
  stall: Stall,
  day: MarketDay,
  float: FloatCount,
): Promise<Result<unknown, CommitProblem>> {
  const { db, device } = stall;
  const own = { drawer: ownDrawer(device), letters: device.letters };
  const fields = day.plan ? fieldsOf(day.plan) : { name: day.name, date: day.date, zone: day.zone };
  const written = await commit<never>(db, { ...stall.author(), day: day.id }, async () => {
    const row = await db.marketDays.get(day.id);
    return done({ facts: openDay({ id: day.id, fields, taxIncluded: day.taxIncluded }, row, own, float) });
  });
  if (written.ok) await stall.selectDay(day.id);
  return written;
}

/** Cash that comes or goes without a sale; `reason` is in people's words. */
export async function moveCash(
  stall: Stall,
  way: 'in' | 'out',
  amount: Minor,
  reason: string,
): Promise<Result<unknown, CommitProblem>> {
  const drawer = ownDrawer(stall.device);
  const body = { drawer, amount, reason };
  const made = way === 'in' ? fact('cash.paidIn', drawer, body) : fact('cash.paidOut', drawer, body);
  return commit<never>(stall.db, stall.author(), () => Promise.resolve(done({ facts: [made] })));
}

/** What was counted, and a word why it differs. */
interface BlindCount {
  readonly counted: Minor;
  readonly denominations?: Denominations;
  readonly reason?: string;
}

/** A second tap, or another window, closed it a moment before: a Z over nothing would call all its cash a surplus. */
export interface NotOpen {
  readonly kind: 'drawer-not-open';
}

/**
 * Closes this tablet's drawer with what was counted: any count. What is expected is computed in the same transaction,
 * over exactly the entries the Z covers. The last open drawer of the day closes the day with it.
 */
export async function closeOwnDrawer(
  stall: Stall,
  day: MarketDayId,
  count: BlindCount,
): Promise<Result<DrawerClosed, CountProblem | NotOpen | CommitProblem>> {
  const { db, device } = stall;
  const drawer = ownDrawer(device);
  let body: DrawerClosed | undefined;
  const written = await commit<CountProblem | NotOpen>(db, { ...stall.author(), day }, async (own) => {
    const reads = await readDay(db, day);
    const open = openDrawersIn(reads);
    if (!open.includes(drawer)) return refused({ kind: 'drawer-not-open' });
    const heads = Object.fromEntries((await db.heads.toArray()).map(({ device: id, n, hash }) => [id, { n, hash }]));
    const zs = own.zs + 1;
    const closed = closeDrawer(reads, drawer, { number: zNumber(device.letters, zs), heads }, count);
    if (!closed.ok) return closed;
    body = closed.value;
    const facts = [fact('drawer.closed', drawer, closed.value)];
    const isLast = !open.some((each) => each !== drawer);
    return done({ facts: isLast ? [...facts, dayClosed(day)] : facts, zs });
  });
  if (!written.ok) return written;
  if (!body) throw new Error('closeOwnDrawer: committed without a Z');
  return done(body);
}

/** A lead's word that the day is over, though a drawer was never closed. Its sales still count, as late facts. */
export async function closeDay(stall: Stall, day: MarketDayId): Promise<Result<unknown, CommitProblem>> {
  return commit<never>(stall.db, { ...stall.author(), day }, () => Promise.resolve(done({ facts: [dayClosed(day)] })));
}

function dayClosed(day: MarketDayId) {
  return fact('marketDay.closed', day, { marketDay: day });
}

/** Drawers that were opened and not closed since, as far as this tablet knows. */
export function openDrawersIn(reads: readonly FactRead[]): readonly DrawerId[] {
  const opened = reads.flatMap((read) => (read.type === 'drawer.opened' ? [read.body.drawer] : []));
  return [...new Set(opened)].filter((drawer) => uncovered(reads, drawer).some(({ type }) => type === 'drawer.opened'));
}
