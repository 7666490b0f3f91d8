import { madeAt } from '../../domain/sales/made-at.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';
import { wallClock } from '../../domain/time.ts';
import { useStall } from '../../store/stall.tsx';
import { useDates } from '../../ui/use-dates.ts';

/** When a sale was made: "11:48", and with its date where that is not today. */
export function useSaleTime(): (sale: SaleHistory) => string {
  const { zone, now } = useStall();
  const dates = useDates();
  return ({ sale }) => {
    const at = madeAt(sale);
    const { date } = wallClock(at, zone);
    const time = dates.time(at, zone);
    return date === wallClock(now(), zone).date ? time : `${dates.short(date)}, ${time}`;
  };
}
