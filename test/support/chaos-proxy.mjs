// The network of a market square, between a browser and a hub. In a test: startChaosProxy(). By hand:
//   node test/support/chaos-proxy.mjs --listen 9000 --to 8787 --rate 0.3 --seed 1 --path /api/
// Only requests whose path starts with `path` are disturbed. GET /__chaos tells the counts,
// GET /__chaos/rate/0.8 changes the rate (0 disturbs nothing, 1 every request).
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from './seeded-random.mjs';

/**
 * refuse: no connection. lost: the hub did its work, the answer never comes. doubled: the hub gets it twice.
 * truncated: half an answer. portal: a stranger's HTML with status 200. busy: 503. slow: seconds late.
 * @typedef {'refuse' | 'lost' | 'doubled' | 'truncated' | 'portal' | 'busy' | 'slow'} Fault
 */
/** @type {readonly Fault[]} */
export const FAULTS = ['refuse', 'lost', 'doubled', 'truncated', 'portal', 'busy', 'slow'];

/**
 * @typedef {object} ChaosProxy
 * @property {string} url
 * @property {number} port
 * @property {() => Readonly<Record<string, number>>} counts by fault; `pass` undisturbed, `cut` event streams, `hub-down` unreachable hub
 * @property {(rate: number) => void} setRate
 * @property {() => Promise<void>} close ends open connections too
 */

/**
 * @param {object} options
 * @param {number} options.to the hub's port on this machine
 * @param {number} [options.listen] 0, any free port, unless given
 * @param {number} [options.rate] share of requests to disturb, 0 to 1
 * @param {number} [options.seed] the same seed and the same order of requests: the same faults
 * @param {string} [options.path]
 * @param {readonly Fault[]} [options.faults]
 * @param {readonly [number, number]} [options.slowMs] shortest and longest delay of `slow`
 * @returns {Promise<ChaosProxy>}
 */
export async function startChaosProxy({
  to,
  listen = 0,
  rate: firstRate = 0.3,
  seed = 1,
  path = '/api/',
  faults = FAULTS,
  slowMs = [1000, 5000],
}) {
  const random = seededRandom(seed);
  /** @param {number} low @param {number} high */
  const between = (low, high) => low + random() * (high - low);
  const closing = new AbortController();
  /** @type {Record<string, number>} */
  const counts = {};
  let rate = firstRate;
  /** @param {string} what */
  const count = (what) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  const server = http.createServer((request, response) => {
    const url = request.url ?? '/';
    if (url === '/__chaos') return void response.end(JSON.stringify(counts));
    if (url.startsWith('/__chaos/rate/')) {
      rate = Number(url.split('/').pop());
      return void response.end(String(rate));
    }
    void answer(request, response).catch(() => {
      if (closing.signal.aborted) return;
      count('hub-down');
      response.destroy();
    });
  });

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async function answer(request, response) {
    const isInReach = (request.url ?? '/').startsWith(path);
    if ((request.headers.accept ?? '').includes('event-stream')) {
      const isCut = isInReach && random() < rate;
      return streamThrough(request, response, isCut ? between(500, 5500) : undefined);
    }
    const body = await bytesOf(request);
    const fault = isInReach && random() < rate ? faults[Math.floor(random() * faults.length)] : undefined;
    count(fault ?? 'pass');
    if (fault === 'refuse') return void request.socket.destroy();
    if (fault === 'portal') {
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<html><body>Welcome to Free WiFi. Please log in.</body></html>');
    }
    if (fault === 'busy') {
      response.writeHead(503, { 'retry-after': '1' });
      return void response.end('busy');
    }
    if (fault === 'doubled') await forward(request, body);
    if (fault === 'slow') await wait(between(...slowMs), undefined, { signal: closing.signal });
    const answered = await forward(request, body);
    if (fault === 'lost') return void request.socket.destroy();
    const headers = { ...answered.headers, 'content-length': String(answered.body.length) };
    delete headers['transfer-encoding'];
    response.writeHead(answered.status, headers);
    if (fault !== 'truncated' || answered.body.length < 2) return void response.end(answered.body);
    response.write(answered.body.subarray(0, answered.body.length >> 1), () => response.destroy());
  }

  /** @param {http.IncomingMessage} request @param {Buffer} body */
  async function forward(request, body) {
    const onward = toHub(request);
    onward.end(body);
    const [incoming] = /** @type {[http.IncomingMessage]} */ (await once(onward, 'response'));
    return { status: incoming.statusCode ?? 502, headers: incoming.headers, body: await bytesOf(incoming) };
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {number | undefined} cutAfter */
  async function streamThrough(request, response, cutAfter) {
    const onward = toHub(request);
    response.on('close', () => onward.destroy());
    onward.end();
    const [incoming] = /** @type {[http.IncomingMessage]} */ (await once(onward, 'response'));
    incoming.on('error', () => response.destroy());
    response.writeHead(incoming.statusCode ?? 502, incoming.headers);
    incoming.pipe(response);
    count(cutAfter === undefined ? 'pass' : 'cut');
    if (cutAfter !== undefined) setTimeout(() => response.destroy(), cutAfter).unref();
  }

  /** @param {http.IncomingMessage} request */
  function toHub(request) {
    const headers = { ...request.headers, host: `127.0.0.1:${to}` };
    return http.request({ host: '127.0.0.1', port: to, path: request.url, method: request.method, headers });
  }

  server.listen(listen, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : listen;
  return {
    url: `http://localhost:${port}`,
    port,
    counts: () => ({ ...counts }),
    setRate: (next) => {
      rate = next;
    },
    close: async () => {
      closing.abort();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** @param {http.IncomingMessage} message */
async function bytesOf(message) {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({ options: { listen: text, to: text, rate: text, seed: text, path: text } });
  const proxy = await startChaosProxy({
    to: Number(values.to ?? 8787),
    listen: Number(values.listen ?? 9000),
    rate: Number(values.rate ?? 0.3),
    seed: Number(values.seed ?? 1),
    path: values.path ?? '/api/',
  });
  console.log(`chaos ${proxy.url} -> ${values.to ?? 8787}, rate ${values.rate ?? 0.3}, seed ${values.seed ?? 1}`);
  setInterval(() => console.log(JSON.stringify(proxy.counts())), 5000).unref();
}
