import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { runCommand } from './commands.ts';
import { readConfig } from './config.ts';
import { findExampleMaker } from './example.ts';
import { startHub } from './start.ts';
import { CannotStart } from './storage/database.ts';

// Seen from dist-hub/main.js.
const version = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;
const appFolder = fileURLToPath(new URL('../dist', import.meta.url));

try {
  const args = process.argv.slice(2);
  const isCommand = args[0] !== undefined && !args[0].startsWith('--');
  if (isCommand) await runCommand(readConfig(process.env, []), version, args);
  else await runHub(args);
} catch (cause) {
  if (!(cause instanceof CannotStart)) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}

async function runHub(args: readonly string[]): Promise<void> {
  const makeExample = findExampleMaker(import.meta.url);
  const running = await startHub(readConfig(process.env, args), { version, appFolder, makeExample });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0));
    });
}
