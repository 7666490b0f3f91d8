import type { Minor } from './money.ts';

/**
 * An amount as a person types it: `100`, `12,5`, `1 234.50`. Comma or point before the decimals, spaces and apostrophes
 * in between; no more decimals than the currency has. '' is nothing.
 * @returns null where it is not an amount, or an absurd one
 */
export function readAmount(text: string, digits: number): Minor | null {
  const plain = text.replace(/[\s'’]/g, '');
  if (plain === '') return 0;
  const found = /^(\d{1,9})(?:[.,](\d*))?$/.exec(plain);
  const decimals = found?.[2] ?? '';
  if (!found || decimals.length > digits) return null;
  return Number(`${found[1]}${decimals.padEnd(digits, '0')}`);
}

/** How decimals are set off, in what people type and in files. */
export type DecimalMark = '.' | ',';

/** The mark people of a locale (BCP 47) write; it settles what `1.234` means. */
export function decimalMarkOf(locale: string): DecimalMark {
  const mark = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return mark?.value === ',' ? ',' : '.';
}
