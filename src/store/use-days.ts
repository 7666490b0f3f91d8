import { useEffect, useMemo, useState } from 'react';
import { marketDayList, type MarketDay } from '../domain/market-days/day-list.ts';
import type { DayAtFirstTap } from '../domain/market-days/open-day.ts';
import { wallClock } from '../domain/time.ts';
import { readLedger, type DayRead } from './read-ledger.ts';
import { readMarketDays } from './read.ts';
import { useLive, useStall } from './stall.tsx';
import { dayForSale } from './today.ts';

/** All market days, as they should be shown; undefined while they are read. */
export function useDays(): readonly MarketDay[] | undefined {
  const { db, catalogue, zone } = useStall();
  const rows = useLive(() => readMarketDays(db), [db]);
  const now = useMinute();
  return useMemo(() => {
    const today = wallClock(now, zone).date;
    return rows && marketDayList(catalogue.plans, rows, catalogue.collective, today);
  }, [rows, catalogue, zone, now]);
}

/** A day's facts and ledger, kept up to date. */
export function useDayRead(day: string | undefined): DayRead | undefined {
  const { db, catalogue } = useStall();
  const read = useLive(
    async () => (day ? { day, read: await readLedger(db, day, catalogue) } : undefined),
    [db, day, catalogue],
  );
  return read?.day === day ? read?.read : undefined;
}

/**
 * The day a sale made now would enter; undefined while it is read. Midnight changes nothing in the database, so it is
 * looked up anew each minute too, and whenever `asked` changes: after a sleep the minute may be long in coming.
 */
export function useDayForSale(asked?: unknown): DayAtFirstTap | undefined {
  const stall = useStall();
  return useLive(() => dayForSale(stall), [stall, useMinute(), asked]);
}

/** The corrected time, anew each minute. */
export function useMinute(): number {
  const { now } = useStall();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
