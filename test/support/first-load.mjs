// How much JavaScript a tablet fetches before the till can be seen.
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The scripts that the built page names and, from there on, every statically imported chunk. What is imported on demand,
 * workers and the service worker are not part of the first load.
 * @param {string} dist folder of the built app, whose address is /app/
 * @returns {{ file: string, gzipBytes: number }[]} largest first
 */
export function firstLoad(dist) {
  const page = readFileSync(`${dist}/index.html`, 'utf8');
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\/app\/([^"]+\.js)"/g)];
  /** @type {Map<string, number>} */
  const found = new Map();
  const queue = named.map(([, file = '']) => file);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    const code = readFileSync(`${dist}/${file}`);
    found.set(file, gzipSync(code).length);
    queue.push(...staticImports(file, code.toString('utf8')).filter((path) => existsSync(`${dist}/${path}`)));
  }
  if (found.size === 0) throw new Error(`${dist}/index.html names no script`);
  return [...found].map(([file, gzipBytes]) => ({ file, gzipBytes })).toSorted((a, b) => b.gzipBytes - a.gzipBytes);
}

/** @param {string} file @param {string} code */
function staticImports(file, code) {
  const statement = /(?:^|[;}\s])(?:import|export)\b(?:[\w$*{}\s,]*?\bfrom)?\s*(["'`])(\.{1,2}\/[^"'`]+)\1/g;
  return [...code.matchAll(statement)].map(([, , to = '']) => posix.join(posix.dirname(file), to));
}
