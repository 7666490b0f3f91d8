import { decimalText, minorDigits } from '../money.ts';
import { dayBookings } from './bookings.ts';
import type { DayLedger } from './day-ledger.ts';
import type { LedgerNames } from './ledger-names.ts';

/**
 * The day as a journal for hledger and ledger. Stands by itself: commodity and accounts are declared, every transaction
 * balances, and each drawer's count is asserted. Layout by the hledger manual; accepted by `hledger check --strict`.
 */
export function hledgerText(ledger: DayLedger, names: LedgerNames): string {
  const { bookings, accounts } = dayBookings(ledger, names);
  const digits = minorDigits(ledger.currency);
  const amount = (minor: number) => `${decimalText(minor, digits)} ${ledger.currency}`;
  const width = Math.max(0, ...[...accounts.keys()].map((account) => account.length));
  const lines = [
    `; ${plain(names.collective)}, ${plain(names.market)}, ${names.date}`,
    `commodity ${ledger.currency}`,
    ...[...accounts].map(([account, name]) => `account ${account}${name ? `  ; name: ${plain(name)}` : ''}`),
    ...bookings.flatMap(({ payee, narration, postings }) => [
      '',
      `${names.date} * ${plain(payee)} | ${plain(narration)}`,
      ...postings.map(({ account, amount: minor, balance }) => {
        const assertion = balance === undefined ? '' : ` = ${amount(balance)}`;
        return `    ${account.padEnd(width)}  ${amount(minor).padStart(16)}${assertion}`;
      }),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line, without what ends a description or begins a comment or tag. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[;|,:]/g, (sign) => ({ ';': '.', '|': '/', ',': ' ', ':': ' ' })[sign] ?? ' ')
    .replace(/ +/g, ' ')
    .trim();
}
