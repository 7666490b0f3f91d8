import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deviceIdOf } from '../journal/device-key.ts';
import { toBase64Url } from '../journal/hash.ts';
import type { Instant } from '../journal/stamp.ts';
import type { Hub } from './hub.ts';
import { createCollective, dropCollective } from './storage/collectives.ts';
import { hashBytes, keepMedium, mediumType } from './storage/media.ts';
import { flushWitness } from './storage/witness.ts';
import { rescue } from './sync/rescue.ts';

/** What the example collective is filled with: the journals of its past tablets and its pictures. */
export interface Example {
  readonly tablets: readonly {
    readonly publicKey: string;
    readonly class: 'lead' | 'stall';
    readonly letters: string;
    readonly name: string;
    /** Its whole journal as a rescue file (sync/rescue.ts). */
    readonly rescue: string;
  }[];
  readonly pictures: readonly Uint8Array[];
}

/** Made by the tools when the hub starts for the first time, because its market days lie just before `now`. */
export type MakeExample = (order: { readonly collective: string; readonly now: Instant }) => Promise<Example>;

/**
 * The example collective's id, made and filled at the first start of an empty hub. Once removed it stays away.
 * A start that broke off while filling begins again with another.
 */
export async function ensureExample(hub: Hub, make: MakeExample | undefined): Promise<string | undefined> {
  if (existsSync(removedFile(hub))) return undefined;
  const known = await hub.db.selectFrom('collectives').select(['id', 'is_example']).execute();
  const example = known.find((row) => row.is_example === 1)?.id;
  if (known.length > 0 && (example === undefined || !make || (await isFilled(hub, example)))) return example;
  if (example !== undefined) await dropCollective(hub, example);
  const id = `example-${toBase64Url(hub.randomBytes(6)).replaceAll(/[-_]/g, 'x')}`;
  await hub.db.transaction().execute((tx) => createCollective(tx, hub, { id, isExample: true }));
  await flushWitness(hub, id);
  if (make) await fill(hub, id, await make({ collective: id, now: hub.now() }));
  return id;
}

/** Drops the example and remembers that it is not wanted. */
export async function removeExample(hub: Hub, collective: string): Promise<void> {
  writeFileSync(removedFile(hub), `${new Date(hub.now()).toISOString()}\n`);
  await dropCollective(hub, collective);
}

/** The maker that the build has put beside the hub, if any; loaded only when an example is to be made. */
export function findExampleMaker(beside: string): MakeExample | undefined {
  const url = new URL('example.js', beside);
  if (!existsSync(fileURLToPath(url))) return undefined;
  return async (order) => {
    const module = (await import(/* @vite-ignore */ url.href)) as { readonly makeExample: MakeExample };
    return module.makeExample(order);
  };
}

async function fill(hub: Hub, collective: string, example: Example): Promise<void> {
  for (const bytes of example.pictures) {
    const type = mediumType(bytes);
    if (type === undefined) throw new Error('the example brought a picture that is none');
    await keepMedium(hub, collective, hashBytes(bytes), { type, bytes });
  }
  for (const tablet of example.tablets) await rescue(hub, inOnePiece(tablet.rescue));
  // Last, in one go: without tablets it was not filled to its end.
  const rows = example.tablets.map(({ publicKey, class: tabletClass, letters, name }) => ({
    collective,
    class: tabletClass,
    letters,
    name,
    device: deviceIdOf(publicKey),
    public_key: publicKey,
    token_hash: null,
    paired_at: hub.now(),
    last_seen: hub.now(),
    app_version: '',
    removed_at: null,
  }));
  if (rows.length > 0) await hub.db.insertInto('devices').values(rows).execute();
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

/** Its past tablets are written last. */
async function isFilled(hub: Hub, collective: string): Promise<boolean> {
  const query = hub.db.selectFrom('devices').select('device').where('collective', '=', collective);
  return (await query.executeTakeFirst()) !== undefined;
}

function removedFile(hub: Hub): string {
  return join(hub.dataDir, 'example-removed');
}
