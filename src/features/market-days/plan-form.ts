import { readAmount } from '../../domain/amount-text.ts';
import type { MarketPlan } from '../../domain/catalogue/catalogue.ts';
import type { DayPlan } from '../../domain/market-days/plan-day.ts';
import { decimalText } from '../../domain/money.ts';
import { wallClock } from '../../domain/time.ts';
import type { Stall } from '../../store/stall.tsx';

/** A plan as typed. */
export interface TypedPlan extends Omit<DayPlan, 'float' | 'expectedFootfall'> {
  readonly float: string;
  readonly visitors: string;
}

/** The plan as it stands; or a first guess for a new one. */
export function planToTyped({ catalogue, zone, now }: Stall, plan: MarketPlan | undefined, digits: number): TypedPlan {
  if (plan) {
    const { name, venue, date, session, opens, closes, taxIncluded, people, place, expectedFootfall } = plan;
    return {
      name,
      venue,
      date,
      session,
      opens,
      closes,
      taxIncluded,
      people,
      place,
      zone: plan.zone || zone,
      float: decimalText(plan.float, digits),
      visitors: expectedFootfall === null ? '' : String(expectedFootfall),
    };
  }
  // Markets recur: the last one's hours, place and float are the best first guess.
  const last = catalogue.plans.findLast(({ cancelled }) => !cancelled);
  return {
    name: last?.name ?? '',
    venue: last?.venue ?? '',
    date: wallClock(now(), zone).date,
    session: '',
    opens: last?.opens ?? '10:00',
    closes: last?.closes ?? '17:00',
    taxIncluded: last?.taxIncluded ?? catalogue.collective.taxIncluded,
    people: [],
    place: last?.place ?? 'stall',
    zone: last?.zone || catalogue.collective.zone,
    float: last && last.float > 0 ? decimalText(last.float, digits) : '',
    visitors: '',
  };
}

/** What was typed, read; a figure that cannot be read is NaN, which `planDay` refuses. */
export function typedToPlan({ float, visitors, ...rest }: TypedPlan, digits: number): DayPlan {
  const expectedFootfall = visitors.trim() === '' ? null : Number(visitors);
  return { ...rest, float: readAmount(float, digits) ?? NaN, expectedFootfall };
}
