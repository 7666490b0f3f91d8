// Builds the app into dist/ and the hub into dist-hub/, unless both were built from exactly these sources.
// `--force` builds anyway. A process of its own, so that the hub does not carry the bundler in its memory.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from './hash-of.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = join(root, 'dist-hub/.built-from');
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

const wanted = hashOf(root, SOURCES);
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
    build: {
      ssr: true,
      // The example is a file of its own: a hub that has one does not load what makes it.
      rolldownOptions: { input: { main: 'src/hub/main.ts', example: 'src/tools/example/make-example.ts' } },
      outDir: 'dist-hub',
      target: 'node20',
      sourcemap: true,
      emptyOutDir: true,
    },
  });
  writeFileSync(stamp, wanted);
}
