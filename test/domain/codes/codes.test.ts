import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCartCode, writeCartCode } from '../../../src/domain/codes/cart-code.ts';
import { parseScan } from '../../../src/domain/codes/parse-scan.ts';
import { checkSign, makePrintedCode, readPrintedCode } from '../../../src/domain/codes/printed-code.ts';
import { ALPHABET } from '../../../src/journal/base32.ts';

const SEED = 20260614;
const HOSTS = ['stall.example', 'localhost:4173'];

const code = fc.infiniteStream(fc.nat({ max: 31 })).map((stream) => makePrintedCode(() => stream.next().value ?? 0));
const item = fc.record({ id: fc.stringMatching(/^[A-Z0-9]{1,5}$/), quantity: fc.integer({ min: 1, max: 99 }) });
const cart = fc.record({
  market: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
  items: fc.uniqueArray(item, { minLength: 1, maxLength: 30, selector: ({ id }) => id }),
});

const holds = (property: fc.IRawProperty<unknown>) => fc.assert(property as fc.IProperty<unknown>, { seed: SEED });

describe(`printed codes (seed ${SEED})`, () => {
  it('are eight signs and a check sign, none of which is taken for another', () => {
    holds(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[A-HJ-NP-Z2-9]{9}$/);
      }),
    );
  });

  it('are read in small letters, with blanks and dashes', () => {
    holds(
      fc.property(code, (made) => {
        const typed = `${made.slice(0, 4)}-${made.slice(4, 8)} ${made.slice(8)}`.toLowerCase();
        expect(readPrintedCode(typed)).toEqual({ code: made });
      }),
    );
  });

  it('tell of any one sign misread', () => {
    holds(
      fc.property(code, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 31 }), (made, at, by) => {
        const other = ALPHABET[(ALPHABET.indexOf(made[at] ?? '') + by) % 32] ?? '';
        expect(readPrintedCode(made.slice(0, at) + other + made.slice(at + 1))).not.toEqual({ code: made });
        expect(typeof readPrintedCode(made.slice(0, at) + other + made.slice(at + 1))).toBe('string');
      }),
    );
  });

  it('have the check sign worked out by hand', () => {
    // B = 1, doubled from the right: 2; the others are A = 0. 32 − 2 = 30, the 31st sign.
    expect(checkSign('AAAAAAAB')).toBe(ALPHABET[30]);
    // 9 = 31, doubled 62 = 1 · 32 + 30, 1 + 30 = 31; 32 − 31 = 1.
    expect(checkSign('AAAAAAA9')).toBe('B');
  });

  it('are never a reserved word, even if chance writes one', () => {
    const numbers = Array.from('PAYMENTS').map((sign) => ALPHABET.indexOf(sign));
    expect(makePrintedCode(() => numbers.shift() ?? 3)).toBe(`DDDDDDDD${checkSign('DDDDDDDD')}`);
    expect(readPrintedCode(`PAYMENTS${checkSign('PAYMENTS')}`)).toBe('not-a-code');
  });
});

describe(`cart codes (seed ${SEED})`, () => {
  it('come back as they were written', () => {
    holds(
      fc.property(cart, (written) => {
        expect(readCartCode(writeCartCode(written))).toEqual(written);
      }),
    );
  });

  it('tell of any one sign altered', () => {
    const text = writeCartCode({
      market: 'M7',
      items: [
        { id: '42', quantity: 1 },
        { id: '117', quantity: 2 },
      ],
    });
    for (let at = 4; at < text.length; at++) {
      const altered = `${text.slice(0, at)}${text[at] === '3' ? '4' : '3'}${text.slice(at + 1)}`;
      expect(readCartCode(altered), altered).toBe('misread');
    }
  });

  it('stay small: three items in 24 signs', () => {
    const items = ['42', '7', '13'].map((id) => ({ id, quantity: 1 }));
    expect(writeCartCode({ market: 'M7', items })).toHaveLength(24);
  });

  it('refuse more items than a cart holds, and a newer version, each by its own name', () => {
    const items = Array.from({ length: 31 }, (_, at) => ({ id: String(at), quantity: 1 }));
    expect(readCartCode(writeCartCode({ market: 'M7', items }))).toBe('too-many');
    expect(readCartCode('IS2:M7:42.1:ABC')).toBe('other-version');
  });
});

describe('a scan', () => {
  const made = `ABCDEFGH${checkSign('ABCDEFGH')}`;

  it.each([
    [`HTTPS://STALL.EXAMPLE/${made}`, { kind: 'code', code: made, host: 'stall.example' }],
    [`http://localhost:4173/${made.toLowerCase()}`, { kind: 'code', code: made, host: 'localhost:4173' }],
    [`https://stall.example/${made}?from=card`, { kind: 'code', code: made, host: 'stall.example' }],
    [` ${made} `, { kind: 'code', code: made, host: null }],
    [`https://stall.example/r/${'x'.repeat(22)}`, { kind: 'receipt', secret: 'x'.repeat(22) }],
    ['https://new.example/app/join#ABCD2345', { kind: 'join', origin: 'https://new.example', code: 'ABCD2345' }],
    [writeCartCode({ market: 'M7', items: [{ id: '42', quantity: 1 }] }), { kind: 'cart' }],
    ['IS1:M7:42.1:AAA', { kind: 'unreadable', why: 'misread' }],
    [
      `https://stall.example/${made.slice(0, 8)}${made.endsWith('A') ? 'B' : 'A'}`,
      { kind: 'unreadable', why: 'misread' },
    ],
    [`https://elsewhere.example/${made}`, { kind: 'foreign' }],
    [`https://stall.example@elsewhere.example/${made}`, { kind: 'foreign' }],
    [`https://stall.example.elsewhere.example/${made}`, { kind: 'foreign' }],
    [`javascript:alert(1)//stall.example/${made}`, { kind: 'foreign' }],
    ['4006381333931', { kind: 'foreign', text: '4006381333931' }],
    ['', { kind: 'foreign', text: '' }],
  ])('of %j is understood', (text, expected) => {
    expect(parseScan(text, HOSTS)).toMatchObject(expected);
  });

  it('of any text is answered, and what is shown of it is one short plain line', () => {
    holds(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.webUrl()), (text) => {
        const scan = parseScan(text, HOSTS);
        const said = scan.kind === 'foreign' ? scan.text : '';
        expect(said).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]{0,200}$/u);
      }),
    );
    expect(parseScan('\u202Eevil\u0000\nline', HOSTS)).toEqual({ kind: 'foreign', text: 'evil line' });
    expect(parseScan('x'.repeat(1_000_000), HOSTS).kind).toBe('foreign');
  });
});
