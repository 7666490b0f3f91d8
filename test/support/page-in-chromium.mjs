// A TypeScript file as a page in a real Chromium, with a profile on disk: a private window keeps IndexedDB in memory
// and would measure something else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../browser/find-browser.mjs';
import { serveFolder } from './serve-folder.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles `entry` as it would be shipped (minified, production), serves it and opens it.
 * The page's own functions are reached by `page.evaluate` through what the entry puts on `globalThis`.
 * @param {string} entry a .ts or .tsx file, from the top of the repository
 * @param {{ profile?: string, query?: string, api?: number, args?: string[] }} [options] `profile`: a folder kept between runs, else one made
 *   here and deleted; `api`: the port of this machine that answers what begins with /api/; `args`: for Chromium
 * @returns {Promise<{ page: import('playwright-core').Page, url: string, close: () => Promise<void> }>}
 * @throws what the page throws while it loads
 */
export async function openInChromium(entry, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'imago-page-'));
  const bundle = join(folder, 'bundle');
  await bundlePage(entry, bundle);
  const server = await serveFolder(bundle, options.api === undefined ? {} : { api: options.api });
  const context = await openProfile(options.profile ?? join(folder, 'profile'), { args: options.args ?? [] });
  const close = async () => {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const page = context.pages()[0] ?? (await context.newPage());
  /** @type {Error[]} */
  const thrown = [];
  page.on('pageerror', (problem) => thrown.push(problem));
  await page.goto(`${server.url}/${options.query ?? ''}`);
  if (thrown[0]) {
    await close();
    throw thrown[0];
  }
  return { page, url: server.url, close };
}

/**
 * A Chromium with its profile in `folder`, headless.
 * @param {string} folder
 * @param {import('playwright-core').BrowserContextOptions & { args?: string[], env?: Record<string, string> }} [options]
 */
export async function openProfile(folder, { args = [], ...options } = {}) {
  const browser = await findBrowser();
  if (!browser) throw new Error('no Chromium found: install one or set IMAGO_CHROMIUM to its path');
  return chromium.launchPersistentContext(folder, {
    executablePath: browser.path,
    args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    viewport: { width: 1180, height: 820 },
    ...options,
  });
}

/** `entry` as it would be shipped, with a page around it. @param {string} entry @param {string} outDir */
export async function bundlePage(entry, outDir) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome111',
      rollupOptions: { input: resolve(root, entry), output: { entryFileNames: 'page.js' } },
    },
  });
  const head = '<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">';
  writeFileSync(
    join(outDir, 'index.html'),
    `${head}<div id="root"></div><script type="module" src="/page.js"></script>`,
  );
}
