import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { minorDigits, type Currency, type Minor } from '../domain/money.ts';

/** The market's one currency, and how the collective writes amounts. */
interface MoneyStyle {
  readonly currency: Currency;
  /** BCP 47. */
  readonly locale: string;
}

const Context = createContext<MoneyStyle>({ currency: 'EUR', locale: 'en' });

export function MoneyProvider({ currency, locale, children }: MoneyStyle & { readonly children: ReactNode }) {
  const style = useMemo(() => ({ currency, locale }), [currency, locale]);
  return <Context value={style}>{children}</Context>;
}

/** Writes amounts: `text(14000)` is "140.00", `short(14000)` "140" where nothing is lost, `spoken` has the currency's name. */
export function useMoney() {
  const style = useContext(Context);
  return useMemo(
    () => ({
      ...style,
      digits: minorDigits(style.currency),
      text: (minor: Minor) => moneyText(minor, style),
      short: (minor: Minor) => moneyShort(minor, style),
      spoken: (minor: Minor) => moneySpoken(minor, style),
    }),
    [style],
  );
}

/** "140.00": always the currency's decimals, no sign of the currency, a true minus. */
export function moneyText(minor: Minor, { currency, locale }: MoneyStyle): string {
  const digits = minorDigits(currency);
  return written(minor, digits, numberFormat(locale, digits, digits));
}

/** "140", or "12.50" where there are parts: for tiles and notes. */
function moneyShort(minor: Minor, style: MoneyStyle): string {
  const digits = minorDigits(style.currency);
  const whole = minor % 10 ** digits === 0;
  return written(minor, digits, numberFormat(style.locale, whole ? 0 : digits, whole ? 0 : digits));
}

/** "140 euros", for people who listen. */
function moneySpoken(minor: Minor, { currency, locale }: MoneyStyle): string {
  const digits = minorDigits(currency);
  const whole = minor % 10 ** digits === 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    minimumFractionDigits: whole ? 0 : digits,
  });
  return written(minor, digits, format);
}

/** The currency's own sign, and whether this locale writes it before the figure. */
function currencySign({ currency, locale }: MoneyStyle): { readonly sign: string; readonly before: boolean } {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const parts = format.formatToParts(1);
  return {
    sign: parts.find((part) => part.type === 'currency')?.value ?? currency,
    before: parts.findIndex((part) => part.type === 'currency') < parts.findIndex((part) => part.type === 'integer'),
  };
}

/** An amount as a figure; `sign` sets the currency beside it, small, once a screen: at the total. */
export function Money({
  minor,
  sign = false,
  short = false,
}: {
  readonly minor: Minor;
  readonly sign?: boolean;
  readonly short?: boolean;
}) {
  const style = useContext(Context);
  const figure = short ? moneyShort(minor, style) : moneyText(minor, style);
  if (!sign) return <span className="money">{figure}</span>;
  const { sign: mark, before } = currencySign(style);
  return (
    <span className="money">
      {before && <span className="cur">{mark}</span>}
      {figure}
      {!before && <span className="cur after">{mark}</span>}
    </span>
  );
}

function written(minor: Minor, digits: number, format: Intl.NumberFormat): string {
  // Exact at any size: the decimal text is built from the whole number, never by dividing. Newer than TypeScript's types.
  const size = String(Math.abs(minor)).padStart(digits + 1, '0');
  const decimal = digits === 0 ? size : `${size.slice(0, -digits)}.${size.slice(-digits)}`;
  const text = format.format(decimal as unknown as number);
  return minor < 0 ? `−${text}` : text;
}

const formats = new Map<string, Intl.NumberFormat>();

// Making a formatter costs a thousand times more than using one.
function numberFormat(locale: string, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, made);
  return made;
}
