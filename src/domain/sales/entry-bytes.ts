/** A commit takes entries of 60 kB; the envelope's part is not ours. */
export const MOST_BYTES = 58_000;

/** What a text takes of an entry: bytes of UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
