import { ALPHABET } from '../../journal/base32.ts';
import { decimalText, minorDigits, type Currency, type Minor } from '../money.ts';
import type { AttemptId } from '../parts.ts';

/** Where the money of a bank code goes. */
export interface BankAccount {
  /** Without blanks, in capitals. */
  readonly iban: string;
  readonly holder: string;
}

/** The one currency that these codes can carry. */
export const BANK_CODE_CURRENCY: Currency = 'EUR';

const MOST = { holder: 70, text: 140, bytes: 331, amount: 99_999_999_999 };

/**
 * What a SEPA banking app reads from a code on the screen: a credit transfer with payee, amount and text filled in
 * (EPC069-12 version 2.1, layout 002, UTF-8). To be drawn with error correction M.
 * @param amount in cents, 1 to 99,999,999,999
 * @returns undefined where the format cannot carry it: another currency, nothing to pay, no account
 */
export function bankCode(
  { iban, holder }: BankAccount,
  amount: Minor,
  currency: Currency,
  remittance: string,
): string | undefined {
  const known = readIban(iban);
  const name = oneLine(holder, MOST.holder);
  if (currency !== BANK_CODE_CURRENCY || !known || name === '' || amount < 1 || amount > MOST.amount) return undefined;
  const lines = ['BCD', '002', '1', 'SCT', '', name, known, `EUR${decimalText(amount, minorDigits('EUR'))}`, '', ''];
  const code = [...lines, oneLine(remittance, MOST.text)].join('\n');
  return new TextEncoder().encode(code).length <= MOST.bytes ? code : undefined;
}

/**
 * An account number as a person types it, blanks or not.
 * @returns in capitals without blanks; undefined where the check digits do not fit (ISO 13616, mod 97)
 */
export function readIban(text: string): string | undefined {
  const iban = text.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined;
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => parseInt(sign, 36)).join('');
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1 ? iban : undefined;
}

/** Eight signs that stand in the transfer's text and on the sale, so that a bank statement finds its sale again. */
export function paymentReference(attempt: AttemptId): string {
  const bytes = new TextEncoder().encode(attempt).slice(0, 8);
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The format ends its fields with the line, so no field may hold a line break. */
function oneLine(text: string, most: number): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, most).trim();
}
