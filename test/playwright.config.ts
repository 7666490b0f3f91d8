import { defineConfig } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/find-browser.mjs';

// The configuration is read again in every worker: the first reading chooses, the others find it in the environment.
const port = Number((process.env['IMAGO_E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 10_000))));
const dataDir = (process.env['IMAGO_E2E_DATA'] ??= temporaryFolder());
const executablePath = (process.env['IMAGO_CHROMIUM'] ??= (await findBrowser({ install: false }))?.path);

export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.e2e.{ts,tsx}',
  outputDir: '../node_modules/.cache/e2e',
  // Most of a test is waiting: two at a time halve it, and more would crowd two cores.
  workers: 2,
  // A busy machine must not fail a test: what is slow is measured by the benches.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One more try for what draws and taps on a crowded machine; the proofs that kill things have none (see there).
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    // As a stranger starts it: builds what has changed, then runs the hub.
    command: `"${process.execPath}" src/tools/start.mjs`,
    cwd: '..',
    url: `http://localhost:${port}/healthz`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir },
  },
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imago-e2e-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
