import { Dexie } from 'dexie';
import { StallDb } from '../../src/store/db.ts';
import { readMeta } from '../../src/store/device.ts';
import { turnLog } from '../../src/store/turn-log.ts';
import { proveJournal, type JournalProof } from './journal-proof.ts';

// Put into a page of the till's address, beside the app: proves the journal of the one collective that lies there.

async function proveThisTablet(): Promise<JournalProof> {
  // It opens what a kill left before the till does, and writes there.
  await turnLog();
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('imago-') && name !== 'imago-tablet');
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error(`not one collective but ${names.length}`);
  const db = new StallDb(name.slice('imago-'.length));
  try {
    return await proveJournal(db, (await readMeta(db, 'device'))?.key.device ?? '');
  } finally {
    db.close();
  }
}

Object.assign(globalThis, { proveThisTablet });
