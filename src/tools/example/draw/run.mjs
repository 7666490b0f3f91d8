// Draws the example's pictures again. Needs a Chromium (CHROMIUM=path, or playwright's own); not part of a start.
//   node src/tools/example/draw/run.mjs [name ...]        draws all, or the named ones
//   OUT=folder LONG=pixels                                elsewhere, at another size, to look at
// Every line and grain is code and seeded: no third-party picture is used anywhere.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { goods } from './goods.mjs';
import { scenes } from './scenes.mjs';

const FINE = Number(process.env.FINE ?? 2);
const LONG = Number(process.env.LONG ?? 640);
const ORIGIN = 'http://draw.invalid/';
const out = process.env.OUT ? process.env.OUT + '/' : fileURLToPath(new URL('../pictures/', import.meta.url));

await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
  args: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox'],
});
const page = await openPage(browser);
for (const name of wanted()) {
  const started = Date.now();
  try {
    const png = name in scenes ? await drawScene(name) : await drawGoods(name);
    const kilobytes = Math.round((await print(name, png)) / 1024);
    console.log(`${name.padEnd(14)} ${kilobytes} kB  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (cause) {
    console.error(`${name}: ${cause.message}`);
    process.exitCode = 1;
  }
}
await browser.close();

function wanted() {
  const all = [...Object.keys(scenes), ...Object.keys(goods)];
  const asked = process.argv.slice(2);
  const strangers = asked.filter((name) => !all.includes(name));
  if (strangers.length > 0) throw new Error(`No such picture: ${strangers.join(', ')}. There are: ${all.join(', ')}`);
  return asked.length > 0 ? asked : all;
}

/** The page loads the modules of this folder under an address that exists nowhere else. */
async function openPage(from) {
  const opened = await from.newPage();
  await opened.route(ORIGIN + '**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' });
    const body = await readFile(fileURLToPath(new URL('.' + path, import.meta.url)));
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await opened.goto(ORIGIN);
  return opened;
}

async function drawScene(name) {
  const address = await page.evaluate(
    async ([scene, long, fine]) => (await import('/darkroom.mjs')).draw(scene, long, fine),
    [name, LONG, FINE],
  );
  return bytesOf(address);
}

async function drawGoods(name) {
  const prints = await Promise.all(
    goods[name].use.map(async (work) => 'data:image/webp;base64,' + (await readFile(`${out}${work}.webp`, 'base64'))),
  );
  const address = await page.evaluate(
    async ([thing, from, long]) => (await import('/goods.mjs')).arrange(thing, from, long),
    [name, prints, LONG * FINE],
  );
  return bytesOf(address);
}

async function print(name, png) {
  const paper = await sharp(png)
    .resize(LONG, LONG, { fit: 'inside', kernel: 'lanczos3' })
    .webp({ quality: 82, effort: 6 })
    .toBuffer();
  await writeFile(`${out}${name}.webp`, paper);
  return paper.length;
}

function bytesOf(address) {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
