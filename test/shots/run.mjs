// `npm run shots`: every listed screen and state in three sizes and three themes, into the ignored folder .shots/.
// With a folder of mock-ups as an argument, also a sheet with mock-up and screen side by side.
//   npm run shots -- [--only till,sale/refund] [--themes light] [--grey] [--mockups FOLDER]
// `--grey` leaves only brightness: every state must still be told from the others, by shape or by word.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { createServer, preview } from 'vite';
import { findBrowser } from '../browser/find-browser.mjs';
import { walkTo } from '../support/walk.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}.shots`;
const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const only = process.argv.includes('--only') ? option('only') : undefined;
const mockups = process.argv.includes('--mockups') ? resolve(option('mockups')) : undefined;
const sizes = { landscape: [1180, 820], portrait: [820, 1180], phone: [390, 844] };
const themes = process.argv.includes('--themes') ? option('themes').split(',') : ['light', 'dark', 'sun'];
const grey = process.argv.includes('--grey');

if (!existsSync(`${root}dist/index.html`)) throw new Error('nothing is built yet: npm run build first');
mkdirSync(folder, { recursive: true });
const screens = await listedScreens();
const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const origin = `http://127.0.0.1:${server.httpServer.address().port}`;
const found = await findBrowser();
if (!found) throw new Error('no Chromium found: install one or set IMAGO_CHROMIUM to its path');
const browser = await chromium.launch({
  executablePath: found.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const pairs = [];
const missed = [];
const wanted = screens
  .flatMap(({ id, states }) => states.map((state) => ({ id, state })))
  .filter(({ id, state }) => !only || only.split(',').some((wish) => wish === id || wish === `${id}/${state.id}`));
// By stall, so that each size fills its storage once for each.
const stalls = ['mock', 'example', 'bare'].map((stall) => wanted.filter(({ state }) => state.stall === stall));
const began = Date.now();
let count = 0;
for (const states of stalls.filter((states) => states.length > 0)) {
  for (const [size, [width, height]] of Object.entries(sizes)) await shootAll(states, size, width, height);
}
await browser.close();
await server.close();
if (mockups) writeSheet();
for (const miss of missed) console.log(`missed: ${miss}`);
console.log(`${pairs.length} pictures in .shots, ${missed.length} missed`);
process.exit(missed.length === 0 ? 0 : 1);

async function shootAll(states, size, width, height) {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  for (const { id, state } of states) {
    const problem = await shoot(page, id, state, size).catch((caught) => caught);
    if (problem) missed.push(`${id} ${state.id} ${size}: ${String(problem).split('\n')[0]}`);
    count += 1;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`${count}/${wanted.length * 3}  ${seconds} s  ${id} ${state.id} ${size}${problem ? '  MISSED' : ''}`);
  }
  await context.close();
}

async function shoot(page, id, state, size) {
  await walkTo(page, origin, state);
  for (const theme of themes) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
    const file = `${id}-${state.id}-${size}-${theme}.png`;
    const picture = await page.screenshot();
    if (grey) await sharp(picture).greyscale().toFile(`${folder}/${file}`);
    else writeFileSync(`${folder}/${file}`, picture);
    pairs.push({ file, size, theme, mockup: state.mockup });
  }
}

/** The app's own list, read as the app reads it. */
async function listedScreens() {
  const vite = await createServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true } });
  const { screens } = await vite.ssrLoadModule('/src/app/screens.ts');
  const plain = screens.map(({ id, states }) => ({ id, states }));
  await vite.close();
  return plain;
}

function writeSheet() {
  const rows = pairs
    .filter(({ mockup }) => mockup)
    .map(({ file, size, theme, mockup }) => {
      const variant = [size === 'landscape' ? '' : size, theme === 'light' ? '' : theme].filter(Boolean).join('-');
      const named = [`${mockup}-${variant}`, mockup.replace(/-light$/, `-${variant}`)].find((name) =>
        existsSync(`${mockups}/${name}.png`),
      );
      const picture = named ?? (variant === '' ? mockup : undefined);
      if (!picture) return '';
      const drawn = pathToFileURL(`${mockups}/${picture}.png`);
      return `<tr><th colspan="2">${file}</th></tr><tr><td><img src="${drawn.href}"></td><td><img src="${file}"></td></tr>`;
    });
  const style =
    'body{font:16px system-ui;margin:24px}img{width:100%}td{width:50%;padding:4px;vertical-align:top}th{text-align:left;padding-top:24px}';
  writeFileSync(
    `${folder}/sheet.html`,
    `<!doctype html><meta charset="utf-8"><title>Mock-up and screen</title><style>${style}</style><table>${rows.join('')}</table>`,
  );
}
