import type { Head } from '../../journal/entry.ts';
import type { DeviceId } from '../../journal/device-key.ts';
import type { FactRead } from '../fact.ts';
import type { DrawerId, MarketDayId } from '../parts.ts';
import {
  drawerReport,
  drawersIn,
  factsUnder,
  ofDrawer,
  papersOf,
  uncovered,
  type DrawerReport,
  type PaperName,
} from './drawer.ts';
import type { MarketDayAmended } from './facts.ts';
import type { DrawerFact } from './sums.ts';

/** What a numbered amendment says of one drawer. It never changes, whatever comes in afterwards. */
export interface Amendment {
  readonly amended: FactRead<'marketDay.amended'>;
  /** The drawer's newest Z that it knew of: the report it is added to. */
  readonly z: string;
  /** What it says: late facts under its heads that no paper covered which it knew of. */
  readonly says: readonly DrawerFact[];
  readonly report: DrawerReport;
  /** Of them, those that no earlier paper covers: all, unless papers overlap. */
  readonly covers: readonly DrawerFact[];
  readonly again: DrawerReport;
  readonly overlaps: readonly PaperName[];
}

/**
 * Late facts of a drawer that was closed and not opened again, as long as no amendment is numbered for them.
 * null: there are none, or the drawer is in use again and its next Z takes them in.
 */
export function lateReport(reads: readonly FactRead[], drawer: DrawerId): DrawerReport | null {
  const late = uncovered(reads, drawer);
  const isClosed = ofDrawer(reads, drawer).some((read) => read.type === 'drawer.closed');
  if (!isClosed || late.length === 0 || late.some((read) => read.type === 'drawer.opened')) return null;
  return drawerReport(drawer, late, reads);
}

/**
 * The day's next numbered amendment, over every drawer with late facts; null if there are none. The hub writes it, under
 * the lock of its own head, so that numbers have no gaps.
 * @param reads all facts of the market day that the hub holds
 * @param heads of every device as the hub holds them
 */
export function amendDay(
  reads: readonly FactRead[],
  marketDay: MarketDayId,
  heads: Readonly<Record<DeviceId, Head>>,
): MarketDayAmended | null {
  const drawers = drawersIn(reads).filter((drawer) => lateReport(reads, drawer) !== null);
  if (drawers.length === 0) return null;
  const numbers = reads.flatMap((read) => (read.type === 'marketDay.amended' ? [read.body.number] : []));
  return { marketDay, number: Math.max(0, ...numbers) + 1, drawers, heads: { ...heads } };
}

/** A drawer's part in the day's numbered amendments, in the order they were numbered. */
export function amendments(reads: readonly FactRead[], drawer: DrawerId): Amendment[] {
  return papersOf(reads, drawer).flatMap(({ read, covers, overlaps }): Amendment[] => {
    if (read.type !== 'marketDay.amended') return [];
    const under = factsUnder(reads, read.body.heads);
    const known = reads.filter(({ first }) => under.has(first));
    const says = uncovered(known, drawer);
    const zs = papersOf(known, drawer).flatMap((paper) =>
      paper.read.type === 'drawer.closed' ? [paper.read.body.z] : [],
    );
    const [report, again] = [drawerReport(drawer, says, known), drawerReport(drawer, covers, known)];
    return [{ amended: read, z: zs.at(-1) ?? '', says, report, covers, again, overlaps }];
  });
}
