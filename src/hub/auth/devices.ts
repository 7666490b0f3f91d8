import { Refused } from '../http/refused.ts';
import type { Hub } from '../hub.ts';
import type { Db, Tx } from '../storage/schema.ts';
import { hashSecret, makeToken } from './secrets.ts';

/** A paired tablet that has shown its token. */
export interface Tablet {
  readonly collective: string;
  readonly device: string;
  readonly publicKey: string;
  readonly class: 'lead' | 'stall';
  readonly letters: string;
  readonly name: string;
  readonly lastSeen: number;
  readonly appVersion: string;
}

/** The tablet a token belongs to; undefined if the token is unknown or the tablet was removed. */
export async function tabletOf(db: Db, token: string): Promise<Tablet | undefined> {
  const row = await db
    .selectFrom('devices')
    .selectAll()
    .where('token_hash', '=', hashSecret(token))
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    collective: row.collective,
    device: row.device,
    publicKey: row.public_key,
    class: row.class,
    letters: row.letters,
    name: row.name,
    lastSeen: row.last_seen,
    appVersion: row.app_version,
  };
}

/** What a tablet brings to its pairing. */
export interface NewTablet {
  readonly collective: string;
  readonly device: string;
  readonly publicKey: string;
  readonly class: 'lead' | 'stall';
  readonly name: string;
  /** Letters it has used already: it sold alone, or this hub was put back from a copy without it. */
  readonly letters?: string;
}

/**
 * Enrols a tablet, or gives a tablet that is enrolled already a new token; its letters stay.
 * @throws Refused `not-allowed` if this tablet was removed: it needs a new identity
 */
export async function enrolTablet(
  tx: Tx,
  hub: Hub,
  tablet: NewTablet,
): Promise<{ readonly token: string; readonly letters: string; readonly isNew: boolean }> {
  const { collective, device, publicKey, name } = tablet;
  const token = makeToken(hub);
  const known = await tx
    .selectFrom('devices')
    .select(['letters', 'removed_at', 'class'])
    .where('collective', '=', collective)
    .where('device', '=', device)
    .executeTakeFirst();
  if (known && known.removed_at !== null)
    throw new Refused('not-allowed', 'this tablet was removed; it has to start anew, with a new identity');
  const letters = known?.letters ?? (await freeLetters(tx, collective, tablet.letters));
  const row = {
    class: tablet.class,
    name,
    token_hash: hashSecret(token),
    last_seen: hub.now(),
  };
  if (known)
    await tx
      .updateTable('devices')
      .set(row)
      .where('collective', '=', collective)
      .where('device', '=', device)
      .execute();
  else
    await tx
      .insertInto('devices')
      .values({
        ...row,
        collective,
        device,
        public_key: publicKey,
        letters,
        paired_at: hub.now(),
        app_version: '',
        removed_at: null,
      })
      .execute();
  return { token, letters, isNew: !known || known.class !== tablet.class };
}

/** Takes a tablet's token away for good. Its row stays: its letters are never given again. */
export async function removeTablet(tx: Tx, hub: Hub, collective: string, device: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('devices')
    .set({ removed_at: hub.now(), token_hash: null })
    .where('collective', '=', collective)
    .where('device', '=', device)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The wished ones, or the first of A, B … Z, AA, AB …, if no tablet of this collective has ever had them. */
async function freeLetters(tx: Tx, collective: string, wished?: string): Promise<string> {
  const rows = await tx.selectFrom('devices').select('letters').where('collective', '=', collective).execute();
  const taken = new Set(rows.map((row) => row.letters));
  if (wished !== undefined && !taken.has(wished)) return wished;
  for (let count = 0; ; count++) {
    const letters = lettersAt(count);
    if (!taken.has(letters)) return letters;
  }
}

function lettersAt(count: number): string {
  const last = String.fromCharCode(65 + (count % 26));
  return count < 26 ? last : lettersAt(Math.floor(count / 26) - 1) + last;
}
