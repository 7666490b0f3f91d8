// A camera's clip with one code in it, for Chromium's fake camera.
import { writeFileSync } from 'node:fs';
import { correction, generate } from 'lean-qr';

const [WIDTH, HEIGHT] = [1280, 720];
const FRAMES = 10;

/**
 * Writes a clip (Y4M, ten frames a second, played again and again) that shows `text` as a QR code on white.
 * @param {string} file @param {string} text @param {{ module?: number, noise?: (at: number) => number }} [options]
 *   `module`: pixels of one module in the frame
 */
export function writeCodeClip(file, text, { module = 7 } = {}) {
  const code = generate(text, { minCorrectionLevel: correction.Q });
  const luma = Buffer.alloc(WIDTH * HEIGHT, 200);
  const side = code.size * module;
  const [left, top] = [Math.floor((WIDTH - side) / 2), Math.floor((HEIGHT - side) / 2)];
  for (let y = -4 * module; y < side + 4 * module; y++) {
    for (let x = -4 * module; x < side + 4 * module; x++) {
      const dark = code.get(Math.floor(x / module), Math.floor(y / module));
      luma[(top + y) * WIDTH + left + x] = dark ? 30 : 235;
    }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
