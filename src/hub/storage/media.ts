import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hub } from '../hub.ts';

/** A picture's bytes and what they are. */
interface Medium {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a picture under its hash: the file first, flushed, then its row, so that a row never points at nothing.
 * Keeping it twice changes nothing.
 */
export async function keepMedium(hub: Hub, collective: string, sha: string, medium: Medium): Promise<void> {
  const file = fileOf(hub, collective, sha);
  if (!(await isThere(file))) {
    await mkdir(join(hub.dataDir, 'media', collective), { recursive: true });
    const unfinished = `${file}.${randomUUID()}.new`;
    try {
      const handle = await open(unfinished, 'wx');
      await handle.writeFile(medium.bytes);
      await handle.sync();
      await handle.close();
      await rename(unfinished, file);
    } catch (cause) {
      await rm(unfinished, { force: true });
      throw cause;
    }
  }
  await hub.db
    .insertInto('media')
    .values({ collective, sha, type: medium.type, bytes: medium.bytes.length, received_at: hub.now() })
    .onConflict((conflict) => conflict.columns(['collective', 'sha']).doNothing())
    .execute();
}

/** A picture of a collective; undefined if it has not arrived, or its file was lost (then it may be sent again). */
export async function readMedium(hub: Hub, collective: string, sha: string): Promise<Medium | undefined> {
  const row = await hub.db
    .selectFrom('media')
    .select('type')
    .where('collective', '=', collective)
    .where('sha', '=', sha)
    .executeTakeFirst();
  if (!row) return undefined;
  const bytes = await readFile(fileOf(hub, collective, sha)).catch(() => undefined);
  return bytes && { type: row.type, bytes };
}

/** The collective in which a picture is published: named by a public fact of the catalogue. */
export async function publisherOf(hub: Hub, sha: string): Promise<string | undefined> {
  const row = await hub.db.selectFrom('published_media').select('collective').where('sha', '=', sha).executeTakeFirst();
  return row?.collective;
}

/** base64url SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/**
 * The type that the bytes themselves say: what a sender claims is not believed, because a browser would be told it.
 * undefined: none of the kinds of picture and film we keep
 */
export function mediumType(bytes: Uint8Array): string | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (text(0, 4) === '\x89PNG') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && ['avif', 'avis', 'mif1'].includes(text(8, 12))) return 'image/avif';
  return undefined;
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

function fileOf(hub: Hub, collective: string, sha: string): string {
  return join(hub.dataDir, 'media', collective, sha);
}
