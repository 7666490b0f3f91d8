// Builds the app into dist/ and the hub into dist-hub/, unless both were built from exactly these sources.
// `--force` builds anyway. A process of its own, so that the hub does not carry the bundler in its memory.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = join(root, 'dist-hub/.built-from');
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

const wanted = hashOfSources();
const isBuilt =
  existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(root, 'dist/index.html'));
if (!isBuilt || process.argv.includes('--force')) {
  rmSync(stamp, { force: true }); // a build that stops half-way must not pass for a finished one
  console.log('Building the till and the hub …');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  await build({
    root,
    logLevel: 'warn',
    configFile: false,
    publicDir: false,
    build: { ssr: 'src/hub/main.ts', outDir: 'dist-hub', target: 'node20', sourcemap: true, emptyOutDir: true },
  });
  writeFileSync(stamp, wanted);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}
