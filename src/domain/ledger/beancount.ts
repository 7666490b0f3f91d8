import { decimalText, minorDigits, type Minor } from '../money.ts';
import { dayBookings, type DayBookings } from './bookings.ts';
import type { DayLedger } from './day-ledger.ts';
import type { LedgerNames } from './ledger-names.ts';

/**
 * The day for Beancount. Stands by itself: accounts are opened on the day, every transaction balances, and what each
 * drawer held after its last count is asserted on the day after (a balance holds at the start of its day).
 */
export function beancountText(ledger: DayLedger, names: LedgerNames): string {
  const day = dayBookings(ledger, names);
  const digits = minorDigits(ledger.currency);
  const amount = (minor: Minor) => `${decimalText(minor, digits)} ${ledger.currency}`;
  const width = Math.max(0, ...[...day.accounts.keys()].map((account) => account.length));
  const lines = [
    `option "title" ${quoted(`${names.collective}, ${names.market}`)}`,
    `option "operating_currency" "${ledger.currency}"`,
    '',
    ...[...day.accounts].flatMap(([account, name]) => [
      `${names.date} open ${account.padEnd(width)}  ${ledger.currency}`,
      ...(name ? [`  name: ${quoted(name)}`] : []),
    ]),
    ...day.bookings.flatMap(({ payee, narration, postings }) => [
      '',
      `${names.date} * ${quoted(payee)} ${quoted(narration)}`,
      ...postings.map(({ account, amount: minor }) => `  ${account.padEnd(width)}  ${amount(minor).padStart(16)}`),
    ]),
    ...balances(day).flatMap(([account, balance]) => [
      '',
      `${dayAfter(names.date)} balance ${account}  ${amount(balance)}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Of drawers that were counted last and not used since. */
function balances({ bookings }: DayBookings): [string, Minor][] {
  const counted = new Map<string, Minor>();
  for (const { postings } of bookings) {
    for (const { account, balance } of postings) {
      if (balance === undefined) counted.delete(account);
      else counted.set(account, balance);
    }
  }
  return [...counted];
}

function quoted(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return `"${line.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
