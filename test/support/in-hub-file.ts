import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';

/** An entry as it lies in the hub's file. */
interface HeldEntry {
  readonly device: string;
  readonly n: number;
  readonly hash: string;
  readonly envelope: string;
  readonly payload: string | null;
}

/**
 * What a hub's file holds of a collective, read as another program would, by device and number.
 * @throws if SQLite finds the file damaged
 */
export function inHubFile(dataDir: string, collective: string): readonly HeldEntry[] {
  const raw = new DatabaseSync(join(dataDir, 'hub.sqlite'));
  try {
    const [whole] = raw.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    if (whole?.integrity_check !== 'ok') throw new Error(`the hub's file is damaged: ${JSON.stringify(whole)}`);
    const rows = raw
      .prepare('SELECT device, n, hash, envelope, payload FROM journal WHERE collective = ? ORDER BY device, n')
      .all(collective);
    return rows;
  } finally {
    raw.close();
  }
}

/** The receipt numbers of the sales among them, sorted. */
export function receiptsIn(entries: readonly HeldEntry[]): readonly string[] {
  return entries
    .filter(({ envelope }) => (JSON.parse(envelope) as { type: string }).type === 'sale.completed')
    .map(({ payload }) => (JSON.parse(payload ?? '{}') as { body: { receipt: string } }).body.receipt)
    .toSorted();
}
