import { ensureBuilt } from '../support/hub-process.mjs';
import { SALES_BEFORE } from '../support/kill-browser.mjs';
import { killTill } from '../support/kill-till.mjs';

export const name = 'kill-till';

const KILLS = 5;

/** Thirty kills of the till people use, in six parts, each on a profile of its own. */
export function parts() {
  return Array.from({ length: 6 }, (_, at) => `kills ${at * KILLS + 1} to ${(at + 1) * KILLS}`);
}

/** @param {string} _part @param {number} seed */
export async function run(_part, seed) {
  ensureBuilt();
  const { kills, acknowledged, stored, faults } = await killTill(KILLS, seed);
  const inFlight = kills.filter((kill) => kill.inFlight).length;
  const few = kills.filter((kill) => kill.acknowledged < SALES_BEFORE).length;
  if (faults.length > 0 || few > 0 || inFlight < KILLS / 3) throw new Error(JSON.stringify({ faults, few, inFlight }));
  return { kills: kills.length, inFlight, acknowledged, stored };
}
