import { trustedEnvelope } from '../../journal/check.ts';
import type { DeviceId } from '../../journal/device-key.ts';
import type { Entry, Envelope, Head } from '../../journal/entry.ts';
import type { SignedHead } from '../../sync/protocol.ts';
import type { Tx } from './schema.ts';

/** The branch of a forked device that the hub continues. */
export const MAIN = 0;
/** Rows in one statement: well under SQLite's 32,766 and PostgreSQL's 65,535 values. */
const ROWS = 200;
/** Of the signed heads before the newest, one is kept in each stretch of this many entries. */
const STRETCH = 250;

/** An entry from outside whose envelope has been parsed and checked. */
export interface Checked {
  readonly entry: Entry;
  readonly envelope: Envelope;
}

/**
 * A device's newest entry, its row locked until the transaction ends.
 * On SQLite a transaction is the only writer anyway; on PostgreSQL this becomes `for update`.
 */
export async function lockHead(tx: Tx, collective: string, device: DeviceId): Promise<Head | undefined> {
  return await tx
    .selectFrom('heads')
    .select(['n', 'hash'])
    .where('collective', '=', collective)
    .where('device', '=', device)
    .executeTakeFirst();
}

export async function setHead(tx: Tx, collective: string, device: DeviceId, head: Head): Promise<void> {
  await tx
    .insertInto('heads')
    .values({ collective, device, n: head.n, hash: head.hash })
    .onConflict((conflict) => conflict.columns(['collective', 'device']).doUpdateSet({ n: head.n, hash: head.hash }))
    .execute();
}

export async function readHeads(tx: Tx, collective: string): Promise<ReadonlyMap<DeviceId, Head>> {
  const rows = await tx
    .selectFrom('heads')
    .select(['device', 'n', 'hash'])
    .where('collective', '=', collective)
    .orderBy('device')
    .execute();
  return new Map(rows.map((row) => [row.device, { n: row.n, hash: row.hash }]));
}

/** Stores entries on the main branch. Their numbers must be free: a taken one is a bug of the caller and throws. */
export async function insertEntries(
  tx: Tx,
  collective: string,
  entries: readonly (Entry | Checked)[],
  receivedAt: number,
): Promise<void> {
  for (let at = 0; at < entries.length; at += ROWS) {
    const rows = entries.slice(at, at + ROWS).map((one) => {
      const { entry, envelope } = 'entry' in one ? one : { entry: one, envelope: trustedEnvelope(one) };
      return {
        collective,
        device: envelope.device,
        n: envelope.n,
        branch: MAIN,
        hash: entry.hash,
        envelope: entry.envelope,
        payload: entry.payload,
        payload_hash: envelope.payload,
        type: envelope.type,
        about: envelope.about,
        day: envelope.day,
        received_at: receivedAt,
      };
    });
    await tx.insertInto('journal').values(rows).execute();
  }
}

/** What the hub holds of a device between two numbers, both included: hash by number. */
export async function hashesBetween(
  tx: Tx,
  collective: string,
  device: DeviceId,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .selectFrom('journal')
    .select(['n', 'hash'])
    .where('collective', '=', collective)
    .where('device', '=', device)
    .where('branch', '=', MAIN)
    .where('n', '>=', from)
    .where('n', '<=', to)
    .execute();
  return new Map(rows.map((row) => [row.n, row.hash]));
}

/** Gives sealed entries their payload back. The texts' hashes have been compared with the envelopes'. */
export async function unsealEntries(tx: Tx, collective: string, known: readonly Checked[]): Promise<Checked[]> {
  const brought = known.filter(({ entry }) => entry.payload !== null);
  const unsealed: Checked[] = [];
  for (let at = 0; at < brought.length; at += ROWS) {
    const some = brought.slice(at, at + ROWS);
    const sealed = await tx
      .selectFrom('journal')
      .select('hash')
      .where('collective', '=', collective)
      .where('payload', 'is', null)
      .where(
        'hash',
        'in',
        some.map(({ entry }) => entry.hash),
      )
      .execute();
    const missing = new Set(sealed.map((row) => row.hash));
    for (const one of some.filter(({ entry }) => missing.has(entry.hash))) {
      await tx
        .updateTable('journal')
        .set({ payload: one.entry.payload })
        .where('collective', '=', collective)
        .where('hash', '=', one.entry.hash)
        .execute();
      unsealed.push(one);
    }
  }
  return unsealed;
}

/** Keeps a signed head whose entries are all here, and lets go of the one it makes superfluous. */
export async function keepSignedHead(tx: Tx, collective: string, device: DeviceId, head: SignedHead): Promise<void> {
  const { n, hash, signature, publicKey } = head;
  await tx
    .deleteFrom('signed_heads')
    .where('collective', '=', collective)
    .where('device', '=', device)
    .where('n', '>=', Math.floor(n / STRETCH) * STRETCH)
    .where('n', '<', n)
    .execute();
  await tx
    .insertInto('signed_heads')
    .values({ collective, device, n, hash, signature, public_key: publicKey })
    .onConflict((conflict) => conflict.columns(['collective', 'device', 'n']).doNothing())
    .execute();
}
