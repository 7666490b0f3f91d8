import { foldText } from './fold-text.ts';

/** What a search can find: one variant, or a work without any. */
export interface SearchItem {
  readonly id: string;
  readonly title: string;
  /** Name. */
  readonly photographer: string;
  readonly sku: string;
  /** Size, paper, frame; whatever else it should be found by. */
  readonly options: readonly string[];
  /** Of its edition; null without one. */
  readonly editionSize: number | null;
}

interface SearchIndex {
  readonly entries: readonly SearchEntry[];
}

interface SearchEntry {
  readonly id: string;
  /** Folded: title, photographer, SKU, options, with line breaks between and a space first. */
  readonly words: string;
  readonly titleEnd: number;
  readonly sku: string;
  readonly editionSize: number | null;
}

interface SearchHit {
  readonly id: string;
  /** The number asked for by `7/25`, if the edition has it. */
  readonly copyNumber: number | null;
}

/** Folds everything once; build it anew when the catalogue changes. The order of `items` decides between equals. */
export function buildSearchIndex(items: readonly SearchItem[]): SearchIndex {
  return {
    entries: items.map(({ id, title, photographer, sku, options, editionSize }) => {
      const name = foldText(title);
      const words = `\n${[name, ...[photographer, sku, ...options].map(foldText)].join('\n')}`;
      return { id, words, titleEnd: name.length + 1, sku: foldText(sku), editionSize };
    }),
  };
}

/**
 * Every word of `text` must be in the item, anywhere inside a word, whatever its case and accents; `7/25` also finds what
 * is in an edition of 25. Best first: whole SKU or start of the title, start of a word, inside; else in the index's order.
 * An empty text finds everything.
 */
export function searchCatalogue(index: SearchIndex, text: string): readonly SearchHit[] {
  const words = foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word): Word => ({ word, copy: copyAsked(word) }));
  const copy = words.find((each) => each.copy !== undefined)?.copy;
  const found: SearchHit[][] = [];
  for (const entry of index.entries) {
    const rank = rankOf(entry, words);
    if (rank === undefined) continue;
    const isCopy = copy !== undefined && copy.of === entry.editionSize;
    (found[rank] ??= []).push({ id: entry.id, copyNumber: isCopy ? copy.number : null });
  }
  return found.flat();
}

interface Word {
  readonly word: string;
  readonly copy: CopyAsked | undefined;
}

/** `7/25`: a number, and the size of its edition. */
interface CopyAsked {
  readonly number: number;
  readonly of: number;
}

/** Sum of the words' ranks; undefined if one is missing. */
function rankOf(entry: SearchEntry, words: readonly Word[]): number | undefined {
  let sum = 0;
  for (const word of words) {
    const rank = rankOfWord(entry, word);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

function rankOfWord(entry: SearchEntry, { word, copy }: Word): number | undefined {
  const { words, sku, titleEnd, editionSize } = entry;
  if (word === sku) return 0;
  const first = words.indexOf(word);
  if (first === -1) return copy !== undefined && copy.of === editionSize ? 1 : undefined;
  if (first === 1 && word.length < titleEnd) return 0;
  for (let at = first; at !== -1; at = words.indexOf(word, at + 1)) {
    if (isWordStart(words, at)) return 1;
  }
  return 2;
}

function isWordStart(words: string, at: number): boolean {
  return !LETTER.test(words.charAt(at - 1));
}

const LETTER = /[\p{L}\p{N}]/u;

function copyAsked(word: string): CopyAsked | undefined {
  const found = /^(\d{1,4})\/(\d{1,4})$/.exec(word);
  const [number, of] = [Number(found?.[1]), Number(found?.[2])];
  return found && number >= 1 && number <= of ? { number, of } : undefined;
}
