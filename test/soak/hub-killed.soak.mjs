import { spawnSync } from 'node:child_process';

export const name = 'hub-killed';

const KILLS = 10;

/** Thirty kills of a hub during drains; the proof itself is the browser test of that name. */
export function parts() {
  return [1, 2, 3].map((part) => `kills ${(part - 1) * KILLS + 1} to ${part * KILLS}`);
}

/** @param {string} _part @param {number} seed */
export function run(_part, seed) {
  const ran = spawnSync(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'test/playwright.config.ts',
      '--reporter=list',
      'hub-killed',
    ],
    { env: { ...process.env, IMAGO_HUB_KILLS: String(KILLS), IMAGO_SEED: String(seed) }, encoding: 'utf8' },
  );
  if (ran.status !== 0) throw new Error(ran.stdout.slice(-4000) + ran.stderr.slice(-2000));
  const [line = ''] = /\d+ kills, .*/.exec(ran.stdout) ?? [];
  return { counted: line };
}
