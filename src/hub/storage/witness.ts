import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Hub } from '../hub.ts';
import { beginLife, currentSelf } from './lives.ts';
import { lockHead } from './journal.ts';

/**
 * A small file beside the database that says where the hub stood. A database put back from a copy is behind it, and is
 * recognised before the hub writes under numbers it has used already (decision 033).
 */
const Witness = v.object({ counter: v.number(), random: v.string(), n: v.number(), hash: v.string() });
type Witness = v.InferOutput<typeof Witness>;

/** Writes the witness of a collective and waits until it is on the disk. */
export async function flushWitness(hub: Hub, collective: string): Promise<void> {
  const witness = await hub.db.transaction().execute(async (tx): Promise<Witness> => {
    const self = await currentSelf(tx, collective);
    const head = await lockHead(tx, collective, self.key.device);
    return { ...self.life, n: head?.n ?? 0, hash: head?.hash ?? '' };
  });
  mkdirSync(join(hub.dataDir, 'witness'), { recursive: true });
  const file = fileOf(hub, collective);
  const handle = openSync(`${file}.new`, 'w');
  writeSync(handle, JSON.stringify(witness));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
}

/** At the start: begins a new life in each collective whose witness is missing, ahead of the database or of another life. */
export async function checkWitnesses(hub: Hub): Promise<void> {
  const rows = await hub.db.selectFrom('collectives').select('id').execute();
  for (const { id } of rows) {
    const witness = readWitness(hub, id);
    const begun = await hub.db.transaction().execute(async (tx) => {
      const self = await currentSelf(tx, id);
      const head = await lockHead(tx, id, self.key.device);
      const isSame = witness?.counter === self.life.counter && witness.random === self.life.random;
      if (isSame && witness.n <= (head?.n ?? 0)) return false;
      const after = witness ? { counter: witness.counter, random: witness.random } : null;
      await beginLife(tx, hub, id, after);
      return true;
    });
    if (begun) {
      hub.log.warn({ collective: id }, 'the database is older than its witness, or has none: a new life begins');
      await flushWitness(hub, id);
    }
  }
}

export function removeWitness(hub: Hub, collective: string): void {
  rmSync(fileOf(hub, collective), { force: true });
}

function readWitness(hub: Hub, collective: string): Witness | undefined {
  try {
    return v.parse(Witness, JSON.parse(readFileSync(fileOf(hub, collective), 'utf8')));
  } catch {
    return undefined;
  }
}

function fileOf(hub: Hub, collective: string): string {
  return join(hub.dataDir, 'witness', `${collective}.json`);
}
