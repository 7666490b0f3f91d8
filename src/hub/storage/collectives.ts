import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HubLife } from '../../sync/protocol.ts';
import type { Hub } from '../hub.ts';
import { beginLife, type HubSelf } from './lives.ts';
import type { Tx } from './schema.ts';
import { removeWitness } from './witness.ts';

const TABLES = [
  'late_days',
  'receipts',
  'published_media',
  'media',
  'invitations',
  'devices',
  'signed_heads',
  'heads',
  'journal',
  'lives',
] as const;

/** Makes a collective with the hub's first life in it. */
export async function createCollective(
  tx: Tx,
  hub: Hub,
  collective: { readonly id: string; readonly isExample: boolean; readonly after?: HubLife | null },
): Promise<HubSelf> {
  await tx
    .insertInto('collectives')
    .values({
      id: collective.id,
      is_example: collective.isExample ? 1 : 0,
      latest_stamp: '',
      created_at: hub.now(),
    })
    .execute();
  return await beginLife(tx, hub, collective.id, collective.after);
}

/** Drops a collective and everything of it: rows, pictures, witness. */
export async function dropCollective(hub: Hub, collective: string): Promise<void> {
  await hub.db.transaction().execute(async (tx) => {
    for (const table of TABLES) await tx.deleteFrom(table).where('collective', '=', collective).execute();
    await tx.deleteFrom('collectives').where('id', '=', collective).execute();
  });
  removeWitness(hub, collective);
  rmSync(join(hub.dataDir, 'media', collective), { recursive: true, force: true });
}
