// What a stranger does: clone, `npm start`, `npm test`; with this Node and with a newer one taken from the npm registry.
// What is proved is the last commit, not what is lying about uncommitted.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/hub-process.mjs';

export const name = 'fresh-clone';

export function parts() {
  return ['this Node', 'Node 24'];
}

/** @param {string} part */
export async function run(part) {
  const folder = mkdtempSync(join(tmpdir(), 'imago-clone-'));
  try {
    const env = environment(part === 'Node 24' ? installNode24(folder) : undefined);
    const clone = join(folder, 'clone');
    must('git', ['clone', '--quiet', process.cwd(), clone], folder, env);
    const version = must('node', ['--version'], clone, env).trim();
    const started = await secondsUntilWell(clone, env);
    const before = Date.now();
    const tested = must('npm', ['test'], clone, env);
    const summary = tested.trim().split('\n').at(-1) ?? '';
    if (!/^\d+ passed, 0 failed, \d+ skipped$/.test(summary)) throw new Error(`npm test ended with: ${summary}`);
    return { version, startSeconds: started, testSeconds: Math.round((Date.now() - before) / 1000), summary };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function installNode24(folder) {
  const home = join(folder, 'node24');
  mkdirSync(home);
  // Node's package puts its binary in place with an install script, hence without --ignore-scripts.
  must('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, 'node@24'], home, environment());
  return join(home, 'node_modules', '.bin');
}

/** The caller's environment without what npm and Git added for this very run. */
function environment(firstInPath) {
  const kept = Object.entries(process.env).filter(([key]) => !/^(npm_|GIT_|NODE$|INIT_CWD$)/.test(key));
  const env = Object.fromEntries(kept);
  const path = (env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  env.PATH = [...(firstInPath ? [firstInPath] : []), ...path].join(delimiter);
  return env;
}

async function secondsUntilWell(clone, env) {
  const port = await freePort();
  const before = Date.now();
  const hub = spawn('npm', ['start'], { cwd: clone, env: { ...env, PORT: String(port) }, detached: true });
  let printed = '';
  for (const stream of [hub.stdout, hub.stderr]) stream.on('data', (bytes) => (printed += String(bytes)));
  try {
    for (;;) {
      if (await saysOk(`http://localhost:${port}/healthz`)) break;
      if (hub.exitCode !== null || Date.now() - before > 300_000)
        throw new Error(`npm start did not get ready:\n${printed}`);
      await wait(200);
    }
    const page = await (await fetch(`http://localhost:${port}/app/`)).text();
    if (!page.includes('id="root"')) throw new Error('the page of the till was not served');
    return Math.round((Date.now() - before) / 1000);
  } finally {
    const ended = once(hub, 'close');
    if (hub.pid !== undefined && hub.exitCode === null) process.kill(-hub.pid, 'SIGTERM');
    await ended;
  }
}

async function saysOk(url) {
  try {
    return (await (await fetch(url)).json()).status === 'ok';
  } catch {
    return false;
  }
}

function must(command, args, cwd, env) {
  const ran = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 1_200_000 });
  if (ran.status !== 0)
    throw new Error(`${command} ${args.join(' ')}:\n${ran.stdout.slice(-4000)}\n${ran.stderr.slice(-4000)}`);
  return ran.stdout;
}
