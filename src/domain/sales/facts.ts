import * as v from 'valibot';
import { Count, Id, InstantMs, MinorAmount, Rate, ShortText, Text } from '../parts.ts';

/**
 * The numbered copy a unit was sold as. `marked`: the number was on the paper before the sale (the print is the
 * lock); otherwise it came from this tablet's lease and the sale marks it. `number: null`: the number follows.
 */
export const SoldCopy = v.object({ edition: Id, number: v.nullable(Count), marked: v.boolean() });

/** One unit of a line: what the shopper pays for it, all taxes included, and the tax in it per rate of the line. */
export const SaleUnit = v.object({
  paid: MinorAmount,
  taxes: v.array(MinorAmount),
  copy: v.exactOptional(SoldCopy),
});

/** Percent in basis points, or an amount. */
export const Discount = v.object({
  kind: v.picklist(['percent', 'amount']),
  value: MinorAmount,
  reason: v.exactOptional(ShortText),
});

/**
 * A line as it was sold. `variant` and `work` are '' for a custom amount. `price` is the list price of one unit.
 * `taxes` are rounded once per line and never recomputed; the units' taxes add up to them.
 */
export const SaleLine = v.object({
  variant: v.pipe(v.string(), v.maxLength(64)),
  work: v.pipe(v.string(), v.maxLength(64)),
  photographer: v.pipe(v.string(), v.maxLength(64)),
  terms: v.pipe(v.string(), v.maxLength(64)),
  sku: ShortText,
  title: ShortText,
  label: ShortText,
  price: MinorAmount,
  units: v.pipe(v.array(SaleUnit), v.minLength(1), v.maxLength(500)),
  taxes: v.array(v.object({ rate: Rate, net: MinorAmount, tax: MinorAmount })),
  discount: v.exactOptional(Discount),
  note: v.exactOptional(Text),
});

/** A price row that applied itself: what it saved, on which units (`[line, unit]`). */
export const AppliedRow = v.object({
  priceRow: Id,
  name: ShortText,
  saved: MinorAmount,
  units: v.array(v.tuple([Count, Count])),
});

/**
 * A way of paying within a sale. `amount` is what it settles; cash also says what was given and given back. `exchange`
 * moves no money: both halves of an exchange are settled with it, and no way of paying a lead names is of this kind.
 */
export const Tender = v.object({
  kind: v.picklist(['cash', 'card', 'qr', 'voucher', 'other', 'exchange']),
  name: v.exactOptional(ShortText),
  amount: MinorAmount,
  given: v.exactOptional(MinorAmount),
  change: v.exactOptional(MinorAmount),
  attempt: v.exactOptional(Id),
  /** Slip number, voucher number. */
  reference: v.exactOptional(ShortText),
});

/** Lines + rounding = tenders. */
export const SaleCompleted = v.object({
  sale: Id,
  /** Tablet letters and a count: `A-0043`. */
  receipt: ShortText,
  /** 128 random bits, base64url; who has it may see the receipt. */
  secret: ShortText,
  drawer: Id,
  place: Id,
  currency: v.pipe(v.string(), v.length(3)),
  taxIncluded: v.boolean(),
  lines: v.pipe(v.array(SaleLine), v.minLength(1), v.maxLength(200)),
  rows: v.array(AppliedRow),
  discount: v.exactOptional(Discount),
  rounding: MinorAmount,
  tenders: v.pipe(v.array(Tender), v.minLength(1), v.maxLength(50)),
  note: v.exactOptional(Text),
  /** Written on paper first: when it was sold, as the person says. */
  soldAt: v.exactOptional(InstantMs),
  /** The refund this sale is the other half of, and the sale whose pieces came back with it. */
  exchangeOf: v.exactOptional(Id),
  exchangedSale: v.exactOptional(Id),
});

/** Undo within ten seconds of a cash sale. The receipt number stays used. Carries what folds need. */
export const SaleVoided = v.object({
  sale: Id,
  receipt: ShortText,
  drawer: Id,
  place: Id,
  units: v.array(v.object({ line: Count, unit: Count, variant: v.string(), copy: v.exactOptional(SoldCopy) })),
});

/** One unit given back, with the amounts stored at its sale: the rest is not priced again. */
export const RefundedUnit = v.object({
  line: Count,
  unit: Count,
  variant: v.string(),
  work: v.string(),
  photographer: v.string(),
  terms: v.string(),
  title: ShortText,
  label: ShortText,
  paid: MinorAmount,
  taxes: v.array(v.object({ rate: Rate, net: MinorAmount, tax: MinorAmount })),
  copy: v.exactOptional(SoldCopy),
});

/** `tenders` are what was paid back, as positive amounts; `rounding` as in a sale: units + rounding = tenders. */
export const SaleRefunded = v.object({
  refund: Id,
  /** This tablet's own number for it. */
  receipt: ShortText,
  sale: Id,
  saleReceipt: ShortText,
  units: v.pipe(v.array(RefundedUnit), v.minLength(1), v.maxLength(500)),
  rounding: MinorAmount,
  tenders: v.array(Tender),
  drawer: Id,
  place: Id,
  putBack: v.boolean(),
  reason: v.exactOptional(Text),
});

export type SoldCopy = v.InferOutput<typeof SoldCopy>;
export type SaleUnit = v.InferOutput<typeof SaleUnit>;
export type Discount = v.InferOutput<typeof Discount>;
export type SaleLine = v.InferOutput<typeof SaleLine>;
export type AppliedRow = v.InferOutput<typeof AppliedRow>;
export type Tender = v.InferOutput<typeof Tender>;
export type SaleCompleted = v.InferOutput<typeof SaleCompleted>;
export type SaleVoided = v.InferOutput<typeof SaleVoided>;
export type RefundedUnit = v.InferOutput<typeof RefundedUnit>;
export type SaleRefunded = v.InferOutput<typeof SaleRefunded>;
