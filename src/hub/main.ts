import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readConfig } from './config.ts';
import { startHub } from './start.ts';
import { CannotStart } from './storage/database.ts';

const Package = v.object({ version: v.string() });
// Seen from dist-hub/main.js.
const built = {
  version: v.parse(Package, JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version,
  appFolder: fileURLToPath(new URL('../dist', import.meta.url)),
};

try {
  const args = process.argv.slice(2);
  const running = await startHub(readConfig(process.env, args), built);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0));
    });
} catch (cause) {
  if (!(cause instanceof CannotStart)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}
