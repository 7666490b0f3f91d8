// A hub of its own for one test: own port, own data folder, to be stopped or killed at will.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} HubProcess
 * @property {string} url address without a trailing slash
 * @property {number} port
 * @property {string} dataDir
 * @property {() => string} output what it has printed so far
 * @property {() => Promise<void>} stop asks it to end (SIGTERM) and waits; data stays
 * @property {() => Promise<void>} kill ends it at once (SIGKILL) and waits; data stays
 * @property {() => Promise<void>} remove kills it and deletes a data folder made here
 */

/**
 * Starts the built hub and waits until /healthz answers 200. To start it again on the same data: pass `port` and `dataDir`.
 * @param {{ port?: number, dataDir?: string, args?: string[], env?: Record<string, string>, health?: (port: number) => string }} [options]
 *   `health`: what to ask instead, where /healthz is behind a certificate that this process does not trust
 * @returns {Promise<HubProcess>}
 * @throws if it ends, or does not answer within 30 seconds; with what it printed
 */
export async function startHub(options = {}) {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'imago-hub-'));
  const child = spawn(process.execPath, ['dist-hub/main.js', ...(options.args ?? [])], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (printed += String(bytes)));

  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + 30_000;
  const health = options.health?.(port) ?? `${url}/healthz`;
  while (!(await isWell(health))) {
    if (hasEnded()) throw new Error(`the hub ended before it was ready:\n${printed}`);
    if (Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`the hub was not ready after 30 seconds:\n${printed}`);
    }
    await wait(50);
  }
  return {
    url,
    port,
    dataDir,
    output: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGKILL');
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Builds app and hub if their sources have changed, as `npm start` does first. Prints on standard error only. */
export function ensureBuilt() {
  const built = spawnSync(process.execPath, ['src/tools/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) throw new Error('the build did not succeed');
}

/** A port that was free a moment ago. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** @param {string} health */
async function isWell(health) {
  try {
    return (await fetch(health)).ok;
  } catch {
    return false;
  }
}
