import * as v from 'valibot';
import { HashText } from '../domain/parts.ts';
import type { Entry } from '../journal/entry.ts';
import { hashText } from '../journal/hash.ts';

/** The hub serves this and the one before. */
export const PROTOCOL = 1;

/** What one request may carry. `commit` keeps entries under `entryBytes`, so the hub never refuses what it let through. */
export const LIMITS = {
  batchEntries: 500,
  batchBytes: 1_000_000,
  bodyBytes: 2_000_000,
  unzippedBytes: 16_000_000,
  requestEntries: 2_000,
  entryBytes: 64_000,
  pageEntries: 2_000,
} as const;

const DeviceIdText = v.pipe(v.string(), v.regex(/^[A-HJ-NP-Z2-9]{16}$/));
const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/));
const PublicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Up to the year 9999: what a tablet adds to its own clock must stay a time. */
const HubNow = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(253_402_300_799_999));
const IdText = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
/** Also the name of a folder on the hub. */
const CollectiveId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const Letters = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}$/));

/** On the wire an entry is its two texts; its hash is computed by whoever gets it. null: sealed. */
export const WireEntry = v.tuple([v.string(), v.nullable(v.string())]);
const WireHeads = v.record(DeviceIdText, v.object({ n: Whole, hash: HashText }));
/** A device's word for its own head; with it any tablet may bring entries that the hub lost. */
export const SignedHead = v.object({ n: Whole, hash: HashText, signature: Signature, publicKey: PublicKey });
const SignedHeads = v.record(DeviceIdText, SignedHead);
/** A hub begins a new life whenever its database is created or restored. Higher counters win. */
const Life = v.object({ counter: Whole, random: IdText });

/** `POST /api/sync`: how far the tablet is, and a batch of what the hub lacks. */
export const SyncRequest = v.object({
  protocol: v.number(),
  collective: IdText,
  /** Random; the reply repeats it. */
  request: IdText,
  /** The newest hub life this tablet knows. */
  life: v.nullable(Life),
  /** Signature over the last own entry in this batch. */
  last: v.nullable(SignedHead),
  /** Signed heads of other devices whose entries are in this batch. */
  signed: v.exactOptional(SignedHeads),
  /** Of those, the identities this tablet had before, each with its signature that it is this one now. */
  successor: v.exactOptional(v.record(DeviceIdText, Signature)),
  /** Where this tablet stands before the hub's answer: its own whole journal, and what it holds of others. */
  heads: WireHeads,
  entries: v.pipe(v.array(WireEntry), v.maxLength(LIMITS.requestEntries)),
});

/** What the hub answers, read in one transaction: how far it is, and a page of what the tablet lacks. */
export const SyncReply = v.object({
  protocol: v.literal(PROTOCOL),
  hubId: DeviceIdText,
  life: Life,
  inReplyTo: IdText,
  hubNow: HubNow,
  heads: WireHeads,
  signed: SignedHeads,
  /** Payloads the hub holds only as hashes; who holds the text and may, sends it. */
  wanted: v.array(HashText),
  entries: v.array(WireEntry),
  more: v.boolean(),
});

/** Every answer that is not a reply is JSON of this shape; anything else (a portal's page) is no answer at all. */
export const Refusal = v.object({
  kind: v.picklist([
    'not-enrolled',
    'malformed',
    'unsigned-foreign-entry',
    'forked',
    /** The tablet speaks a protocol that this hub serves no more: the till needs its update. */
    'protocol-too-old',
    /** The tablet speaks a later one than this hub knows: the hub needs its update. */
    'hub-too-old',
    /** This hub was restored elsewhere since; the tablet knows the newer life and keeps its entries for that one. */
    'older-life',
    'too-large',
    'slow-down',
    'hub-busy',
    'not-found',
    'code-unknown',
    'code-expired',
    'code-used',
    'not-allowed',
    'collective-taken',
  ]),
  /** What and where, for a log; screens have their own words. */
  detail: v.exactOptional(v.string()),
  retryAfterSeconds: v.exactOptional(v.number()),
  /** With `forked`: the hub's head of the asking tablet, to be checked against the journal as it is by then. */
  head: v.exactOptional(v.object({ n: Whole, hash: HashText })),
});

/** `POST /api/enrol`: a one-time link's secret or an 8-character code buys a token for this key. */
export const EnrolRequest = v.object({
  code: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  publicKey: PublicKey,
  name: v.pipe(v.string(), v.maxLength(60)),
  /** What stands on its receipts already: a hub that has forgotten this tablet gives them again, if nobody else has them. */
  letters: v.exactOptional(Letters),
});

/**
 * `POST /api/collectives`: a tablet that sold alone brings its own collective to this hub and leads it; `code` is the
 * one that the hub prints at its start.
 */
export const FoundRequest = v.object({
  collective: CollectiveId,
  publicKey: PublicKey,
  name: v.pipe(v.string(), v.maxLength(60)),
  letters: Letters,
  code: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  /** The newest hub life it knows, if it has had a hub before: this hub's life comes after it. */
  life: v.exactOptional(v.nullable(Life)),
});

/** The answer to both. */
export const EnrolReply = v.object({
  collective: IdText,
  token: v.pipe(v.string(), v.minLength(20), v.maxLength(128)),
  class: v.picklist(['lead', 'stall']),
  letters: Letters,
  hubId: DeviceIdText,
  life: Life,
  hubNow: HubNow,
  /** What goes on labels and receipts; '' while the hub only knows itself as localhost. */
  publicUrl: v.string(),
  example: v.boolean(),
});

/** `POST /api/invitations` (lead): a code for one more tablet, 15 minutes, one use. */
export const InvitationRequest = v.object({ class: v.picklist(['lead', 'stall']) });
/** `expiresAt`: milliseconds UTC. */
export const InvitationReply = v.object({ code: v.string(), url: v.string(), expiresAt: v.number() });

/** Of the rescue file's lines; a hub reads its own and says so of another. */
export const RESCUE_VERSION = 2;

/** The first line of a rescue file, and of each section of it: whose entries follow, and the head they end with. */
export const RescueHeader = v.object({
  kind: v.literal('imago-rescue'),
  version: v.literal(RESCUE_VERSION),
  collective: v.string(),
  device: DeviceIdText,
  /** For people, like the next. */
  letters: v.string(),
  savedAt: v.number(),
  signedHead: SignedHead,
  /** In the first line: the identities the tablet had before, whose sections follow, in this order. */
  former: v.exactOptional(v.array(DeviceIdText)),
});

/** Stands after the entries it covers. */
export const RescueSignature = v.object({ signedHead: SignedHead });

/** `POST /api/rescue`. `device` and `head` are of the file's first section, the counts of all. `left`: entries behind a gap, or on another branch than the hub's; nothing of them was stored. */
export interface RescueReply {
  readonly device: string;
  readonly entries: number;
  readonly stored: number;
  readonly left: number;
  readonly head: { readonly n: number; readonly hash: string } | null;
}

export type RescueHeader = v.InferOutput<typeof RescueHeader>;
export type RescueSignature = v.InferOutput<typeof RescueSignature>;
export type SignedHead = v.InferOutput<typeof SignedHead>;
export type SyncRequest = v.InferOutput<typeof SyncRequest>;
export type SyncReply = v.InferOutput<typeof SyncReply>;
export type Refusal = v.InferOutput<typeof Refusal>;
export type EnrolRequest = v.InferOutput<typeof EnrolRequest>;
export type EnrolReply = v.InferOutput<typeof EnrolReply>;
export type FoundRequest = v.InferOutput<typeof FoundRequest>;
export type InvitationReply = v.InferOutput<typeof InvitationReply>;
export type WireEntry = v.InferOutput<typeof WireEntry>;
export type HubLife = v.InferOutput<typeof Life>;

/** As it was made: the texts are never written anew. */
export function toWire(entry: Entry): WireEntry {
  return [entry.envelope, entry.payload];
}

/** The hash is computed here, never taken from outside. */
export function fromWire([envelope, payload]: WireEntry): Entry {
  return { hash: hashText(envelope), envelope, payload };
}
