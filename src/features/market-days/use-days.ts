import { useEffect, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { marketDayList, type MarketDay } from '../../domain/market-days/day-list.ts';
import { wallClock } from '../../domain/time.ts';
import { readLedger, type DayRead } from '../../store/read-ledger.ts';
import { readMarketDays } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';

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

/** Writes a market's dates and times: "Sat 14 June", 24 hours. */
export function useDates() {
  const intl = useIntl();
  return useMemo(() => {
    const written = (options: Intl.DateTimeFormatOptions) => (date: string) =>
      // A calendar date has no zone: noon UTC is that date wherever it is written.
      isDate(date) ? intl.formatDate(`${date}T12:00:00Z`, { timeZone: 'UTC', ...options }).replace(',', '') : '';
    return {
      short: written({ weekday: 'short', day: 'numeric', month: 'long' }),
      long: written({ weekday: 'long', day: 'numeric', month: 'long' }),
      full: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      time: (at: number, zone: string) => wallClock(at, zone).time.slice(0, 5),
    };
  }, [intl]);
}

/** A date field is not always a date while somebody types. */
function isDate(date: string): boolean {
  return !Number.isNaN(Date.parse(`${date}T12:00:00Z`));
}

/** What a day is called: one that a first tap opened has only its date. */
export function useDayName(): (day: Pick<MarketDay, 'name' | 'date'>) => string {
  const dates = useDates();
  return ({ name, date }) => (name === '' || name === date ? dates.long(date) : name);
}
