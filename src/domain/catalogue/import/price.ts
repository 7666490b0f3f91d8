import type { DecimalMark } from '../../amount-text.ts';
import { minorDigits, type Currency, type Minor } from '../../money.ts';
import { done, refused, type Result } from '../../result.ts';
import type { RowProblemKind } from './draft.ts';

/** No print at a stall costs more, in major units; a price beyond is a slip of the keyboard. */
const HIGHEST_PRICE = 1_000_000;
/** No price is written in more letters; on a longer text the patterns below would take their time. */
const LONGEST = 60;

/**
 * Which decimal mark a price shows by itself: '.' in `45.00` and `1,234.50`, ',' in `4.250,00`; undefined in `45` and in
 * `1.234`, which may be either. The marks a whole file shows decide for its unclear prices.
 */
export function decimalMarkShown(text: string): DecimalMark | undefined {
  if (text.length > LONGEST) return undefined;
  const number = bare(text);
  const marks: string[] = number.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last !== '.' && last !== ',') return undefined;
  const other = last === '.' ? ',' : '.';
  if (marks.includes(other)) return marks.filter((mark) => mark === last).length === 1 ? last : undefined;
  if (marks.length > 1) return other;
  return isUnclear(number) ? undefined : last;
}

/**
 * Reads a price as people and shops write it: currency signs, thousands marks (dot, comma, space, apostrophe), either
 * decimal mark, `45,-`. `mark` settles `1.234`; null leaves it `priceUnclear`.
 * Refuses what is missing, unreadable, negative, zero, above HIGHEST_PRICE, finer than the currency, or in another one.
 */
export function readPrice(text: string, currency: Currency, mark: DecimalMark | null): Result<Minor, RowProblemKind> {
  if (text === '') return refused('priceMissing');
  if (text.length > LONGEST) return refused('priceUnreadable');
  if (namesOtherCurrency(text, currency)) return refused('otherCurrency');
  const number = bare(text);
  if (!/^\d*(?:[.,]\d+)*$/.test(number) || number === '') return refused('priceUnreadable');
  const used = decimalMarkShown(text) ?? mark;
  if (used === null && isUnclear(number)) return refused('priceUnclear');
  const [whole = '', decimals = '', ...more] = number.split(used ?? '.');
  const thousands = used === ',' ? '.' : ',';
  if (more.length > 0 || !isGrouped(whole, thousands) || decimals.includes(thousands))
    return refused('priceUnreadable');
  return inMinor(whole.split(thousands).join(''), decimals.replace(/0+$/, ''), minorDigits(currency), isNegative(text));
}

function inMinor(whole: string, decimals: string, digits: number, negative: boolean): Result<Minor, RowProblemKind> {
  if (decimals.length > digits) return refused('priceTooManyDecimals');
  const major = Number(whole);
  const amount = major * 10 ** digits + Number(decimals.padEnd(digits, '0'));
  if (amount === 0) return refused('priceZero');
  if (negative) return refused('priceNegative');
  return amount > HIGHEST_PRICE * 10 ** digits ? refused('priceTooHigh') : done(amount);
}

/** Most prices of a large file. */
const DIGITS = /^\d+(?:[.,]\d+)*$/;

/** Digits and marks alone; whatever else stands there is left, and makes the price unreadable. */
function bare(text: string): string {
  if (DIGITS.test(text)) return text;
  return withoutCurrency(text)
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^[-−–]|[-−–]+$/g, '')
    .replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, '$1')
    .replace(/[.,]$/, '')
    .replace(/^(?=[.,])/, '0')
    .trim();
}

function isNegative(text: string): boolean {
  return !DIGITS.test(text) && /^[-−–]|^\(.*\)$|\d[-−]$/.test(withoutCurrency(text));
}

function withoutCurrency(text: string): string {
  return text
    .replace(CURRENCY, '')
    .replace(/^([-−–])\s+/, '$1')
    .trim();
}

/** One mark with three digits behind it and one to three before it: thousands or decimals. */
function isUnclear(number: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(number);
}

function isGrouped(whole: string, thousands: string): boolean {
  const [first = '', ...rest] = whole.split(thousands);
  return rest.length === 0 || (first.length > 0 && first.length <= 3 && rest.every((group) => group.length === 3));
}

/** By a code in capitals, or a sign that is surely another currency's. */
function namesOtherCurrency(text: string, currency: Currency): boolean {
  if (DIGITS.test(text)) return false;
  const code = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(text)?.[0];
  if (code !== undefined) return code !== currency;
  const sign = /\p{Sc}/u.exec(text)?.[0];
  const owners = sign === undefined ? undefined : SIGN_OWNERS.get(sign);
  return owners !== undefined && !owners.includes(currency);
}

/** `EUR`, `€`, `US$`. */
const CURRENCY = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[A-Z]{0,2}\p{Sc}/gu;

const SIGN_OWNERS = new Map([
  ['€', ['EUR']],
  ['£', ['GBP', 'GIP', 'FKP', 'SHP', 'EGP', 'LBP', 'SYP', 'SDG', 'SSP']],
  ['¥', ['JPY', 'CNY']],
  ['₩', ['KRW', 'KPW']],
  ['₹', ['INR']],
  ['₺', ['TRY']],
  ['₴', ['UAH']],
  ['₪', ['ILS']],
]);
