// Draws the app's icons from the mark (a picture hung on a nail): node src/tools/example/draw/icons.mjs
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const WALL = '#F5F3EE';
const INK = '#1B1A17';
const out = fileURLToPath(new URL('../../../../public/icons/', import.meta.url));

await mkdir(out, { recursive: true });
await writeFile(out + 'favicon.svg', icon({ share: 0.82, corner: 9, stroke: 2.4 }) + '\n');
await print('icon-192.png', 192, { share: 0.64, corner: 9 });
await print('icon-512.png', 512, { share: 0.64, corner: 9 });
// A launcher may cut a maskable icon down to its inner 80 %, and iOS rounds the corners itself: both go to the edge.
await print('icon-maskable-512.png', 512, { share: 0.52, corner: 0 });
await print('apple-touch-icon-180.png', 180, { share: 0.64, corner: 0 });

async function print(file, side, look) {
  await sharp(Buffer.from(icon(look)), { density: (72 * side) / 40 })
    .resize(side, side)
    .png({ compressionLevel: 9, palette: look.corner === 0 })
    .toFile(out + file);
}

/** The mark on the wall, in a square of 40: `share` of the square it takes, `corner` the plate's radius. */
function icon({ share, corner, stroke = 2 }) {
  const inset = 20 * (1 - share);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
<rect width="40" height="40" rx="${corner}" fill="${WALL}"/>
<g transform="translate(${inset.toFixed(2)} ${inset.toFixed(2)}) scale(${share})" fill="none" stroke="${INK}" stroke-width="${stroke}" stroke-linejoin="round">
<path d="M5 16h30v20H5z"/><path d="M11 22h18v8H11z" fill="${INK}" stroke="none"/>
<path d="M10 16 20 5l10 11" stroke-width="${(stroke * 0.7).toFixed(1)}"/><circle cx="20" cy="4.6" r="1.7" fill="${INK}" stroke="none"/>
</g></svg>`;
}
