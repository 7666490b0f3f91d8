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
  readonly overlaps: readonly PaperName[];
}

/** A Z's number, or an amendment's. */
export type PaperName = string | number;

/** A document that covers facts of a drawer: a Z report of it, or an amendment of its day. */
interface Paper {
  readonly read: FactRead<'drawer.closed' | 'marketDay.amended'>;
  /** Identities of all facts under its heads. */
  readonly under: ReadonlySet<string>;
  /** The drawer's facts of which it is the first paper. */
  readonly covers: readonly DrawerFact[];
  /** Later papers that say some of the same because they did not know of this one. */
  readonly overlaps: readonly PaperName[];
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
  return drawerReport(drawer, uncovered(reads, drawer), reads);
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
  const { sums, expected } = drawerReport(drawer, uncovered(under, drawer), under);
  return done({ drawer, z: z.number, heads: { ...z.heads }, ...count, expected, sums });
}

/** What pieces add up to. */
export function countedIn(denominations: Denominations): Minor {
  return sum(Object.entries(denominations).map(([piece, pieces]) => Number(piece) * pieces));
}

/** The drawer's Z reports in the order they were closed. Each fact is under the first paper that covers it. */
export function closings(reads: readonly FactRead[], drawer: DrawerId): Closing[] {
  return papersOf(reads, drawer).flatMap(({ read, under, covers, overlaps }): Closing[] => {
    if (read.type !== 'drawer.closed') return [];
    const all = reads.filter(({ first }) => under.has(first));
    return [{ closed: read, covers, again: drawerReport(drawer, covers, all), overlaps }];
  });
}

/** Facts of the drawer that no paper covers: an open session, or late ones that a later Z or an amendment takes in. */
export function uncovered(reads: readonly FactRead[], drawer: DrawerId): DrawerFact[] {
  const papers = papersOf(reads, drawer);
  return ofDrawer(reads, drawer).filter(
    (read) => read.type !== 'drawer.closed' && !papers.some(({ under }) => under.has(read.first)),
  );
}

/** Z reports and amendments that cover this drawer, in the order of their stamps. */
export function papersOf(reads: readonly FactRead[], drawer: DrawerId): Paper[] {
  const papers = inOrder(reads.filter((read) => isPaper(read, drawer))).map((read) => ({
    read,
    under: factsUnder(reads, read.body.heads),
    covers: [] as DrawerFact[],
  }));
  for (const read of ofDrawer(reads, drawer)) {
    if (read.type === 'drawer.closed') continue;
    papers.find(({ under }) => under.has(read.first))?.covers.push(read);
  }
  return papers.map((paper, at) => ({
    ...paper,
    overlaps: papers
      .slice(at + 1)
      .filter((later) => isStranger(paper, later))
      .map(({ read }) => (read.type === 'drawer.closed' ? read.body.z : read.body.number)),
  }));
}

type HalfPaper = Pick<Paper, 'read' | 'under' | 'covers'>;

/** Two closes that do not know of each other both counted the drawer; any other two only matter if they share facts. */
function isStranger(paper: HalfPaper, later: HalfPaper): boolean {
  if (later.under.has(paper.read.first)) return false;
  if (paper.read.type === 'drawer.closed' && later.read.type === 'drawer.closed') return true;
  return paper.covers.some(({ first }) => later.under.has(first));
}

function isPaper(read: FactRead, drawer: DrawerId): read is Paper['read'] {
  if (read.type === 'drawer.closed') return read.body.drawer === drawer;
  return read.type === 'marketDay.amended' && read.body.drawers.includes(drawer);
}

/** Every drawer that these facts touch, by id. */
export function drawersIn(reads: readonly FactRead[]): DrawerId[] {
  return [...new Set(reads.flatMap((read) => (isDrawerFact(read) ? [read.body.drawer] : [])))].toSorted();
}

/** Identities of the facts that heads cover, in whichever of their envelopes. */
export function factsUnder(reads: readonly FactRead[], heads: Heads): Set<string> {
  return new Set(reads.filter(({ device, n }) => n <= (heads[device]?.n ?? 0)).map(({ first }) => first));
}

/** A drawer's own facts, in the order of their stamps. */
export function ofDrawer(reads: readonly FactRead[], drawer: DrawerId): DrawerFact[] {
  return inOrder(reads.filter(isDrawerFact)).filter(({ body }) => body.drawer === drawer);
}

/** Totals of some of a drawer's facts. @param all facts in which a void's sale and payments are found */
export function drawerReport(drawer: DrawerId, own: readonly DrawerFact[], all: readonly FactRead[]): DrawerReport {
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

/** Types of the facts that happen in a drawer. */
export const drawerTypes: ReadonlySet<string> = new Set<DrawerFact['type']>([
  'drawer.opened',
  'drawer.closed',
  'cash.paidIn',
  'cash.paidOut',
  'sale.completed',
  'sale.voided',
  'sale.refunded',
]);
