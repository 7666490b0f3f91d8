import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChaosProxy, type Fault, FAULTS, startChaosProxy } from './chaos-proxy.mjs';

const ANSWER = JSON.stringify({ answer: 'x'.repeat(1000) });
let hub: Server;
let received: string[];
let proxy: ChaosProxy | undefined;

beforeEach(async () => {
  received = [];
  hub = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => (body += String(bytes)));
    request.on('end', () => {
      received.push(body);
      response.setHeader('content-type', 'application/json');
      response.end(ANSWER);
    });
  }).listen(0, '127.0.0.1');
  await once(hub, 'listening');
});

afterEach(async () => {
  await proxy?.close();
  hub.close();
  hub.closeAllConnections();
});

test('undisturbed, question and answer arrive whole', async () => {
  await start(['lost'], 0);
  const answer = await post();
  expect(await answer.text()).toBe(ANSWER);
  expect(received).toEqual(['a sale']);
});

test('a refused request never reaches the hub', async () => {
  await start(['refuse']);
  await expect(post()).rejects.toThrow('fetch failed');
  expect(received).toEqual([]);
});

test('a lost answer leaves the work done', async () => {
  await start(['lost']);
  await expect(post()).rejects.toThrow('fetch failed');
  expect(received).toEqual(['a sale']);
});

test('a doubled request reaches the hub twice and is answered once', async () => {
  await start(['doubled']);
  expect(await (await post()).text()).toBe(ANSWER);
  expect(received).toEqual(['a sale', 'a sale']);
});

test('an answer cut in half cannot be read to its end', async () => {
  await start(['truncated']);
  await expect(post().then((answer) => answer.text())).rejects.toThrow('terminated');
  expect(received).toEqual(['a sale']);
});

test('a captive portal answers 200 with a page of its own', async () => {
  await start(['portal']);
  const answer = await post();
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<html>');
  expect(received).toEqual([]);
});

test('a busy network answers 503 and says when to come back', async () => {
  await start(['busy']);
  const answer = await post();
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('1');
});

test('a slow answer is whole', async () => {
  await start(['slow']);
  expect(await (await post()).text()).toBe(ANSWER);
  expect(proxy?.counts()).toEqual({ slow: 1 });
});

test('paths outside the disturbed one are left alone', async () => {
  await start(['refuse']);
  const answer = await fetch(`${proxy?.url}/app/`);
  expect(await answer.text()).toBe(ANSWER);
});

test('the same seed brings the same faults in the same order', async () => {
  const first = await faultsOf(7);
  expect(await faultsOf(7)).toEqual(first);
  expect(await faultsOf(8)).not.toEqual(first);
});

test('a hub that is down is counted, and the request ends', async () => {
  await start(['slow'], 0);
  hub.close();
  hub.closeAllConnections();
  await expect(post()).rejects.toThrow('fetch failed');
  expect(proxy?.counts()['hub-down']).toBe(1);
});

test('the rate can be changed while it runs', async () => {
  await start(['busy']);
  expect((await post()).status).toBe(503);
  await fetch(`${proxy?.url}/__chaos/rate/0`);
  expect((await post()).status).toBe(200);
});

async function start(faults: readonly Fault[], rate = 1): Promise<void> {
  const { port } = hub.address() as AddressInfo;
  proxy = await startChaosProxy({ to: port, rate, faults, slowMs: [1, 2] });
}

function post(): Promise<Response> {
  return fetch(`${proxy?.url}/api/sync`, { method: 'POST', body: 'a sale' });
}

async function faultsOf(seed: number): Promise<readonly string[]> {
  const { port } = hub.address() as AddressInfo;
  const seeded = await startChaosProxy({ to: port, rate: 0.5, seed, faults: FAULTS, slowMs: [1, 2] });
  const seen: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    const before = seeded.counts();
    await fetch(`${seeded.url}/api/sync`, { method: 'POST', body: 'x' }).then(
      (answer) => answer.text().catch(() => ''),
      () => '',
    );
    const after = seeded.counts();
    seen.push(...Object.keys(after).filter((fault) => after[fault] !== before[fault]));
  }
  await seeded.close();
  return seen;
}
