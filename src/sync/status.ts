import { createStore } from 'zustand/vanilla';
import type { StallDb } from '../store/db.ts';
import { NOT_SENT, readMeta, type SyncState } from '../store/device.ts';
import { readUnsent } from '../store/read.ts';

/** Whether this tab is talking to the hub just now; the only thing about sending that is not in the database. */
export const syncActivity = createStore<{ readonly sending: boolean }>(() => ({ sending: false }));

/** What the pill says. `joined`: there is a hub at all. */
export interface SyncStatus {
  readonly joined: boolean;
  readonly unsent: number;
  /** Of the unsent: under a name that was removed. Nothing sends them but a rescue file. */
  readonly held: number;
  readonly lastSentAt: number | null;
  readonly needs: SyncState['needs'];
}

/** For a live query. */
export async function readSyncStatus(db: StallDb): Promise<SyncStatus> {
  const { unsent, held, lastSentAt } = await readUnsent(db);
  const sync = (await readMeta(db, 'sync')) ?? NOT_SENT;
  return { joined: (await readMeta(db, 'hub')) !== undefined, unsent, held, lastSentAt, needs: sync.needs };
}
