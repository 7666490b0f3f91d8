import { killBrowser, SALES_BEFORE } from '../support/kill-browser.mjs';

export const name = 'kill-browser';

const KILLS = 5;

/** Thirty kills in six parts, each part on a profile of its own. */
export function parts() {
  return Array.from({ length: 6 }, (_, at) => `kills ${at * KILLS + 1} to ${(at + 1) * KILLS}`);
}

/** @param {string} _part @param {number} seed */
export async function run(_part, seed) {
  const { kills, acknowledged, stored, faults } = await killBrowser(KILLS, seed);
  const inFlight = kills.filter((kill) => kill.inFlight).length;
  const few = kills.filter((kill) => kill.acknowledged < SALES_BEFORE).length;
  if (faults.length > 0 || few > 0 || inFlight < KILLS / 3) throw new Error(JSON.stringify({ faults, few, inFlight }));
  return { kills: kills.length, inFlight, acknowledged, stored };
}
