import * as v from 'valibot';
import { Count, Heads, Id, LocalDate, LocalTime, MinorAmount, ShortText, Text } from '../parts.ts';

/** A planned market day. Its id is the hash of collective, market, local date and session. */
export const MarketDayFields = v.partial(
  v.object({
    name: ShortText,
    /** Where, in words. */
    venue: ShortText,
    /** The stock place the stall sells from. */
    place: Id,
    date: LocalDate,
    session: ShortText,
    opens: LocalTime,
    closes: LocalTime,
    zone: ShortText,
    float: MinorAmount,
    taxIncluded: v.boolean(),
    people: v.pipe(v.array(Id), v.maxLength(50)),
    /** Visitors the venue expects. */
    expectedFootfall: v.nullable(Count),
    cancelled: v.boolean(),
  }),
);
export const MarketDayRevised = v.object({ marketDay: Id, fields: MarketDayFields });
/** The day is open from here; any tablet may say so, more than one may. Prices are those of this stamp. */
export const MarketDayOpened = v.object({ marketDay: Id, fields: MarketDayFields, taxIncluded: v.boolean() });
export const MarketDayClosed = v.object({ marketDay: Id });
/**
 * The hub numbers what came in after the drawers were closed: everything of `drawers` under `heads` that no Z and no
 * amendment covers which it knows of. 1, 2, 3 … in each market day, one for each sending of a tablet.
 */
export const MarketDayAmended = v.object({
  marketDay: Id,
  number: v.pipe(Count, v.minValue(1)),
  drawers: v.pipe(v.array(Id), v.minLength(1), v.maxLength(1_000)),
  heads: Heads,
});

/** Coins and notes: value of one piece in minor units → pieces. */
export const Denominations = v.record(v.pipe(v.string(), v.regex(/^\d+$/)), Count);

/** `counted: null`: the float was not counted. */
export const DrawerOpened = v.object({
  drawer: Id,
  letters: ShortText,
  counted: v.nullable(MinorAmount),
  denominations: v.exactOptional(Denominations),
});
export const CashPaidIn = v.object({ drawer: Id, amount: v.pipe(MinorAmount, v.minValue(1)), reason: Text });
export const CashPaidOut = v.object({ drawer: Id, amount: v.pipe(MinorAmount, v.minValue(1)), reason: Text });

/**
 * The blind close of a drawer. Never changed: what lies beyond `heads` is late and belongs to a later Z or to a
 * numbered amendment. `sums` are what the entries under `heads` add up to, so that the paper can be checked.
 */
export const DrawerClosed = v.object({
  drawer: Id,
  /** `A-Z7`. */
  z: ShortText,
  heads: Heads,
  counted: MinorAmount,
  denominations: v.exactOptional(Denominations),
  expected: MinorAmount,
  reason: v.exactOptional(Text),
  sums: v.object({
    /** Less than none where a sale was undone that an earlier Z holds. */
    sales: MinorAmount,
    refunds: Count,
    voids: Count,
    takings: MinorAmount,
    refunded: MinorAmount,
    rounding: MinorAmount,
    tenders: v.record(v.string(), MinorAmount),
    taxes: v.array(v.object({ rate: Count, net: MinorAmount, tax: MinorAmount })),
    float: MinorAmount,
    paidIn: MinorAmount,
    paidOut: MinorAmount,
  }),
});

export type MarketDayFields = v.InferOutput<typeof MarketDayFields>;
export type MarketDayOpened = v.InferOutput<typeof MarketDayOpened>;
export type MarketDayAmended = v.InferOutput<typeof MarketDayAmended>;
export type DrawerOpened = v.InferOutput<typeof DrawerOpened>;
export type DrawerClosed = v.InferOutput<typeof DrawerClosed>;
export type Denominations = v.InferOutput<typeof Denominations>;
