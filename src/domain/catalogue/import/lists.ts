import { tidy } from './plain-text.ts';

/** Parts of a comma list; `\,` is a comma within a part (WooCommerce's way, ours too). Empty parts go. */
export function splitList(text: string): string[] {
  const parts = text.match(/(?:\\[\s\S]|[^,\\])+/g) ?? [];
  return parts.map((part) => tidy(part.replace(/\\([\\,])/g, '$1'))).filter((part) => part !== '');
}

/** The text `splitList` reads. */
export function joinList(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\,]/g, '\\$&')).join(', ');
}

/** A handle from a title: `Dachlandschaft, "Süd"` is `dachlandschaft-sud`. */
export function titleToKey(title: string): string {
  const key = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 150);
  return key === '' ? 'work' : key;
}

/** What a shop's type or category says about the kind; null when it says nothing we know. */
export function kindFromWords(words: string): 'print' | 'merch' | null {
  if (/\bmerch/i.test(words)) return 'merch';
  return /\b(?:prints?|photos?|photographs?|posters?)\b/i.test(words) ? 'print' : null;
}
