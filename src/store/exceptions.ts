import { OVER_MS } from '../domain/market-days/open-day.ts';
import { openSales, type CopyRow } from '../domain/editions/copies.ts';
import { isFact, type FactRead } from '../domain/fact.ts';
import { amendments, lateReport } from '../domain/market-days/amendments.ts';
import { drawersIn, uncovered } from '../domain/market-days/drawer.ts';
import { attemptsOf, isOpen, surplusAttempts, type Attempt } from '../domain/payments/attempts.ts';
import { madeAt } from '../domain/sales/made-at.ts';
import type { Instant } from '../domain/time.ts';
import type { DeviceId } from '../journal/device-key.ts';
import type { StallDb } from './db.ts';
import { readAbout, readDay, readLevels, readMarketDays } from './read.ts';

/** One of the sales of a copy that was sold more than once. */
export interface RivalSale {
  readonly sale: string;
  readonly receipt: string;
  readonly at: Instant;
  readonly device: DeviceId;
  readonly by: string;
  readonly tenders: readonly string[];
  /** The number was on the paper when it was sold; else this sale wrote it there. */
  readonly marked: boolean;
}

/** Something only a person can settle. Nothing here ever blocks selling or closing. */
export type Exception =
  | { readonly kind: 'sold-twice'; readonly id: string; readonly copy: CopyRow; readonly sales: readonly RivalSale[] }
  | {
      readonly kind: 'below-zero';
      readonly id: string;
      readonly place: string;
      readonly items: readonly { readonly variant: string; readonly level: number }[];
    }
  /** Money that may or may not have come. `receipt` '': no sale was made of it. */
  | {
      readonly kind: 'payment-unclear';
      readonly id: string;
      readonly day: string;
      readonly attempt: Attempt;
      readonly receipt: string;
    }
  /** Money came for a sale that was paid another way, or never made. */
  | { readonly kind: 'payment-surplus'; readonly id: string; readonly day: string; readonly attempt: Attempt }
  /** A drawer of a day that is over, with something in it that no Z covers. */
  | {
      readonly kind: 'drawer-open';
      readonly id: string;
      readonly day: string;
      readonly drawer: string;
      readonly letters: string;
    }
  /** Came in after the Z of its drawer. `number`: of its amendment, null until the hub has numbered it. */
  | {
      readonly kind: 'late-facts';
      readonly id: string;
      readonly day: string;
      readonly drawer: string;
      readonly sales: number;
      readonly number: number | null;
      /** When it was numbered. The card goes by itself after two days. */
      readonly at: Instant | null;
    };

/** A payment that was unclear and is not any more; shown for a week. */
export interface Settled {
  readonly attempt: Attempt;
  readonly receipt: string;
}

export interface Inbox {
  readonly cards: readonly Exception[];
  readonly settled: readonly Settled[];
}

/** An amount on the reader for so long is not being paid any more. */
const FORGOTTEN_MS = 10 * 60_000;
const WEEK_MS = 7 * 86_400_000;
/** So long it is told that an amendment was numbered. */
const TOLD_MS = 2 * 86_400_000;

/** What waits for a person: queries over rows and facts, not a table. */
export async function readInbox(db: StallDb, place: string, now: Instant): Promise<Inbox> {
  const [twice, below, rows] = await Promise.all([soldTwice(db), belowZero(db, place), readMarketDays(db)]);
  const days = await Promise.all(rows.map((row) => findingsOf(db, row.key)));
  const isOver = new Map(rows.map((row) => [row.key, row.closed !== null || (row.opened?.at ?? 0) + OVER_MS < now]));
  const cards = days.flatMap(({ cards }) => cards).filter((card) => isDue(card, isOver, now));
  const settled = days.flatMap((day) => day.settled).filter(({ attempt }) => (attempt.resolvedAt ?? 0) + WEEK_MS > now);
  return { cards: [...twice, ...cards, ...below], settled };
}

function isDue(card: Exception, isOver: ReadonlyMap<string, boolean>, now: Instant): boolean {
  if (card.kind === 'drawer-open') return isOver.get(card.day) ?? true;
  if (card.kind === 'late-facts') return card.at === null || card.at + TOLD_MS > now;
  if (card.kind !== 'payment-unclear' || card.attempt.state !== 'handedOff') return true;
  return card.attempt.handedOffAt + FORGOTTEN_MS < now;
}

async function soldTwice(db: StallDb): Promise<readonly Exception[]> {
  const copies = await db.copies.filter((row) => row.sold.length > 1 && openSales(row).length > 1).toArray();
  return Promise.all(
    copies.map(async (copy): Promise<Exception> => {
      const about = await Promise.all(openSales(copy).map((sale) => rivalSale(db, sale.sale, sale.assigned)));
      return { kind: 'sold-twice', id: `copy:${copy.key}`, copy, sales: about.flat() };
    }),
  );
}

async function rivalSale(db: StallDb, sale: string, assigned: boolean): Promise<readonly RivalSale[]> {
  const made = (await readAbout(db, sale)).find(isFact('sale.completed'));
  if (!made) return [];
  const { device, by, body } = made;
  const tenders = [...new Set(body.tenders.map(({ kind }) => kind))];
  return [{ sale, receipt: body.receipt, at: madeAt(made), device, by, tenders, marked: !assigned }];
}

async function belowZero(db: StallDb, place: string): Promise<readonly Exception[]> {
  const levels = await readLevels(db, place);
  const items = [...levels].flatMap(([variant, level]) => (level < 0 ? [{ variant, level }] : []));
  return items.length > 0 ? [{ kind: 'below-zero', id: `below:${place}`, place, items }] : [];
}

// A day's facts are read and parsed only when there are more of them than last time: most days are over.
const known = new Map<string, { readonly count: number; readonly findings: Inbox }>();

async function findingsOf(db: StallDb, day: string): Promise<Inbox> {
  const key = `${db.name}/${day}`;
  const count = await db.journal.where('day').equals(day).count();
  const held = known.get(key);
  if (held?.count === count) return held.findings;
  const findings = dayFindings(await readDay(db, day), day);
  known.set(key, { count, findings });
  return findings;
}

/** What of one market day may need a person, whatever the time is. */
function dayFindings(reads: readonly FactRead[], day: string): Inbox {
  const receiptOf = new Map<string, string>();
  for (const { body } of reads.filter(isFact('sale.completed'))) {
    for (const { attempt } of body.tenders) if (attempt !== undefined) receiptOf.set(attempt, body.receipt);
  }
  const attempts = attemptsOf(reads);
  const unclear = new Set(
    reads.filter(isFact('payment.resolved')).flatMap(({ body }) => (body.outcome === 'unknown' ? [body.attempt] : [])),
  );
  const receipt = (attempt: Attempt) => receiptOf.get(attempt.attempt) ?? '';
  return {
    cards: [
      ...attempts.filter(isOpen).map((attempt) => ({
        kind: 'payment-unclear' as const,
        id: `attempt:${attempt.attempt}`,
        day,
        attempt,
        receipt: receipt(attempt),
      })),
      ...surplusAttempts(attempts, reads).map((attempt) => ({
        kind: 'payment-surplus' as const,
        id: `attempt:${attempt.attempt}`,
        day,
        attempt,
      })),
      ...drawersIn(reads).flatMap((drawer) => drawerFinding(reads, day, drawer)),
    ],
    settled: attempts
      .filter((attempt) => unclear.has(attempt.attempt) && !isOpen(attempt))
      .map((attempt) => ({ attempt, receipt: receipt(attempt) })),
  };
}

function drawerFinding(reads: readonly FactRead[], day: string, drawer: string): readonly Exception[] {
  const id = `drawer:${day}:${drawer}`;
  // The newest stands for those before it: the day's reports show all.
  const numbered = amendments(reads, drawer)
    .slice(-1)
    .map(({ amended, report }): Exception => {
      const { number } = amended.body;
      const { sales } = report.sums;
      return { kind: 'late-facts', id: `${id}:${number}`, day, drawer, sales, number, at: amended.at };
    });
  if (uncovered(reads, drawer).length === 0) return numbered;
  const late = lateReport(reads, drawer);
  if (late)
    return [...numbered, { kind: 'late-facts', id, day, drawer, sales: late.sums.sales, number: null, at: null }];
  const opened = reads.filter(isFact('drawer.opened')).find(({ body }) => body.drawer === drawer);
  return [...numbered, { kind: 'drawer-open', id, day, drawer, letters: opened?.body.letters ?? '' }];
}
