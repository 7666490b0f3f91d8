import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Picture } from '../../domain/catalogue/facts.ts';
import type { Example, MakeExample } from '../../hub/example.ts';
import { hashBytes } from '../../hub/storage/media.ts';
import { StallDb } from '../../store/db.ts';
import { readMeta } from '../../store/device.ts';
import { rescueLines } from '../../sync/rescue.ts';
import { EXAMPLE_SEED, seedExample } from './seed.ts';
import { exampleMerch } from './works/merch.ts';
import { keyOf, type ExamplePicture } from './works/picture.ts';
import { exampleWorks } from './works/works.ts';

/** The longer side of a picture in the cart and in lists. */
const SMALL = 160;

/** Seen from dist-hub/example.js as from here: the pictures lie in the sources. */
const folder = [new URL('pictures/', import.meta.url), new URL('../src/tools/example/pictures/', import.meta.url)];

/**
 * Lives the example's past in memory and hands it over: the journal of its tablet, and its pictures. The days are the
 * same everywhere; the tablet's key is this hub's own.
 */
export const makeExample: MakeExample = async ({ collective, now }) => {
  console.log('Making the example collective, Lumen Row …');
  const pictures = await renditions([...exampleWorks, ...exampleMerch]);
  const db = new StallDb(collective, { indexedDB: new IDBFactory(), IDBKeyRange });
  try {
    await seedExample({
      db,
      now,
      seed: EXAMPLE_SEED,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      pictures: new Map(pictures.map(({ key, picture }) => [key, picture])),
      onProgress: (said) => console.log(`  ${said}`),
    });
    return { tablets: [await tabletOf(db, now)], pictures: pictures.flatMap(({ files }) => files) };
  } finally {
    db.close();
  }
};

async function tabletOf(db: StallDb, now: number): Promise<Example['tablets'][number]> {
  const device = await readMeta(db, 'device');
  if (!device) throw new Error('the example was lived on no tablet');
  const lines: string[] = [];
  for await (const line of rescueLines(db, now)) lines.push(line);
  const { key, letters, name } = device;
  return { publicKey: key.publicKey, class: device.class, letters, name, rescue: lines.join('\n') };
}

interface Rendered {
  readonly key: string;
  readonly picture: Picture;
  readonly files: readonly Uint8Array[];
}

async function renditions(works: readonly ExamplePicture[]): Promise<readonly Rendered[]> {
  const shrink = await shrinker();
  return Promise.all(
    works.map(async (work) => {
      const medium = readPicture(work.file);
      const small = await shrink(medium);
      const { width, height } = work;
      const picture = { small: hashBytes(small), medium: hashBytes(medium), width, height };
      return { key: keyOf(work), picture, files: small === medium ? [medium] : [small, medium] };
    }),
  );
}

function readPicture(file: string): Uint8Array {
  for (const from of folder) {
    try {
      return new Uint8Array(readFileSync(fileURLToPath(new URL(file, from))));
    } catch {
      // Not built beside the sources: the other place has it.
    }
  }
  throw new Error(`the example's picture ${file} is missing`);
}

/** Smaller pictures where sharp is installed; without it the medium ones serve as small ones too. */
async function shrinker(): Promise<(bytes: Uint8Array) => Promise<Uint8Array>> {
  try {
    const { default: sharp } = await import('sharp');
    return async (bytes) =>
      new Uint8Array(await sharp(bytes).resize(SMALL, SMALL, { fit: 'inside' }).webp({ quality: 72 }).toBuffer());
  } catch {
    return (bytes) => Promise.resolve(bytes);
  }
}
