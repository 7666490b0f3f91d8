import { Dexie, type Table } from 'dexie';
import type { DeviceId, DeviceKey } from '../journal/device-key.ts';
import type { Hash } from '../journal/hash.ts';
import type { Stamp } from '../journal/stamp.ts';
import type { CopyRow } from '../domain/editions/copies.ts';
import type { MarketDayRow } from '../domain/market-days/days.ts';
import { projections } from '../domain/projections.ts';
import type { RecordRow } from '../domain/record.ts';
import { noteClosed } from './closed.ts';
import type { StockCountRow, StockMovesRow } from '../domain/stock/levels.ts';

/** An entry as it lies here: the two texts, and what they are found by (of private facts the true `about` and `day`). */
export interface JournalRow {
  readonly hash: Hash;
  readonly device: DeviceId;
  readonly n: number;
  readonly about: string;
  readonly day: string;
  readonly envelope: string;
  readonly payload: string | null;
}

/** Where a device stands here. */
export interface HeadRow {
  readonly device: DeviceId;
  readonly n: number;
  readonly hash: Hash;
  readonly stamp: Stamp;
  /** Own head only: the last receipt and Z numbers given out by this tablet. */
  readonly receipts?: number;
  readonly zs?: number;
  /** Other devices: their own word for a head of theirs, kept to bring entries back to a hub that lost them. */
  readonly signed?: { readonly n: number; readonly hash: Hash; readonly signature: string; readonly publicKey: string };
}

/** A cart that is not a sale yet; `parked` ones wait under a remark. The cart's id is the sale's id. */
export interface DraftRow {
  readonly id: string;
  readonly state: 'open' | 'parked';
  readonly changedAt: number;
  readonly value: unknown;
}

/** One fact of this tablet's own life, by name; see `device.ts` for the names. */
interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}

/** Bytes with their type, never a Blob: WebKit refuses Blobs in IndexedDB in some windows. `sent`: 0 until the hub has it. */
interface MediaRow {
  readonly hash: Hash;
  readonly type: string;
  readonly bytes: ArrayBuffer;
  readonly sent: 0 | 1;
}

/** Raise when a table or an index changes without a projection's version. */
const TABLES = 1;

/**
 * A projection that folds differently is a new version of the database: an older page beside the newer one closes,
 * instead of going on to fold its old way into rows that were just refolded.
 */
export function schemaVersion(folded: readonly { readonly version: number }[]): number {
  return folded.reduce((sum, { version }) => sum + version - 1, TABLES);
}

/** The tablet's database, one per collective. */
export class StallDb extends Dexie {
  readonly journal!: Table<JournalRow, Hash>;
  readonly folded!: Table<{ first: Hash }, Hash>;
  readonly heads!: Table<HeadRow, DeviceId>;
  readonly drafts!: Table<DraftRow, string>;
  readonly meta!: Table<MetaRow, string>;
  readonly media!: Table<MediaRow, Hash>;
  readonly records!: Table<RecordRow, string>;
  readonly stockMoves!: Table<StockMovesRow, string>;
  readonly stockCounts!: Table<StockCountRow, string>;
  readonly copies!: Table<CopyRow, string>;
  readonly marketDays!: Table<MarketDayRow, string>;

  readonly collective: string;

  constructor(collective: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    // Strict: `complete` fires after the flush, so what a screen calls sold survives a power cut.
    super(`imago-${collective}`, { chromeTransactionDurability: 'strict', ...options });
    this.collective = collective;
    this.version(schemaVersion(projections)).stores({
      journal: 'hash, [device+n], about, day',
      folded: 'first',
      heads: 'device',
      drafts: 'id, state',
      meta: 'name',
      media: 'hash, sent',
      records: 'key, kind',
      stockMoves: 'key, [place+date]',
      stockCounts: 'key, place',
      copies: 'key, edition',
      marketDays: 'key',
    });
    // A newer build in another tab folds differently: this one closes, and stays closed until its page is loaded again.
    // `false` keeps Dexie from its own answer, to open again at the next sale and write rows the newer build would miss.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      noteClosed(this, 'taken');
      return false;
    });
  }
}

/** A tablet's own identity; made at first start, in the same database as the journal so that both are lost together. */
export interface OwnDevice {
  readonly key: DeviceKey;
  readonly letters: string;
  readonly name: string;
  readonly class: 'lead' | 'stall';
  readonly madeAt: number;
}
