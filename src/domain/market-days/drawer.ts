import type { Head } from '../../journal/entry.ts';
import type { DeviceId } from '../../journal/device-key.ts';
import type { Instant } from '../../journal/stamp.ts';
import type { FactRead } from '../fact.ts';
import { sum, type Minor } from '../money.ts';
import type { DrawerId } from '../parts.ts';
import { attemptsOf, isOpen, type Attempt } from '../payments/attempts.ts';
import { done, refused, type Result } from '../result.ts';
import { inOrder } from '../sales/sale-history.ts';
import type { Denominations, DrawerClosed } from './facts.ts';
import { drawerSums, type DrawerFact, type DrawerSums } from './sums.ts';

/** Totals of a drawer. As an X report: what no Z covers yet, without closing. */
export interface DrawerReport {
  readonly drawer: DrawerId;
  readonly sums: DrawerSums;
  /** Cash that should lie in it: float + cash taken − cash paid back + paid in − paid out. */
  readonly expected: Minor;
  /** false: nobody counted the float; the expected cash is without it. */
  readonly isFloatCounted: boolean;
  readonly openedAt: Instant | null;
  readonly firstReceipt: string;
  readonly lastReceipt: string;
  /** Card and bank-code amounts in the sums of which nobody knows yet whether they arrived. */
  readonly unconfirmed: readonly Attempt[];
}

/** A Z report as it was written, with the facts under its heads. */
export interface Closing {
  readonly closed: FactRead<'drawer.closed'>;
  readonly covers: readonly DrawerFact[];
  /** The same sums made again from what it covers; they must be those it says. */
  readonly again: DrawerReport;
  /** Another Z of this drawer was closed without knowing of this one: what both saw is in both. A person must look. */
  readonly overlaps: readonly string[];
}

export interface CountProblem {
  readonly kind: 'denominations-differ';
  readonly counted: Minor;
  readonly pieces: Minor;
}

type Heads = Readonly<Record<DeviceId, Head>>;

/** `A-Z7`. */
export function zNumber(letters: string, count: number): string {
  return `${letters}-Z${count}`;
}

/**
 * The drawer's totals since its newest Z, late facts included; nothing is closed.
 * @param reads all facts of the market day (payments too), in any order
 */
export function xReport(reads: readonly FactRead[], drawer: DrawerId): DrawerReport {
  return report(drawer, uncovered(reads, drawer), reads);
}

/**
 * The fact of a blind close: any count is accepted, and what was expected is written beside it.
 * @param heads of every device as this tablet knows them at this moment; what lies beyond them is late
 */
export function closeDrawer(
  reads: readonly FactRead[],
  drawer: DrawerId,
  z: { readonly number: string; readonly heads: Heads },
  count: { readonly counted: Minor; readonly denominations?: Denominations; readonly reason?: string },
): Result<DrawerClosed, CountProblem> {
  const pieces = count.denominations ? countedIn(count.denominations) : count.counted;
  if (pieces !== count.counted) return refused({ kind: 'denominations-differ', counted: count.counted, pieces });
  const covered = factsUnder(reads, z.heads);
  const under = reads.filter((read) => covered.has(read.first));
  const { sums, expected } = report(drawer, uncovered(under, drawer), under);
  return done({ drawer, z: z.number, heads: { ...z.heads }, ...count, expected, sums });
}

/** What pieces add up to. */
export function countedIn(denominations: Denominations): Minor {
  return sum(Object.entries(denominations).map(([piece, pieces]) => Number(piece) * pieces));
}

/** The drawer's Z reports in the order they were closed. Each fact is under the first Z that covers it. */
export function closings(reads: readonly FactRead[], drawer: DrawerId): Closing[] {
  const own = ofDrawer(reads, drawer);
  const zs = zsOf(reads, own);
  const covers = zs.map((): DrawerFact[] => []);
  for (const read of own) {
    const at = zs.findIndex((z) => z.under.has(read.first));
    if (read.type !== 'drawer.closed') covers[at]?.push(read);
  }
  return zs.map(({ closed, under }, at) => {
    const covered = covers[at] ?? [];
    const all = reads.filter((read) => under.has(read.first));
    const strangers = zs.slice(at + 1).filter((later) => !later.under.has(closed.first));
    return {
      closed,
      covers: covered,
      again: report(drawer, covered, all),
      overlaps: strangers.map((later) => later.closed.body.z),
    };
  });
}

/** Facts of the drawer that no Z covers: an open session, or late ones that a later Z or an amendment takes in. */
export function uncovered(reads: readonly FactRead[], drawer: DrawerId): DrawerFact[] {
  const own = ofDrawer(reads, drawer);
  const zs = zsOf(reads, own);
  return own.filter((read) => read.type !== 'drawer.closed' && !zs.some(({ under }) => under.has(read.first)));
}

/** Late facts of a drawer that was closed and not opened again: what an amendment of the day's report says. */
export function amendment(reads: readonly FactRead[], drawer: DrawerId): DrawerReport | null {
  const late = uncovered(reads, drawer);
  const isClosed = ofDrawer(reads, drawer).some((read) => read.type === 'drawer.closed');
  if (!isClosed || late.length === 0 || late.some((read) => read.type === 'drawer.opened')) return null;
  return report(drawer, late, reads);
}

/** Every drawer that these facts touch, by id. */
export function drawersIn(reads: readonly FactRead[]): DrawerId[] {
  return [...new Set(reads.flatMap((read) => (isDrawerFact(read) ? [read.body.drawer] : [])))].toSorted();
}

/** Identities of the facts that heads cover, in whichever of their envelopes. */
function factsUnder(reads: readonly FactRead[], heads: Heads): Set<string> {
  return new Set(reads.filter(({ device, n }) => n <= (heads[device]?.n ?? 0)).map(({ first }) => first));
}

function zsOf(reads: readonly FactRead[], own: readonly DrawerFact[]) {
  return own
    .filter((read) => read.type === 'drawer.closed')
    .map((closed) => ({ closed, under: factsUnder(reads, closed.body.heads) }));
}

function ofDrawer(reads: readonly FactRead[], drawer: DrawerId): DrawerFact[] {
  return inOrder(reads.filter(isDrawerFact)).filter(({ body }) => body.drawer === drawer);
}

function report(drawer: DrawerId, own: readonly DrawerFact[], all: readonly FactRead[]): DrawerReport {
  const attempts = attemptsOf(all);
  const { sums, cash } = drawerSums(own, all, attempts);
  const opened = own.filter((read) => read.type === 'drawer.opened');
  const receipts = own.flatMap((read) =>
    read.type === 'sale.completed' || read.type === 'sale.refunded' ? [read.body.receipt] : [],
  );
  const used = new Set(
    own.flatMap((read) => (read.type === 'sale.completed' ? read.body.tenders.map(({ attempt }) => attempt) : [])),
  );
  return {
    drawer,
    sums,
    expected: sums.float + cash + sums.paidIn - sums.paidOut,
    isFloatCounted: opened.some(({ body }) => body.counted !== null),
    openedAt: opened[0]?.at ?? null,
    firstReceipt: receipts[0] ?? '',
    lastReceipt: receipts.at(-1) ?? '',
    unconfirmed: attempts.filter((attempt) => isOpen(attempt) && used.has(attempt.attempt)),
  };
}

function isDrawerFact(read: FactRead): read is DrawerFact {
  return drawerTypes.has(read.type);
}

const drawerTypes: ReadonlySet<string> = new Set<DrawerFact['type']>([
  'drawer.opened',
  'drawer.closed',
  'cash.paidIn',
  'cash.paidOut',
  'sale.completed',
  'sale.voided',
  'sale.refunded',
]);
