import { expect, test } from '@playwright/test';
import { killBrowser, killMoments, SALES_BEFORE } from '../support/kill-browser.mjs';
import { killTill } from '../support/kill-till.mjs';

// What is lost once is lost: no second try here.
test.describe.configure({ retries: 0 });

const SEED = 20260613;

test(`killed five times while it sells, the browser has lost nothing it acknowledged (seed ${SEED})`, async () => {
  test.setTimeout(180_000);
  const proved = await killBrowser(5, SEED);
  console.log(JSON.stringify({ seed: SEED, ...proved }));
  expect(proved.faults).toEqual([]);
  for (const kill of proved.kills) expect(kill.acknowledged).toBeGreaterThanOrEqual(SALES_BEFORE);
  expect(proved.kills.filter((kill) => kill.inFlight).length).toBeGreaterThanOrEqual(5 / 3);
  expect(proved.stored).toBeGreaterThanOrEqual(proved.acknowledged);
});

test(`killed while a person taps tile and Exact, the till has lost no receipt it had shown (seed ${SEED})`, async () => {
  test.setTimeout(240_000);
  const proved = await killTill(2, SEED);
  console.log(JSON.stringify({ seed: SEED, ...proved }));
  expect(proved.faults).toEqual([]);
  for (const kill of proved.kills) expect(kill.acknowledged).toBeGreaterThanOrEqual(SALES_BEFORE);
  expect(proved.kills.filter((kill) => kill.inFlight)).not.toHaveLength(0);
});

test('of thirty kills a third fall between the tap and the acknowledgement', () => {
  const moments = killMoments(30, SEED);
  expect(moments.filter(({ on }) => on !== 'any').length).toBeGreaterThanOrEqual(10);
  expect(Math.min(...moments.map(({ sale }) => sale))).toBeGreaterThan(SALES_BEFORE);
});
