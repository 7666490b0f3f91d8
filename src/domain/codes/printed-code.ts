import { ALPHABET } from '../../journal/base32.ts';

/** Signs before the check sign. */
const CODE_SIGNS = 8;
const SIGNS = ALPHABET.length;
const SHAPE = new RegExp(`^[${ALPHABET}]{${CODE_SIGNS + 1}}$`);

/**
 * Words that no code may be, with or without its check sign: `/<CODE>` shares its place with the hub's own addresses.
 * Today's (app, api, r, healthz) are too short to meet a code; these are kept free for later ones.
 */
const RESERVED: ReadonlySet<string> = new Set([
  'CALENDAR',
  'CHANNELS',
  'MARKETDAY',
  'MESSAGES',
  'PAYMENTS',
  'REQUESTS',
  'STATEMENT',
  'TEMPLATE',
]);

/**
 * A new printed code: eight random signs and a check sign, never a reserved word.
 * @param next a random whole number from 0 to 31 each time
 */
export function makePrintedCode(next: () => number): string {
  for (;;) {
    const signs = Array.from({ length: CODE_SIGNS }, () => ALPHABET[next() & (SIGNS - 1)]).join('');
    const code = signs + checkSign(signs);
    if (!isReserved(code)) return code;
  }
}

/**
 * Reads a code as a person types it or a camera sees it: small letters, blanks and dashes do not matter.
 * @returns the code, or why it is none: not of this shape at all, or a sign misread
 */
export function readPrintedCode(text: string): { readonly code: string } | 'not-a-code' | 'misread' {
  if (text.length > 40) return 'not-a-code';
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (!SHAPE.test(code) || isReserved(code)) return 'not-a-code';
  return checkSign(code.slice(0, CODE_SIGNS)) === code.slice(CODE_SIGNS) ? { code } : 'misread';
}

function isReserved(code: string): boolean {
  return RESERVED.has(code) || RESERVED.has(code.slice(0, CODE_SIGNS));
}

/** Luhn mod 32: finds every single misread sign and nearly every swap of neighbours. */
export function checkSign(signs: string): string {
  let sum = 0;
  Array.from(signs)
    .toReversed()
    .forEach((sign, at) => {
      const value = ALPHABET.indexOf(sign) * (at % 2 === 0 ? 2 : 1);
      sum += Math.floor(value / SIGNS) + (value % SIGNS);
    });
  return ALPHABET[(SIGNS - (sum % SIGNS)) % SIGNS] ?? '';
}
