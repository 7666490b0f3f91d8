import { expect, test } from '@playwright/test';
import { startChaosProxy } from '../support/chaos-proxy.mjs';
import { checkChain } from '../support/check-chain.ts';
import { startHub } from '../support/hub-process.mjs';
import { inHubFile, receiptsIn } from '../support/in-hub-file.ts';
import { openInChromium } from '../support/page-in-chromium.mjs';
import type { StallPage } from '../support/stall-page.ts';

// What is lost once is lost: no second try here.
test.describe.configure({ retries: 0 });

declare const stall: StallPage;

const SEED = 41;
const SALES = 60;

test(`sixty sales over a network that loses half of everything: the hub has each of them, once (seed ${SEED})`, async () => {
  test.setTimeout(180_000);
  const hub = await startHub({ args: ['--empty'] });
  const network = await startChaosProxy({ to: hub.port, rate: 0.5, seed: SEED, slowMs: [50, 600] });
  const { page, close } = await openInChromium('test/support/stall-page.ts', { query: '?db=bad', api: network.port });
  try {
    await page.waitForFunction(() => 'stall' in globalThis);
    const code = /own collective.*: (\S+)/.exec(hub.output())?.[1] ?? '';
    // The answer that gave the token may be lost like any other: the same tablet asks again with the same code.
    await expect.poll(() => page.evaluate((code) => stall.found(code), code), { timeout: 30_000 }).toBe('done');
    await page.evaluate(() => stall.startSending());

    for (let sale = 0; sale < SALES; sale++) {
      await page.evaluate(() => stall.ringUp());
      // The next one is made as soon as the network has a request: while what was sold before is on its way.
      const seen = total(network.counts());
      await expect
        .poll(() => page.evaluate(() => stall.tryNow()).then(() => total(network.counts())), { intervals: [20] })
        .toBeGreaterThan(seen);
    }
    await expect
      .poll(() => page.evaluate(() => (stall.tryNow(), stall.status())), { timeout: 90_000 })
      .toMatchObject({ unsent: 0, needs: null });

    const proof = await page.evaluate(() => stall.prove());
    expect(proof.faults).toEqual([]);
    expect(proof.receipts).toHaveLength(SALES);
    const { collective, device } = await page.evaluate(() => ({ collective: stall.collective, device: stall.device }));
    await hub.stop();
    const held = inHubFile(hub.dataDir, collective);
    expect(receiptsIn(held)).toEqual(proof.receipts.toSorted());
    const own = held.filter((entry) => entry.device === device);
    expect(checkChain(own, collective)).toBe(SALES);

    const { pass = 0, ...faults } = network.counts();
    console.log(JSON.stringify({ seed: SEED, pass, ...faults }));
    expect(Object.keys(faults).length, 'kinds of faults that came').toBeGreaterThanOrEqual(6);
    expect(total(faults)).toBeGreaterThan(20);
  } finally {
    await close();
    await network.close();
    await hub.remove();
  }
});

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
