import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bankCode, paymentReference, readIban } from '../../../src/domain/payments/bank-code.ts';

interface Vectors {
  readonly epc: { readonly valid: readonly { readonly name: string; readonly payload: string }[] };
  readonly iban_test: readonly string[];
}

const vectors = JSON.parse(readFileSync('test/vectors/payment-qr.json', 'utf8')) as Vectors;
const account = { iban: 'DE89370400440532013000', holder: 'Imago Stall Kollektiv' };

describe('a bank code', () => {
  it('is byte for byte what a banking app expects of a stall sale', () => {
    const vector = vectors.epc.valid.find(({ name }) => name.startsWith('Stall sale'));
    expect(bankCode(account, 4500, 'EUR', 'S-000123 Nebel am Hafen 4/25')).toBe(vector?.payload);
  });

  it('always has two decimals and a point, whatever the amount', () => {
    const amounts = [1, 10, 1230, 99_999_999_999].map((cents) => bankCode(account, cents, 'EUR', '')?.split('\n')[7]);
    expect(amounts).toEqual(['EUR0.01', 'EUR0.10', 'EUR12.30', 'EUR999999999.99']);
  });

  it('is not made for nothing, for too much, for another currency or for an account that cannot be', () => {
    expect(bankCode(account, 0, 'EUR', '')).toBeUndefined();
    expect(bankCode(account, -5, 'EUR', '')).toBeUndefined();
    expect(bankCode(account, 100_000_000_000, 'EUR', '')).toBeUndefined();
    expect(bankCode(account, 4500, 'CHF', '')).toBeUndefined();
    expect(bankCode({ ...account, iban: 'BE00000000000000' }, 4500, 'EUR', '')).toBeUndefined();
    expect(bankCode({ ...account, holder: ' ' }, 4500, 'EUR', '')).toBeUndefined();
  });

  it('keeps a line break in a name or a text from becoming a field of its own', () => {
    const code = bankCode({ ...account, holder: 'Lumen\nRow' }, 4500, 'EUR', 'sale\r\nDE00');
    expect(code?.split('\n')).toHaveLength(11);
    expect(code).toContain('\nLumen Row\n');
    expect(code?.endsWith('\nsale DE00')).toBe(true);
  });

  it('stays inside the format: 70 letters of a name, 140 of a text, 331 bytes in all', () => {
    const long = bankCode({ ...account, holder: 'n'.repeat(90) }, 4500, 'EUR', 't'.repeat(200))?.split('\n');
    expect([long?.[5]?.length, long?.[10]?.length]).toEqual([70, 140]);
    expect(bankCode({ ...account, holder: 'ü'.repeat(70) }, 4500, 'EUR', 'ü'.repeat(140))).toBeUndefined();
  });
});

describe('an account number', () => {
  it('is taken with blanks and small letters', () => {
    for (const iban of vectors.iban_test) {
      const typed = iban.toLowerCase().replaceAll(/(.{4})/g, '$1 ');
      expect(readIban(typed)).toBe(iban);
    }
  });

  it('is refused with any one digit misread, or two neighbours swapped', () => {
    const [iban = ''] = vectors.iban_test;
    const other = (sign = '') => String((Number(sign) + 1) % 10);
    const places = Array.from(iban.slice(4), (_, at) => at + 4);
    const misread = places.map((at) => iban.slice(0, at) + other(iban[at]) + iban.slice(at + 1));
    const swapped = places.slice(1).map((at) => iban.slice(0, at - 1) + iban[at] + iban[at - 1] + iban.slice(at + 1));
    for (const wrong of [...misread, ...swapped].filter((text) => text !== iban))
      expect(readIban(wrong)).toBeUndefined();
    expect(readIban('')).toBeUndefined();
    expect(readIban('DE89')).toBeUndefined();
  });
});

it('a reference has eight signs that nobody misreads, the same for the same attempt', () => {
  const reference = paymentReference('q3_Zx-9AbCdEfGhIjKlMnO');
  expect(reference).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
  expect(paymentReference('q3_Zx-9AbCdEfGhIjKlMnO')).toBe(reference);
  expect(paymentReference('r3_Zx-9AbCdEfGhIjKlMnO')).not.toBe(reference);
});
