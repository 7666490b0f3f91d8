import type { DecimalMark } from '../../domain/catalogue/import/price.ts';

/** The decimal mark people of a locale type; it settles what `1.234` means. */
export function decimalMarkOf(locale: string): DecimalMark {
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return part?.value === ',' ? ',' : '.';
}
