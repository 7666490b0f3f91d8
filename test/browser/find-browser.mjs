// Finds a Chromium for the browser tests, or installs one. A till whose offline test did not run is untested,
// so nothing found is a failure of the run and not a skip.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answersVersion, findProgram, installOnDebian } from '../support/debian.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * In this order: IMAGO_CHROMIUM, Playwright's own download, the system, a Debian package, a download by Playwright.
 * @returns {Promise<{ path: string, from: string } | undefined>}
 * @throws if IMAGO_CHROMIUM names something that does not run: a wish that cannot be met is said, not passed over
 */
export async function findBrowser({ install = true } = {}) {
  const named = process.env.IMAGO_CHROMIUM;
  if (named) {
    if (!answersVersion(named)) throw new Error(`IMAGO_CHROMIUM=${named} does not run`);
    return { path: named, from: 'IMAGO_CHROMIUM' };
  }
  const downloaded = await playwrightsOwn();
  if (downloaded) return { path: downloaded, from: 'Playwright' };
  const onSystem = findProgram(NAMES, FIXED);
  if (onSystem) return { path: onSystem, from: 'system' };
  return install ? installBrowser() : undefined;
}

async function installBrowser() {
  const packaged = installOnDebian('chromium') ? findProgram(NAMES) : undefined;
  if (packaged) return { path: packaged, from: 'Debian package' };
  const cli = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  const downloaded = await playwrightsOwn();
  return downloaded ? { path: downloaded, from: 'Playwright download' } : undefined;
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}
