import { instantOf, wallClock, type Instant } from '../time.ts';
import type { Minor } from '../money.ts';
import type { LedgerLine } from '../ledger/ledger-lines.ts';

const HALF_HOUR = 1_800_000;
/** A day of 24 hours; a sale entered with a wrong clock does not stretch the picture beyond it. */
const MOST_COLUMNS = 48;

/** One piece sold, for one small picture. `work` '' is a custom amount. */
interface BoardPiece {
  /** Unlike any other piece of the day: receipt, line, unit. */
  readonly key: string;
  readonly work: string;
  readonly title: string;
  readonly at: Instant;
}

/** Half an hour of the market, by its own clock. */
export interface HalfHour {
  readonly from: Instant;
  /** `HH:MM`. */
  readonly time: string;
  readonly pieces: readonly BoardPiece[];
  readonly takings: Minor;
}

/** What one work brought so far, pieces that came back taken off. */
export interface WorkSold {
  readonly work: string;
  readonly title: string;
  readonly pieces: number;
  readonly takings: Minor;
  /** When it was last sold. */
  readonly lastAt: Instant;
}

interface DayHours {
  readonly date: string;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
}

/**
 * Pieces by half hour, from opening to closing and as far beyond as was sold. A piece that came back is taken off where
 * it was sold, the newest of its work first.
 */
export function halfHours(lines: readonly LedgerLine[], hours: DayHours): HalfHour[] {
  const sold = soldPieces(lines);
  const floor = (at: Instant) => Math.floor(at / HALF_HOUR) * HALF_HOUR;
  const opens = instantOf(hours.date, hours.opens, hours.zone);
  const closing = instantOf(hours.date, hours.closes, hours.zone);
  const closes = closing > opens ? closing : closing + 86_400_000;
  const first = floor(Math.min(opens, ...sold.map(({ at }) => at)));
  const last = Math.max(closes - 1, ...sold.map(({ at }) => at));
  const from = Math.max(first, floor(opens) - 24 * HALF_HOUR);
  const count = Math.min(MOST_COLUMNS, Math.floor((floor(last) - from) / HALF_HOUR) + 1);
  return Array.from({ length: Math.max(1, count) }, (_, at): HalfHour => {
    const start = from + at * HALF_HOUR;
    const pieces = sold.filter((piece) => floor(piece.at) === start);
    const { time } = wallClock(start, hours.zone);
    return { from: start, time: time.slice(0, 5), pieces, takings: pieces.reduce((all, { paid }) => all + paid, 0) };
  });
}

/** Works by what they brought, most first. */
export function worksSold(lines: readonly LedgerLine[]): WorkSold[] {
  const byWork = new Map<string, WorkSold>();
  for (const { work, title, quantity, paid, kind, at } of lines) {
    if (kind === 'rounding' || kind === 'refundedTwice' || work === '') continue;
    const held = byWork.get(work) ?? { work, title, pieces: 0, takings: 0, lastAt: 0 };
    const lastAt = kind === 'sale' ? Math.max(held.lastAt, at) : held.lastAt;
    byWork.set(work, { ...held, pieces: held.pieces + quantity, takings: held.takings + paid, lastAt });
  }
  return [...byWork.values()]
    .filter(({ pieces }) => pieces > 0)
    .toSorted((a, b) => b.takings - a.takings || b.pieces - a.pieces || (a.work < b.work ? -1 : 1));
}

type SoldPiece = BoardPiece & { readonly line: string; readonly paid: Minor };

function soldPieces(lines: readonly LedgerLine[]): SoldPiece[] {
  const pieces: SoldPiece[] = [];
  for (const { kind, receipt, saleReceipt, line, quantity, paid, work, title, at } of lines) {
    if (kind === 'sale') {
      const each = Math.round(paid / quantity);
      for (let unit = 0; unit < quantity; unit++) {
        const amount = unit === 0 ? paid - each * (quantity - 1) : each;
        const sold = `${receipt}:${line}`;
        pieces.push({ key: `${sold}:${unit}`, line: sold, work, title, at, paid: amount });
      }
    }
    if (kind !== 'void' && kind !== 'refund') continue;
    for (let unit = 0; unit < -quantity; unit++) {
      const gone = pieces.findLastIndex((piece) => piece.line === `${saleReceipt || receipt}:${line}`);
      if (gone >= 0) pieces.splice(gone, 1);
    }
  }
  return pieces;
}
