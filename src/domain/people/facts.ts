import * as v from 'valibot';
import { Count, Id, MinorAmount, ShortText, Text } from '../parts.ts';

/** A slow hash of a PIN: PBKDF2-SHA-256, base64url. */
export const PinHash = v.object({ salt: ShortText, hash: ShortText, rounds: Count });

export const PersonFields = v.partial(
  v.object({
    name: ShortText,
    role: v.picklist(['lead', 'photographer', 'volunteer']),
    photographer: v.pipe(v.string(), v.maxLength(64)),
    pin: v.nullable(PinHash),
    retired: v.boolean(),
  }),
);
export const PersonRevised = v.object({ person: Id, fields: PersonFields });

/** What is the same on every tablet of a collective. */
export const CollectiveFields = v.partial(
  v.object({
    name: ShortText,
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    /** BCP 47: how money and dates are written. */
    locale: ShortText,
    zone: ShortText,
    taxIncluded: v.boolean(),
    /** Smallest coin in minor units that cash totals are rounded to; 0 or 1: not rounded. */
    cashRounding: MinorAmount,
    /** Ways of paying besides cash and card, as the lead names them. */
    tenders: v.pipe(
      v.array(
        v.object({
          name: ShortText,
          kind: v.picklist(['qr', 'voucher', 'other']),
          /** Where a bank code's money goes; without it the stall shows a code of its own. */
          account: v.exactOptional(v.object({ iban: ShortText, holder: ShortText })),
        }),
      ),
      v.maxLength(12),
    ),
    /** The lead's PIN on a stall tablet: refunds, exports, shares. */
    leadPin: v.nullable(PinHash),
    /** Printed under each receipt: who sells, tax number. */
    receiptHead: Text,
    receiptFoot: Text,
    /** Fictional: marked on screen, receipts and exports. */
    example: v.boolean(),
  }),
);
export const CollectiveRevised = v.object({ fields: CollectiveFields });

/** The hub's: a tablet was paired. */
export const TabletPaired = v.object({
  device: Id,
  publicKey: ShortText,
  class: v.picklist(['lead', 'stall']),
  letters: ShortText,
  name: ShortText,
});

export type PinHash = v.InferOutput<typeof PinHash>;
export type PersonFields = v.InferOutput<typeof PersonFields>;
export type CollectiveFields = v.InferOutput<typeof CollectiveFields>;
export type TabletPaired = v.InferOutput<typeof TabletPaired>;
