import * as v from 'valibot';

/** The small shapes every subject's facts are made of, parsed once where they come in. */
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** Free text a person typed; long enough for a note, short enough to keep an entry under its limit. */
export const Text = v.pipe(v.string(), v.maxLength(2_000));
export const ShortText = v.pipe(v.string(), v.maxLength(200));
/** Whole number of the currency's smallest unit; refunds and paying out are negative where the field says so. */
export const MinorAmount = v.pipe(v.number(), v.safeInteger());
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));
/** Tax rate in millionths: 70000 is 7 %. */
export const Rate = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));
/** Basis points: 7000 is 70 %. */
export const BasisPoints = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000));
export const InstantMs = v.pipe(v.number(), v.safeInteger());
/** `YYYY-MM-DD`, a date on the market's own calendar. */
export const LocalDate = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
/** `HH:MM`, 24 h, on the market's own clock. */
export const LocalTime = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/));
/** base64url SHA-256. */
export const HashText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
/** Heads a document covers: device → newest entry. */
export const Heads = v.record(Id, v.object({ n: Count, hash: HashText }));

export type WorkId = string;
export type VariantId = string;
export type EditionId = string;
export type PhotographerId = string;
export type TermsId = string;
export type PlaceId = string;
export type PersonId = string;
export type SaleId = string;
export type RefundId = string;
export type DrawerId = string;
export type MarketDayId = string;
export type AttemptId = string;
export type PriceRowId = string;
