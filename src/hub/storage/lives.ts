import { signHead, makeDeviceKey, type DeviceKey } from '../../journal/device-key.ts';
import { writeEntry, type FactText, type Read } from '../../journal/entry.ts';
import { toBase64Url } from '../../journal/hash.ts';
import type { HubLife } from '../../sync/protocol.ts';
import type { Hub } from '../hub.ts';
import { insertEntries, keepSignedHead, lockHead, setHead } from './journal.ts';
import type { Tx } from './schema.ts';

/** The hub as a device of one collective, in the life it is in. */
export interface HubSelf {
  readonly life: HubLife;
  readonly key: DeviceKey;
}

/**
 * Begins a life in a collective: a new key, so a new device, after `after` and whatever the database knows.
 * @param after the newest life somebody knows of, undefined or null if none
 */
export async function beginLife(tx: Tx, hub: Hub, collective: string, after?: HubLife | null): Promise<HubSelf> {
  const known = await tx
    .selectFrom('lives')
    .select((eb) => eb.fn.max('counter').as('counter'))
    .where('collective', '=', collective)
    .executeTakeFirst();
  const counter = Math.max(known?.counter ?? 0, after?.counter ?? 0) + 1;
  const random = toBase64Url(hub.randomBytes(12));
  const key = makeDeviceKey(hub.randomBytes(32));
  await tx
    .insertInto('lives')
    .values({
      collective,
      counter,
      random,
      device: key.device,
      public_key: key.publicKey,
      secret_key: key.secretKey,
      begun_at: hub.now(),
    })
    .execute();
  return { life: { counter, random }, key };
}

/** The life the hub is in; every collective has one. */
export async function currentSelf(tx: Tx, collective: string): Promise<HubSelf> {
  const row = await tx
    .selectFrom('lives')
    .selectAll()
    .where('collective', '=', collective)
    .orderBy('counter', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return {
    life: { counter: row.counter, random: row.random },
    key: { device: row.device, publicKey: row.public_key, secretKey: row.secret_key },
  };
}

/**
 * Writes facts down as the hub's own next entries, decided and appended under the lock of its head row.
 * The caller flushes the witness (witness.ts) after the commit and before it answers.
 * @param day the market day they belong to, '' for none
 */
export async function appendHubFacts(
  tx: Tx,
  hub: Hub,
  collective: string,
  facts: readonly FactText[],
  day = '',
): Promise<readonly Read[]> {
  const { key } = await currentSelf(tx, collective);
  let head = await lockHead(tx, collective, key.device);
  const { latest_stamp: stamp } = await tx
    .selectFrom('collectives')
    .select('latest_stamp')
    .where('id', '=', collective)
    .executeTakeFirstOrThrow();
  let latest = stamp === '' ? undefined : stamp;
  const reads: Read[] = [];
  for (const fact of facts) {
    const writer = { collective, device: key.device, by: '', day };
    const salt = toBase64Url(hub.randomBytes(16));
    const { entry, read } = writeEntry(fact, writer, head, latest, hub.now(), salt);
    await insertEntries(tx, collective, [entry], hub.now());
    head = { n: read.n, hash: read.hash };
    latest = read.stamp;
    reads.push(read);
  }
  if (!head || latest === undefined) return reads;
  await setHead(tx, collective, key.device, head);
  const signature = signHead(key, collective, head.n, head.hash);
  await keepSignedHead(tx, collective, key.device, { ...head, signature, publicKey: key.publicKey });
  await tx.updateTable('collectives').set({ latest_stamp: latest }).where('id', '=', collective).execute();
  return reads;
}
