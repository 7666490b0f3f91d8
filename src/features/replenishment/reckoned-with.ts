import type { Minor } from '../../domain/money.ts';
import { USUAL_COST } from '../../domain/replenishment/plan-input.ts';
import { instantOf, type Instant } from '../../domain/time.ts';
import type { Stall } from '../../store/stall.tsx';

/** What one costs to have made; where nobody said, the part of its price the rule reckons with. */
export function unitCost({ catalogue }: Stall, id: string): Minor {
  const variant = catalogue.variantById.get(id);
  return variant?.cost ?? Math.round((variant?.price ?? 0) * USUAL_COST);
}

export function isCostKnown({ catalogue }: Stall, id: string): boolean {
  return typeof catalogue.variantById.get(id)?.cost === 'number';
}

/** A planned market that is still to come. */
interface ComingPlan {
  readonly name: string;
  readonly start: Instant;
  /** null: nobody has said. */
  readonly expectedFootfall: number | null;
}

/** By their start. */
export function comingMarkets({ catalogue, now }: Stall): readonly ComingPlan[] {
  return catalogue.plans
    .filter((plan) => !plan.cancelled && plan.date !== '')
    .map(({ name, date, opens, zone, expectedFootfall }) => ({
      name,
      start: instantOf(date, opens, zone || 'UTC'),
      expectedFootfall: expectedFootfall ?? null,
    }))
    .filter(({ start }) => start > now())
    .toSorted((a, b) => a.start - b.start);
}
