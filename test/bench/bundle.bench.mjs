import { fileURLToPath } from 'node:url';
import { firstLoad } from '../support/first-load.mjs';
import { ensureBuilt } from '../support/hub-process.mjs';
import { againstLimit } from './rounds.mjs';

export const name = 'bundle';

/** JavaScript of the first load, gzipped, in units of 1000 bytes, against the limit of 250. */
export async function run() {
  ensureBuilt();
  const chunks = firstLoad(fileURLToPath(new URL('../../dist', import.meta.url)));
  for (const { file, gzipBytes } of chunks) console.error(`  ${file} ${(gzipBytes / 1000).toFixed(1)} kB`);
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.gzipBytes, 0);
  return againstLimit({ name, unit: 'kB', value: bytes / 1000, limit: 250 });
}
