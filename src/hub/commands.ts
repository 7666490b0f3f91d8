import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { announceFoundCode, announceLeadLink } from './auth/links.ts';
import type { Config } from './config.ts';
import { Refused } from './http/refused.ts';
import type { Hub } from './hub.ts';
import { openHub } from './start.ts';
import { CannotStart } from './storage/database.ts';
import { unzipped } from './http/body.ts';
import { rescue } from './sync/rescue.ts';

const COMMANDS = `  npm run hub -- lead-link [COLLECTIVE]   a new one-time link for a lead, and a code to bring a collective
  npm run hub -- rescue FILE              feeds a rescue file that a tablet saved`;

/**
 * A command at the console, beside a running hub or without one.
 * @throws CannotStart with a sentence if it cannot be done; nothing is changed then
 */
export async function runCommand(config: Config, version: string, args: readonly string[]): Promise<void> {
  const [command, argument] = args;
  if (command === 'help') {
    console.log(`At the console, beside a running hub or without one:\n${COMMANDS}`);
    return;
  }
  const hub = await openHub(config, version);
  try {
    if (command === 'lead-link') await leadLink(hub, argument);
    else if (command === 'rescue') await feed(hub, argument);
    else throw new CannotStart(`Unknown command ${command ?? ''}. There are:\n${COMMANDS}`);
  } finally {
    await hub.db.destroy();
  }
}

async function leadLink(hub: Hub, collective: string | undefined): Promise<void> {
  const rows = await hub.db.selectFrom('collectives').select('id').orderBy('created_at').execute();
  const ids = rows.map((row) => row.id);
  if (collective !== undefined && !ids.includes(collective))
    throw new CannotStart(`There is no collective "${collective}" here. There are: ${ids.join(', ') || 'none yet'}.`);
  for (const id of collective === undefined ? ids : [collective]) {
    console.log(`\nCollective ${id}`);
    await announceLeadLink(hub, id);
  }
  await announceFoundCode(hub);
}

async function feed(hub: Hub, file: string | undefined): Promise<void> {
  if (file === undefined) throw new CannotStart('Which file? npm run hub -- rescue FILE');
  try {
    const zipped = await isZipped(file);
    const bytes = createReadStream(file) as AsyncIterable<Uint8Array>;
    const { entries, stored, left, head } = await rescue(hub, zipped ? unzipped(bytes) : bytes);
    console.log(`${entries} entries read, ${stored} new ones stored; the hub now has ${head?.n ?? 0} of this tablet.`);
    if (left > 0)
      console.log(`${left} could not be added: entries before them are missing, or they belong to another branch.`);
  } catch (cause) {
    if (cause instanceof Refused) throw new CannotStart(`${file}: ${cause.message}.`, { cause });
    if (cause instanceof Error && 'code' in cause) throw new CannotStart(`${file}: ${cause.message}`, { cause });
    throw cause;
  }
}

async function isZipped(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
