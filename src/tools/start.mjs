// `npm start`: builds what has changed, then runs the hub in this process. Flags (--empty, --lan) reach the hub as they are.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const built = spawnSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

await import('../../dist-hub/main.js');
