import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request as callOn } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the files of a folder on a free port of this machine, cross-origin isolated: only then does
 * `performance.now()` tick in steps of 5 instead of 100 microseconds.
 * @param {string} folder
 * @param {{ api?: number }} [options] `api`: the port of this machine that answers what begins with /api/
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, { api } = {}) {
  const server = createServer((request, response) => {
    if (api !== undefined && request.url?.startsWith('/api/')) passOn(api, request, response);
    else answerFile(folder, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://localhost:${address.port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/**
 * Answers one request with a file of the folder.
 * @param {string} folder @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
export function answerFile(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
  const file = join(folder, path.endsWith(sep) ? `${path}index.html` : path);
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
  response.setHeader('cache-control', 'no-store');
  readFile(file).then(
    (bytes) => {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(bytes);
    },
    () => {
      response.statusCode = 404;
      response.end('not here');
    },
  );
}

/**
 * Hands a request on and its answer back as it comes: cut short where it was cut short.
 * @param {number} port @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
function passOn(port, request, response) {
  const headers = { ...request.headers, host: `localhost:${port}` };
  const onward = callOn({ host: '127.0.0.1', port, path: request.url, method: request.method, headers });
  onward.on('error', () => response.destroy());
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('aborted', () => response.destroy());
    answer.pipe(response);
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
