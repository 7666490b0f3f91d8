import { minorDigits, type Currency, type Minor } from '../../money.ts';

/** A table on its way out. Cells are as they will stand there: texts neutralised, numbers written. */
export interface Sheet {
  readonly columns: readonly string[];
  /** Cells by column name; what is missing is empty. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** How a file writes its numbers. */
export interface NumberStyle {
  readonly currency: Currency;
  readonly mark: '.' | ',';
}

/** `4500` as `45.00`; no thousands, no sign of the currency. */
export function writeAmount(amount: Minor, { currency, mark }: NumberStyle): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? mark : ''}${text.slice(text.length - digits)}`;
}

export function writeCount(count: number | null): string {
  return count === null ? '' : String(count);
}
