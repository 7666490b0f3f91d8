import type { MarketDayId } from '../../domain/parts.ts';
import { useLive, type Stall } from '../../store/stall.tsx';
import { dayForSale } from '../../store/today.ts';
import { useMinute } from '../../store/use-minute.ts';

/** The day that pauses enter now: the one a sale would, where that is open already. '' where none is. */
export async function padDay(stall: Stall): Promise<MarketDayId> {
  const { day, facts } = await dayForSale(stall);
  return facts.some(({ type }) => type === 'marketDay.opened') ? '' : day;
}

/** The stall as the pad writes for it, in the day of now: one of the past that is still selected takes no pauses. */
export function usePadStall(stall: Stall): Stall | undefined {
  const minute = useMinute();
  const day = useLive(() => padDay(stall), [stall, minute]);
  if (day === undefined) return undefined;
  return { ...stall, day, author: () => ({ ...stall.author(), day }) };
}
