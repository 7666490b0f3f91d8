import type { DeviceId } from '../../journal/device-key.ts';
import type { Tx } from '../storage/schema.ts';

/**
 * What this hub knows of a device: `paired` is a tablet that was paired here and not removed, or the hub itself in any of
 * its lives. Of a tablet that the database has forgotten (it was put back from a copy) the hub's own note of its pairing
 * counts, once a tablet has brought that back.
 */
export async function standingOf(
  tx: Tx,
  collective: string,
  device: DeviceId,
): Promise<'paired' | 'removed' | 'unknown'> {
  const row = await tx
    .selectFrom('devices')
    .select('removed_at')
    .where('collective', '=', collective)
    .where('device', '=', device)
    .executeTakeFirst();
  if (row) return row.removed_at === null ? 'paired' : 'removed';
  const lives = await tx.selectFrom('lives').select('device').where('collective', '=', collective).execute();
  const hubs = lives.map((life) => life.device);
  if (hubs.includes(device)) return 'paired';
  const note = await tx
    .selectFrom('journal')
    .select('n')
    .where('collective', '=', collective)
    .where('device', 'in', hubs)
    .where('type', '=', 'tablet.paired')
    .where('about', '=', device)
    .executeTakeFirst();
  return note === undefined ? 'unknown' : 'paired';
}
