import { once } from 'node:events';
import { createServer } from 'node:http';
import { ensureBuilt, startHub } from '../support/hub-process.mjs';
import { openInChromium } from '../support/page-in-chromium.mjs';
import { againstLimit, inRounds } from './rounds.mjs';

export const name = 'drain';
export const results = ['drain', 'drain-requests'];

const SALES = 10_000;
/** Requests that do not count: a hub has run for days, and the limit's server takes part in every round. */
const WARM_UP = 4;
const BATCH = 500;

/**
 * Sales a second from a tablet to a fresh hub process that checks and stores each, against limit A: structured rows
 * from IndexedDB, JSON, HTTP, nothing stored (drain-page.ts). At least 0.9 times; at most 25 requests.
 */
export async function run() {
  ensureBuilt();
  const limit = await startLimit();
  // Hub and limit are other origins than the page; the till's own page comes from its hub.
  const opened = await openInChromium('test/bench/drain-page.ts', { args: ['--disable-web-security'] });
  const { page, close } = opened;
  try {
    await page.waitForFunction(() => 'bench' in globalThis);
    await page.evaluate((count) => globalThis.bench.fill(count), SALES + WARM_UP * BATCH);
    let requests = 0;
    const drained = await inRounds({
      name,
      unit: 'sales/s',
      rounds: 7,
      control: async () => (SALES * 1000) / (await limitOnce(page, limit.url)),
      subject: async () => {
        const round = await drainOnce(page);
        requests = Math.max(requests, round.requests);
        return (SALES * 1000) / round.ms;
      },
    });
    return [drained, againstLimit({ name: 'drain-requests', unit: 'requests', value: requests, limit: 25 })];
  } finally {
    await close();
    await limit.close();
  }
}

/** @param {import('playwright-core').Page} page @param {string} url */
function limitOnce(page, url) {
  return page.evaluate(([url, warmUp]) => globalThis.bench.limitA(url, warmUp), [url, WARM_UP]);
}

/** @param {import('playwright-core').Page} page */
async function drainOnce(page) {
  const hub = await startHub({ args: ['--empty'] });
  try {
    const [, code = ''] = /own collective.*: (\S+)/.exec(hub.output()) ?? [];
    await page.evaluate(([url, code]) => globalThis.bench.found(url, code), [hub.url, code]);
    return await page.evaluate((warmUp) => globalThis.bench.drain(warmUp), WARM_UP);
  } finally {
    await hub.remove();
  }
}

async function startLimit() {
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request, response) => {
    /** @type {Buffer[]} */
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const rows = JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ n: rows.at(-1)?.n ?? 0 }));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
