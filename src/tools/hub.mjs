// `npm run hub -- COMMAND`: what can be asked of the hub at the console (lead-link, rescue FILE). Needs no running hub.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const built = spawnSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
if (process.argv.length < 3) process.argv.push('help');
await import(new URL('../../dist-hub/main.js', import.meta.url).href);
