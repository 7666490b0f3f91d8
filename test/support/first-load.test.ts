import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstLoad } from './first-load.mjs';

test('static imports count wherever they lead, imports on demand do not', () => {
  const dist = mkdtempSync(join(tmpdir(), 'imago-dist-'));
  mkdirSync(join(dist, 'assets'));
  const write = (file: string, text: string) => writeFileSync(join(dist, file), text);
  write(
    'index.html',
    '<link rel="modulepreload" href="/app/assets/c.js"><script type="module" src="/app/assets/a.js">',
  );
  write('assets/a.js', 'import{x as y}from"./b.js";import*as q from"./e.js";var z=()=>import("./scanner.js");');
  write('assets/b.js', 'import"./d.js";export{w}from"./f.js";');
  for (const name of ['c', 'd', 'e', 'f', 'scanner']) write(`assets/${name}.js`, `export const ${name}=1;`);
  try {
    const files = firstLoad(dist).map((chunk) => chunk.file);
    expect(files.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `assets/${name}.js`));
  } finally {
    rmSync(dist, { recursive: true });
  }
});
