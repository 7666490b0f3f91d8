import type { PlanInput } from './shapes.ts';

/** How many markets ahead are looked at one by one; what lies beyond is one lump. */
const AHEAD = 4;

/** What the coming markets hold for every print alike. */
export interface Season {
  /** Thousands of visitors of the next markets, at most four. */
  readonly visitors: readonly number[];
  readonly beyond: number;
  /** Chance that an order made now, or a later one, misses the market it is meant for. */
  readonly lateNow: number;
  readonly lateLater: number;
  /** Nothing can arrive before the last market. */
  readonly isOver: boolean;
  readonly holdingRate: number;
  readonly discount: number;
}

/** The coming markets as `orderMenu` needs them; of the partner only how long orders take. */
export function seasonOf(input: PlanInput): Season {
  const visitors = input.calendar.map((market) => market.expectedFootfall / 1000);
  const lead = leadOf(input);
  const late = input.calendar.map((market) => lead(market.daysAway));
  const later = late.slice(1, AHEAD);
  const days = input.calendar.reduce((sum, market) => sum + Math.max(0, market.daysAway), 0);
  return {
    visitors: visitors.slice(0, AHEAD),
    beyond: visitors.slice(AHEAD).reduce((sum, thousands) => sum + thousands, 0),
    lateNow: late[0] ?? 1,
    lateLater: later.length > 0 ? later.reduce((sum, chance) => sum + chance, 0) / later.length : 0,
    isOver: lead(days) > 1 - 1e-9,
    holdingRate: input.holdingRate,
    discount: input.discount,
  };
}

/** Chance that an order takes longer than this many days. */
function leadOf({ partner }: PlanInput): (days: number) => number {
  const total = partner.leadPmf.reduce((sum, [, p]) => sum + p, 0);
  return (days) => partner.leadPmf.reduce((sum, [lead, p]) => (lead > days ? sum + p / total : sum), 0);
}
