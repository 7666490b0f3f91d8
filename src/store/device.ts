import { makeDeviceKey, type DeviceId, type DeviceKey } from '../journal/device-key.ts';
import { toBase64Url, type Hash } from '../journal/hash.ts';
import type { OwnDevice, StallDb } from './db.ts';

/** What a tablet knows of its hub. The token lies beside the journal, so that both are lost together. */
export interface HubLink {
  /** Where the API is, '' for the address this page came from. */
  readonly url: string;
  readonly token: string;
  readonly hubId: DeviceId;
  readonly life: { readonly counter: number; readonly random: string };
  /** What goes on receipts and labels; '' while the hub only knows itself as localhost. */
  readonly publicUrl: string;
}

/** How far the hub has this tablet's entries, and what its clock said. */
export interface SyncState {
  readonly acked: { readonly n: number; readonly hash: Hash } | null;
  readonly lastSentAt: number | null;
  /** Hub clock minus this tablet's, milliseconds, as last learnt. */
  readonly offset: number;
  /** Why nothing goes through until a person has done something; null when nothing is needed. */
  readonly needs: 'enrolment' | 'update' | 'hub-update' | 'fork' | 'old-hub' | 'refused' | null;
}

/** Before the first exchange with a hub. */
export const NOT_SENT: SyncState = { acked: null, lastSentAt: null, offset: 0, needs: null };

/** An identity this tablet had before it joined the same collective again, and how far the hub has its entries. */
export interface FormerDevice {
  readonly key: DeviceKey;
  readonly letters: string;
  readonly acked: SyncState['acked'];
  /**
   * Only where the hub continues another branch under this name: its entries up to this number, past `acked`, have been
   * written down again under the present identity, and are sent as that one's.
   */
  readonly reissued?: number;
  /** The hub knew this name no more when the tablet joined again: what it lacks of it comes in by a rescue file only. */
  readonly removed?: true;
}

/** The names in `meta`, with what lies under them. */
interface Meta {
  readonly device: OwnDevice;
  /** What was sold under them is sent as long as a hub lacks it: a restored one may ask again. */
  readonly former: readonly FormerDevice[];
  readonly hub: HubLink;
  readonly sync: SyncState;
  /** The day selected on this tablet. */
  readonly day: string;
  /** Who is at the tablet. */
  readonly person: string;
  /** Wrong PINs in a row, and when the last one was asked. */
  readonly pinTries: { readonly wrong: number; readonly at: number };
}

/** What the tablet keeps for itself in this collective, by name; undefined if it never did. */
export async function readMeta<K extends keyof Meta>(db: StallDb, name: K): Promise<Meta[K] | undefined> {
  // Written only by writeMeta, with the type the name has.
  return (await db.meta.get(name))?.value as Meta[K] | undefined;
}

/** Inside a transaction that spans `meta`, or on its own. */
export async function writeMeta<K extends keyof Meta>(db: StallDb, name: K, value: Meta[K]): Promise<void> {
  await db.meta.put({ name, value });
}

/** This tablet's identity; made once, at first start. A tablet that sells alone leads its own collective as A. */
export async function ownDevice(
  db: StallDb,
  made: { readonly letters: string; readonly name: string; readonly class: 'lead' | 'stall'; readonly now: number },
  seed: Uint8Array,
): Promise<OwnDevice> {
  return db.transaction('rw', db.meta, async () => {
    const known = await readMeta(db, 'device');
    if (known) return known;
    const { letters, name, now } = made;
    const device: OwnDevice = { key: makeDeviceKey(seed), letters, name, class: made.class, madeAt: now };
    await writeMeta(db, 'device', device);
    return device;
  });
}

/** 16 random bytes as base64url: salts, secrets, ids. */
export function randomText(bytes = 16): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}
