import * as v from 'valibot';
import { Id, MinorAmount, ShortText } from '../parts.ts';

/** Written before the amount leaves for a reader or a code is shown. */
export const PaymentHandedOff = v.object({
  attempt: Id,
  sale: Id,
  provider: v.picklist(['manual-card', 'bank-qr']),
  amount: MinorAmount,
  currency: v.pipe(v.string(), v.length(3)),
  /** The name of the way of paying, as the lead gave it. */
  tender: v.exactOptional(ShortText),
  /** What the till's code put into the transfer's text. */
  reference: v.exactOptional(ShortText),
});

/** What is known of an attempt afterwards, and from whom. `unknown`: the sale stands, nobody charges again. */
export const PaymentResolved = v.object({
  attempt: Id,
  sale: Id,
  outcome: v.picklist(['succeeded', 'failed', 'cancelled', 'unknown', 'claimed', 'reversed']),
  evidence: v.picklist(['operator', 'callback', 'api', 'webhook', 'statement']),
  reference: v.exactOptional(ShortText),
  note: v.exactOptional(ShortText),
});

export type PaymentHandedOff = v.InferOutput<typeof PaymentHandedOff>;
export type PaymentResolved = v.InferOutput<typeof PaymentResolved>;
