import { sha256 } from '@noble/hashes/sha2.js';
import type { Picture } from '../domain/catalogue/facts.ts';
import { done, refused, type Result } from '../domain/result.ts';
import { toBase64Url } from '../journal/hash.ts';

/** A rendition ready for the media store, known by the hash of its bytes. */
interface Rendition {
  readonly hash: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

export interface ResizedPicture {
  /** What the work's fact says of it. */
  readonly picture: Picture;
  readonly renditions: readonly Rendition[];
}

/** Why there is no picture. Nothing was kept; the work is as it was. */
export type PictureProblem =
  | { readonly kind: 'picture-too-large'; readonly mostBytes: number }
  | { readonly kind: 'picture-unreadable' }
  /** This browser cannot draw off the screen; another one can. */
  | { readonly kind: 'pictures-not-here' };

const MOST_BYTES = 60_000_000;
/** The hub takes 2 MB a picture. */
const MOST_RENDITION = 1_900_000;
const SIDES = { small: 160, medium: 480, large: 1600 } as const;
const QUALITIES = [0.82, 0.6, 0.4];

/**
 * Reads a photograph (whatever this browser can decode), turns it as its camera says, and makes it small. WebP; JPEG
 * where WebP cannot be written. What is smaller already is not blown up.
 */
export async function resizePicture(bytes: ArrayBuffer): Promise<Result<ResizedPicture, PictureProblem>> {
  if (bytes.byteLength > MOST_BYTES) return refused({ kind: 'picture-too-large', mostBytes: MOST_BYTES });
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined')
    return refused({ kind: 'pictures-not-here' });
  const photo = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!photo) return refused({ kind: 'picture-unreadable' });
  try {
    const large = await rendition(photo, SIDES.large);
    const medium = await rendition(photo, SIDES.medium);
    const small = await rendition(photo, SIDES.small);
    const { width, height } = fit(photo, SIDES.large);
    const picture = { small: small.hash, medium: medium.hash, large: large.hash, width, height };
    const byHash = new Map([small, medium, large].map((each) => [each.hash, each]));
    return done({ picture, renditions: [...byHash.values()] });
  } catch {
    return refused({ kind: 'pictures-not-here' });
  } finally {
    photo.close();
  }
}

async function rendition(photo: ImageBitmap, side: number): Promise<Rendition> {
  const canvas = drawn(photo, side);
  for (const quality of QUALITIES) {
    const made = await encoded(canvas, quality);
    if (made.size > MOST_RENDITION) continue;
    const bytes = await made.arrayBuffer();
    return { hash: toBase64Url(sha256(new Uint8Array(bytes))), type: made.type, bytes };
  }
  throw new RangeError('a rendition stays too large');
}

/** Halves the picture until it is near its size: one long step would leave jagged edges. */
function drawn(photo: ImageBitmap, side: number): OffscreenCanvas {
  const { width, height } = fit(photo, side);
  let from: ImageBitmap | OffscreenCanvas = photo;
  while (from.width > width * 2) from = scaled(from, Math.ceil(from.width / 2), Math.ceil(from.height / 2));
  return scaled(from, width, height);
}

function scaled(from: ImageBitmap | OffscreenCanvas, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(from, 0, 0, width, height);
  return canvas;
}

function fit({ width, height }: ImageBitmap, side: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

async function encoded(canvas: OffscreenCanvas, quality: number): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
  // A browser that cannot write WebP silently writes PNG.
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality });
}
