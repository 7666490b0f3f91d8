/** [from this many, cost of one]; ascending, the first from 1. */
type Tier = readonly [fromQuantity: number, unitCost: number];

/** A sellable form as the rule sees it. Money is in the currency's whole unit, not in minor units. */
export interface Print {
  readonly id: string;
  readonly photographer: string;
  readonly format: string;
  readonly price: number;
  readonly tiers: readonly Tier[];
  readonly setupFee: number;
  /** Size of a pack; orders are whole packs. */
  readonly multiple: number;
  /** Smallest order. */
  readonly moq: number;
  readonly space: number;
  /** What the photographer expects to sell to 1000 visitors. */
  readonly guess: number | null;
  readonly salvage: number;
  /** Copies that may still be printed; null: open edition. */
  readonly editionLeft: number | null;
  readonly onHand: number;
  readonly onOrder: number;
}

/** A print at a past market; `t` and `sales` in minutes since the opening, one sale per unit, net of returns. */
export interface Line {
  readonly id: string;
  readonly opening: number;
  readonly received: readonly { readonly t: number; readonly qty: number }[];
  readonly sales: readonly number[];
}

/** A market that has been. A print without a line was not shown. */
export interface PastMarket {
  readonly market: number;
  readonly daysSincePrevious: number;
  readonly expectedFootfall: number;
  readonly countedByHour: readonly number[];
  readonly minutes: number;
  readonly lines: readonly Line[];
}

/** A market to come; `daysAway` since the market before it. The first is the one decided for. */
export interface ComingMarket {
  readonly market: number;
  readonly daysAway: number;
  readonly expectedFootfall: number;
  readonly days: number;
}

export interface PlanInput {
  readonly v: 1;
  readonly phase: 'order' | 'pack' | 'rush';
  readonly market: number;
  readonly catalog: readonly Print[];
  readonly history: readonly PastMarket[];
  readonly calendar: readonly ComingMarket[];
  readonly partner: {
    readonly orderFee: number;
    readonly leadPmf: readonly (readonly [days: number, p: number])[];
    readonly rush: null | {
      readonly cutoff: number;
      readonly arrives: number;
      readonly costFactor: number;
      readonly fee: number;
      readonly onTime: number;
    };
  };
  /** null: none. */
  readonly limits: { readonly budget: number | null; readonly capacity: number | null };
  readonly holdingRate: number;
  readonly discount: number;
  /** Rush only: today so far. */
  readonly live?: {
    readonly minute: number;
    readonly countedByHour: readonly number[];
    readonly lines: readonly Line[];
  };
}

/** What the sentence is made of: every number in it, so that it can be said in the collective's language. */
export interface Because {
  /** The last market where it lay on the table; null: never shown yet. `soldOutAt` in minutes since the opening. */
  readonly last: null | {
    readonly sold: number;
    readonly of: number;
    readonly soldOutAt: number | null;
    /** Part of the day's visitors still to come when it sold out. */
    readonly toCome: number;
  };
  /** Hardly any visitor has seen it yet. */
  readonly early: boolean;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** On hand and on order, never below nothing. */
  readonly inHand: number;
  readonly quantity: number;
  /** What of it the next market alone may want, nine times in ten; the rest is for those after it. */
  readonly forNext: number;
  readonly editionAfter: number | null;
  /** Chance that an order made now misses the next market. */
  readonly tooLate: number;
  /** Wanted, but there was no money left for it. */
  readonly overBudget: number | null;
}

interface OrderLine {
  readonly id: string;
  readonly qty: number;
  readonly why: string;
  readonly because: Because;
}

/** `low` and `high`: 10 % and 90 % quantile at the next market; `cover`: chance that what there is then will do. */
export interface PrintForecast {
  readonly id: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly cover: number;
  readonly why: string;
  readonly because: Because;
}

export type PlanProblemKind =
  'not-an-object' | 'unknown-version' | 'unknown-phase' | 'missing' | 'not-a-number' | 'out-of-range' | 'duplicate';

export interface PlanProblem {
  readonly kind: PlanProblemKind;
  readonly id?: string;
  readonly market?: number;
  readonly field?: string;
}

export interface PlanOutput {
  /** Phase order; best first. */
  readonly orders?: readonly OrderLine[];
  /** Phase pack; null: everything fits. */
  readonly bring?: readonly { readonly id: string; readonly qty: number }[] | null;
  /** Phase rush; not bound by the budget. */
  readonly rush?: readonly { readonly id: string; readonly qty: number }[];
  /** Phase order: every print of the catalogue. */
  readonly forecast?: readonly PrintForecast[];
  readonly problems?: readonly PlanProblem[];
}
