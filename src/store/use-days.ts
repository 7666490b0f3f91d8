import { useMemo } from 'react';
import { marketDayList, type MarketDay } from '../domain/market-days/day-list.ts';
import { wallClock } from '../domain/time.ts';
import { readLedger, type DayRead } from './read-ledger.ts';
import { readMarketDays } from './read.ts';
import { useLive, useStall } from './stall.tsx';
import { useMinute } from './use-minute.ts';

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
