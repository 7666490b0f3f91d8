/**
 * Text as people type it when they are in a hurry: small letters, no diacritics, `ß` is `ss`, `×` is `x`. For comparing
 * and searching, never for showing. Language-neutral, so that every tablet finds the same.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðæœþıħ×]/g, (sign) => PLAIN[sign] ?? sign);
}

const ASCII = /^[ -~]*$/;

/** Letters that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  '×': 'x',
};
