import type { Kysely, Transaction } from 'kysely';

/**
 * The hub's tables. Every one is led by the collective's id, so that a collective can be moved, restored or put on a
 * database of its own. Booleans are 0 and 1, instants milliseconds UTC: the same text runs on SQLite and PostgreSQL.
 */
export interface Schema {
  collectives: CollectivesTable;
  lives: LivesTable;
  journal: JournalTable;
  heads: HeadsTable;
  signed_heads: SignedHeadsTable;
  devices: DevicesTable;
  invitations: InvitationsTable;
  media: MediaTable;
  published_media: PublishedMediaTable;
  receipts: ReceiptsTable;
  late_days: LateDaysTable;
}

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

interface CollectivesTable {
  id: string;
  is_example: number;
  /** The greatest stamp in its journal: what the hub's next entry must come after. */
  latest_stamp: string;
  created_at: number;
}

/** A life of the hub in this collective: begun when the database is made or restored, with a key of its own. */
interface LivesTable {
  collective: string;
  counter: number;
  random: string;
  device: string;
  public_key: string;
  secret_key: string;
  begun_at: number;
}

export interface JournalTable {
  collective: string;
  device: string;
  n: number;
  /** 0 is the branch the hub continues; a fork's other branches are kept beside it. */
  branch: number;
  hash: string;
  envelope: string;
  payload: string | null;
  payload_hash: string;
  type: string;
  about: string;
  day: string;
  received_at: number;
}

interface HeadsTable {
  collective: string;
  device: string;
  n: number;
  hash: string;
}

/** Signed heads whose entries are all here: the newest, and one in each stretch before it. */
interface SignedHeadsTable {
  collective: string;
  device: string;
  n: number;
  hash: string;
  signature: string;
  public_key: string;
}

/** Rows stay when a tablet is removed: its letters are never given again. */
interface DevicesTable {
  collective: string;
  device: string;
  public_key: string;
  class: 'lead' | 'stall';
  letters: string;
  name: string;
  token_hash: string | null;
  paired_at: number;
  last_seen: number;
  app_version: string;
  removed_at: number | null;
}

/** `collective` is '' for the code that founds one. */
interface InvitationsTable {
  collective: string;
  code_hash: string;
  class: 'lead' | 'stall';
  /** `link`: printed where the hub runs, renewed when it has expired; `code`: asked for by a lead; `found`: see above. */
  kind: 'link' | 'code' | 'found';
  created_at: number;
  expires_at: number;
  used_at: number | null;
  used_by: string | null;
}

/** The bytes lie in files, see media.ts. */
interface MediaTable {
  collective: string;
  sha: string;
  type: string;
  bytes: number;
  received_at: number;
}

/** Pictures that a public fact names: anyone may see them. */
interface PublishedMediaTable {
  collective: string;
  sha: string;
}

/** From the secret in a receipt's QR to its sale, and from a sale to its void and refunds (their secret is ''). */
interface ReceiptsTable {
  collective: string;
  secret: string;
  sale: string;
  hash: string;
}

/** Market days for which `device` is bringing facts of closed drawers: to be looked at when it has sent everything. */
interface LateDaysTable {
  collective: string;
  day: string;
  device: string;
  touched_at: number;
}
