import { fromBase64Url, toBase64Url } from '../journal/hash.ts';
import { readSetting, writeSetting } from './registry.ts';

interface Joining {
  readonly code: string;
  readonly seed: string;
}

/**
 * The seed of the key with which this tablet asks to join by this code. The same code asks with the same key, also after
 * a reload: an answer that got lost can then be asked for again, because the hub knows the key.
 */
export async function seedForCode(code: string): Promise<Uint8Array> {
  const kept = (await readSetting('joining')) as Joining | undefined;
  if (kept?.code === code) return fromBase64Url(kept.seed);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  await writeSetting('joining', { code, seed: toBase64Url(seed) } satisfies Joining);
  return seed;
}

/** Whether this code was asked with already, under a key of its own, and no answer arrived. */
export async function hasSeedFor(code: string): Promise<boolean> {
  return ((await readSetting('joining')) as Joining | undefined)?.code === code;
}

/** The pairing came to its end: the next code gets a key of its own. */
export async function forgetSeed(): Promise<void> {
  await writeSetting('joining', undefined);
}

/**
 * The code in what a person typed or pasted: a whole link, a link's secret, or 8 signs in any letters with blanks and
 * dashes. `origin` is the link's, '' where there is none.
 */
export function codeIn(typed: string): { readonly code: string; readonly origin: string } | undefined {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) {
    if (!URL.canParse(text)) return undefined;
    const url = new URL(text);
    const code = url.hash.slice(1);
    return /^[A-Za-z0-9_-]{8,64}$/.test(code) ? { code, origin: url.origin } : undefined;
  }
  const short = text.replace(/[\s-]/g, '');
  if (/^[A-Za-z2-9]{8}$/.test(short)) return { code: short.toUpperCase(), origin: '' };
  return /^[A-Za-z0-9_-]{20,64}$/.test(text) ? { code: text, origin: '' } : undefined;
}
