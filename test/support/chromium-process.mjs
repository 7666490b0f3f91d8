// A Chromium that can be ended as a battery ends it: every process of it at once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findBrowser } from '../browser/find-browser.mjs';

/**
 * @typedef {object} ChromiumProcess
 * @property {() => Promise<string>} devtools the address that `chromium.connectOverCDP` takes
 * @property {() => string} output what it has printed so far
 * @property {() => void} freeze stops every process of it (SIGSTOP)
 * @property {() => void} thaw
 * @property {() => Promise<void>} kill SIGKILL to every process of it, frozen or not; waits until none is left
 */

/**
 * @param {{ profile: string, url?: string }} options `profile`: the folder kept between starts
 * @returns {Promise<ChromiumProcess>}
 */
export async function startChromium({ profile, url = 'about:blank' }) {
  const browser = await findBrowser();
  if (!browser) throw new Error('no Chromium found: install one or set IMAGO_CHROMIUM to its path');
  const args = [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
    '--disable-breakpad',
    '--hide-crash-restore-bubble',
    '--window-size=1180,820',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    url,
  ];
  // A process group of its own, so that one signal reaches browser, renderers and helpers in the same instant.
  const child = spawn(browser.path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const group = -(child.pid ?? 0);
  let printed = '';
  const listening = new Promise((resolve, reject) => {
    child.stderr.on('data', (bytes) => {
      printed += String(bytes);
      const [, address] = /DevTools listening on (ws:\S+)/.exec(printed) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Chromium ended:\n${printed}`)));
  });
  listening.catch(() => undefined);
  return {
    devtools: () => listening,
    output: () => printed,
    freeze: () => process.kill(group, 'SIGSTOP'),
    thaw: () => process.kill(group, 'SIGCONT'),
    async kill() {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      signalGroup(group, 'SIGKILL');
      await ended;
      while (signalGroup(group, 0)) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** @param {number} group @param {NodeJS.Signals | 0} signal @returns whether anybody was there to get it */
function signalGroup(group, signal) {
  try {
    return process.kill(group, signal);
  } catch {
    return false;
  }
}
