import type { DayAtFirstTap } from '../domain/market-days/open-day.ts';
import { useLive, useStall } from './stall.tsx';
import { dayForSale } from './today.ts';
import { useMinute } from './use-minute.ts';

/**
 * The day a sale made now would enter; undefined while it is read. Midnight changes nothing in the database, so it is
 * looked up anew each minute too, and whenever `asked` changes: after a sleep the minute may be long in coming.
 */
export function useDayForSale(asked?: unknown): DayAtFirstTap | undefined {
  const stall = useStall();
  return useLive(() => dayForSale(stall), [stall, useMinute(), asked]);
}
