// Chromium killed during checkouts, again and again on one profile, and its journal proved after each kill.
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startChromium } from './chromium-process.mjs';
import { bundlePage } from './page-in-chromium.mjs';
import { seededRandom } from './seeded-random.mjs';
import { answerFile } from './serve-folder.mjs';

/** Sales acknowledged before a kill may come. */
export const SALES_BEFORE = 20;

/**
 * When the browser is killed. `any`: `delay` ms after the acknowledgement of sale number `sale`, whatever it is doing then.
 * `card`, of the till alone: after a tap on *Card*, whether the amount has left by then or not.
 * `tap`, `inside`: `delay` ms after that sale was asked for, or had begun its transaction, and before it was acknowledged.
 * @typedef {{ on: 'any' | 'tap' | 'inside' | 'card', sale: number, delay: number }} Moment
 * @typedef {{ moment: Moment, acknowledged: number, inFlight: boolean, late: number }} Kill
 */

/**
 * The seeded moments of `kills` kills; at least a third fall between the tap and `complete`.
 * @param {number} kills @param {number} seed @returns {Moment[]}
 */
export function killMoments(kills, seed) {
  const random = seededRandom(seed);
  return Array.from({ length: kills }, (_, at) => {
    const sale = SALES_BEFORE + 1 + Math.floor(random() * 20);
    const share = random();
    if (at % 3 > 0) return { on: 'any', sale, delay: share * 40 };
    return at % 2 === 0 ? { on: 'tap', sale, delay: share * 8 } : { on: 'inside', sale, delay: share * 3 };
  });
}

/**
 * @param {number} kills @param {number} seed
 * @returns {Promise<{ kills: Kill[], acknowledged: number, stored: number, faults: string[] }>} faults: empty when nothing
 *   acknowledged was lost and nothing is half-written; else it has stopped, and names the folder with profile and `as-killed`
 */
export async function killBrowser(kills, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'imago-kill-'));
  await bundlePage('test/support/stall-page.ts', join(folder, 'bundle'));
  const recorder = await startRecorder(join(folder, 'bundle'));
  const profile = join(folder, 'profile');
  /** @type {Kill[]} */
  const done = [];
  /** @type {string[]} */
  const faults = [];
  let stored = 0;
  let isWell = false;
  try {
    for (const moment of [...killMoments(kills, seed), undefined]) {
      const url = `${recorder.url}/?db=kill&do=${moment ? 'sell' : 'prove'}`;
      keepAsKilled(profile, folder);
      const browser = await startChromium({ profile, url });
      try {
        const proof = await recorder.proof();
        const found = [...proof.faults, ...lost(recorder.acknowledged, proof.receipts)];
        // What the browser itself says of its files belongs to the finding.
        if (found.length > 0) {
          faults.push(`after ${done.length} kills, kept in ${folder}`, ...found, browser.output());
          break;
        }
        const last = done.at(-1);
        // What was on the disk although the word of it did not get out: it is complete, and it counts.
        if (last) last.late = proof.receipts.length - recorder.acknowledged.length - lateBefore(done);
        stored = proof.receipts.length;
        if (!moment) break;
        done.push({ moment, ...(await recorder.killAt(moment, browser)), late: 0 });
      } finally {
        await browser.kill();
      }
    }
    isWell = faults.length === 0;
  } finally {
    await recorder.close();
    if (isWell) rmSync(folder, { recursive: true, force: true });
  }
  return { kills: done, acknowledged: recorder.acknowledged.length, stored, faults };
}

/**
 * What a kill left, before a start mends it: after a finding `as-killed` is what there is to look at.
 * @param {string} profile @param {string} folder
 */
export function keepAsKilled(profile, folder) {
  const [left, kept] = [join(profile, 'Default', 'IndexedDB'), join(folder, 'as-killed')];
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(left)) cpSync(left, kept, { recursive: true });
}

/** @param {readonly Kill[]} done */
function lateBefore(done) {
  return done.slice(0, -1).reduce((sum, { late }) => sum + late, 0);
}

/** @param {readonly string[]} acknowledged @param {readonly string[]} receipts */
export function lost(acknowledged, receipts) {
  const held = new Set(receipts);
  const gone = acknowledged.filter((receipt) => !held.has(receipt));
  return gone.length > 0 ? [`acknowledged and lost: ${gone.join(' ')}`] : [];
}

/** The other process: it serves the page and writes down what the page says, and so outlives every kill. */
async function startRecorder(bundle) {
  /** @type {string[]} */
  const acknowledged = [];
  /** @type {(word: { kind: string, receipt: string, proof: { receipts: string[], faults: string[] } }) => void} */
  let listen = () => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/recorder') void hear(request, response);
    else answerFile(bundle, request, response);
  });
  const hear = async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const word = JSON.parse(text);
    if (word.kind === 'acknowledged') acknowledged.push(word.receipt);
    response.writeHead(204).end();
    listen(word);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  /** @param {string} kind */
  const next = (kind) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the page did not say "${kind}" within a minute`)), 60_000);
      listen = (word) => {
        if (word.kind !== kind) return;
        clearTimeout(late);
        resolve(word);
      };
    });

  /** @param {Moment} moment @param {import('./chromium-process.mjs').ChromiumProcess} browser */
  const killAt = async (moment, browser) => {
    const from = acknowledged.length;
    while (acknowledged.length - from < moment.sale) await next('acknowledged');
    if (moment.on === 'any') {
      await wait(moment.delay);
      await browser.kill();
      return { acknowledged: acknowledged.length - from, inFlight: false };
    }
    for (;;) {
      const { receipt } = await next(moment.on);
      // To the tenth of a millisecond: a timer would be late by more than the transaction takes.
      for (const until = performance.now() + moment.delay; performance.now() < until;);
      browser.freeze();
      // A word that had left the browser before may still be on its way here; then the moment was missed.
      await wait(20);
      if (!acknowledged.includes(receipt)) break;
      browser.thaw();
    }
    await browser.kill();
    return { acknowledged: acknowledged.length - from, inFlight: true };
  };

  return {
    url: `http://localhost:${port}`,
    acknowledged,
    /** @returns {Promise<{ receipts: string[], faults: string[] }>} */
    proof: async () => (await next('proof')).proof,
    killAt,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
