// Fills a page's IndexedDB with the example collective before the app is opened, through the app's own commit.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, 'src/tools/example/pictures');

/** @type {Promise<string> | undefined} */
let script;

/**
 * @param {import('playwright-core').Page} page anywhere on the app's origin; stays on a page of it without the app
 * @param {string} origin
 * @param {{ openToday?: boolean, hub?: string }} [options] `openToday`: a market day runs, with
 *   sales of five hours, and is selected; `hub`: the public address on its labels
 * @returns {Promise<string>} the tablet's device id; `globalThis.example.write` takes further facts
 */
export async function seedExamplePage(page, origin, { openToday = false, hub = '' } = {}) {
  script ??= bundle();
  await page.goto(`${origin}/app/manifest.webmanifest`);
  // As a file of the page's own origin: the hub's policy allows no other script.
  const body = await script;
  await page.route('**/app/seed.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  await page.addScriptTag({ url: `${origin}/app/seed.js` });
  const held = readdirSync(pictures)
    .filter((file) => file.endsWith('.webp'))
    .map(seedPicture);
  return page.evaluate(([held, options]) => globalThis.example.live(held, options), [held, { openToday, hub }]);
}

/** @param {string} file */
function seedPicture(file) {
  const bytes = readFileSync(join(pictures, file));
  const hash = createHash('sha256').update(bytes).digest('base64url');
  return { key: file.replace('.webp', ''), hash, base64: bytes.toString('base64'), ...sizeOf(bytes) };
}

/** Width and height from a WebP file's first chunk (lossy `VP8 `, or the canvas of `VP8X`). @param {Buffer} bytes */
function sizeOf(bytes) {
  if (bytes.toString('latin1', 12, 16) === 'VP8X') {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

async function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'imago-example-'));
  const entry = join(root, 'test/support/example-page.ts');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome111',
      lib: { entry, formats: ['iife'], name: 'seed', fileName: () => 'seed.js' },
    },
  });
  const text = readFileSync(join(folder, 'seed.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}
