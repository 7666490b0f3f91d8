// Fills a page's IndexedDB with the design's wall before the app is opened, through the app's own commit.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = [
  'harbour',
  'ridges',
  'rain',
  'tide',
  'salt',
  'window',
  'dune',
  'birch',
  'swim',
  'meadow',
  'fell',
  'crossing',
];
const merch = ['zine', 'postcards', 'tote'];

/** @type {Promise<string> | undefined} */
let script;

/**
 * @param {import('playwright-core').Page} page anywhere on the app's origin
 * @param {string} origin
 * @param {{ hub?: string }} [options] `hub`: the public address receipts lead to
 */
export async function seedTill(page, origin, options = {}) {
  script ??= bundle();
  await page.goto(`${origin}/app/manifest.webmanifest`);
  // By the debugger, because the hub's rules let no inline script run.
  await page.evaluate(await script);
  const held = [...pictures, ...merch].flatMap(seedPicture);
  await page.evaluate(([pictures, hub]) => globalThis.seedWall(pictures, hub), [held, options.hub ?? '']);
}

/** @param {string} key */
function seedPicture(key) {
  const file = join(root, 'src/tools/example/pictures', `${key}.webp`);
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('base64url');
  return [{ key, hash, base64: bytes.toString('base64'), ...sizeOf(bytes) }];
}

/** Width and height from a WebP file's first chunk (lossy `VP8 `, or the canvas of `VP8X`). @param {Buffer} bytes */
function sizeOf(bytes) {
  if (bytes.toString('latin1', 12, 16) === 'VP8X') {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

async function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'imago-seed-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome111',
      lib: {
        entry: join(root, 'test/support/seed-page.ts'),
        formats: ['iife'],
        name: 'seed',
        fileName: () => 'seed.js',
      },
    },
  });
  const text = readFileSync(join(folder, 'seed.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}
