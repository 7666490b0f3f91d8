import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { findHledger } from '../../browser/find-hledger.mjs';
import { beancountText } from '../../../src/domain/ledger/beancount.ts';
import { dayBookings } from '../../../src/domain/ledger/bookings.ts';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { hledgerText } from '../../../src/domain/ledger/hledger.ts';
import { sum } from '../../../src/domain/money.ts';
import { sampleDay, sampleKeeps, sampleNames } from './sample-day.ts';

const hledger = findHledger({ install: false })?.path;
const { reads } = sampleDay();
const ledger = dayLedger({ reads, keeps: sampleKeeps, currency: 'EUR' });

/** Balances of a journal by account, after hledger's strict checks. */
function balances(journal: string): Record<string, string> {
  if (!hledger) throw new Error('hledger is not installed: CI needs the Debian package');
  const run = (...args: string[]) =>
    execFileSync(hledger, ['-f', '-', ...args], { input: journal, encoding: 'utf8', stdio: 'pipe' });
  run('check', '--strict');
  run('check', 'ordereddates', 'assertions');
  const csv = run('balance', '--flat', '--empty', '-N', '-O', 'csv');
  return Object.fromEntries(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('","').map((cell) => cell.replaceAll('"', '')) as [string, string]),
  );
}

const hostile = {
  ...sampleNames,
  market: 'Harbour; "Quay" | account X\n2026-01-01 * evil: tag, \\ end',
  collective: '写真 & Söhne: "A|B";',
  photographers: new Map([
    ['ana', '山田  花子; x: y'],
    ['ben', '佐藤'],
  ]),
};

describe.skipIf(!hledger && !process.env['CI'])('read by hledger itself', () => {
  test('hledger accepts the sample day, and its balances are those of the sample journal', () => {
    expect(balances(hledgerText(ledger, sampleNames))).toEqual({
      'Assets:Cash:Drawer-T1': '166.10 EUR',
      'Assets:Clearing:Card-sumup': '72.00 EUR',
      'Assets:Clearing:Qr-epc': '45.00 EUR',
      'Equity:Opening-Balances': '-100.00 EUR',
      'Expenses:Cash-Over-Short': '0.50 EUR',
      'Expenses:Photographers': '120.00 EUR',
      'Income:Sales:Ana-Ruiz': '-84.12 EUR',
      'Income:Sales:Ben-Okafor': '-56.07 EUR',
      'Income:Sales:Collective': '-28.23 EUR',
      'Liabilities:Photographers:Ana-Ruiz': '-72.00 EUR',
      'Liabilities:Photographers:Ben-Okafor': '-48.00 EUR',
      'Liabilities:Tax:R19': '-5.37 EUR',
      'Liabilities:Tax:R7': '-9.81 EUR',
    });
  });

  test('names that could break the layout do not, and letters of any script stay', () => {
    const found = balances(hledgerText(ledger, hostile));
    expect(found['Income:Sales:P-山田-花子-x-y']).toBe('-84.12 EUR');
    expect(found['Income:Sales:P-佐藤']).toBe('-56.07 EUR');
    expect(Object.keys(found)).toHaveLength(13);
  });

  test('hledger reads whole yen and three decimals of a dinar', () => {
    expect(balances(hledgerText({ ...ledger, currency: 'JPY' }, sampleNames))['Assets:Cash:Drawer-T1']).toBe(
      '16610 JPY',
    );
    const dinar = balances(hledgerText({ ...ledger, currency: 'KWD' }, sampleNames));
    expect(dinar['Assets:Cash:Drawer-T1']).toBe('16.610 KWD');
  });

  test('a count that is not what the postings say is refused by hledger', () => {
    const text = hledgerText(ledger, sampleNames).replace('= 166.10 EUR', '= 166.60 EUR');
    expect(() => balances(text)).toThrow(/balance assertion/);
  });
});

test('every booking adds up to nothing, and every account it uses is declared', () => {
  const { bookings, accounts } = dayBookings(ledger, sampleNames);
  expect(bookings.map(({ narration }) => narration)).toEqual([
    'T1-Z7 float',
    'T1-Z7 takings',
    'T1-Z7 counted: change given wrong',
    "Photographers' parts",
  ]);
  for (const { postings } of bookings) {
    expect(sum(postings.map(({ amount }) => amount))).toBe(0);
    for (const { account } of postings) expect(accounts.has(account)).toBe(true);
  }
});

test('the Beancount file has the sample layout: opened accounts, quoted words, a balance on the day after', () => {
  const text = beancountText(ledger, hostile);
  expect(text).toContain('2026-06-14 balance Assets:Cash:Drawer-T1  166.10 EUR');
  expect(text).toContain(
    'option "title" "写真 & Söhne: \\"A|B\\";, Harbour; \\"Quay\\" | account X 2026-01-01 * evil: tag, \\\\ end"',
  );
  const accounts = [...text.matchAll(/^ {2}([A-Z]\S*) +-?[\d.]+ EUR$/gm)].map(([, account]) => account);
  expect(accounts.length).toBeGreaterThan(10);
  for (const account of accounts) {
    expect(account).toMatch(/^(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z0-9][\p{L}\p{Nd}-]*)+$/u);
    expect(text).toMatch(new RegExp(`^2026-06-13 open ${account} +EUR$`, 'm'));
  }
});

test.each([
  ['no ASCII letter', '田中', '佐藤'],
  ['one name but for its marks', 'Müller', 'Muller'],
  ['one name', 'Kim', 'Kim'],
  ['one name but for its capitals', 'Kim', 'kim'],
  ['the word for the collective', 'Ana Ruiz', 'collective'],
])('an account is one photographer’s, whoever else sold that day: %s', (_, ana, ben) => {
  const names = {
    ...sampleNames,
    photographers: new Map([
      ['ana', ana],
      ['ben', ben],
    ]),
  };
  const accountsOf = (sold: readonly string[]) => {
    const lines = ledger.lines.filter(({ photographer }) => sold.includes(photographer));
    const photographers = ledger.photographers.filter(({ photographer }) => sold.includes(photographer));
    return [...dayBookings({ ...ledger, lines, photographers }, names).accounts].filter(([account]) =>
      /^(Income:Sales|Liabilities:Photographers)/.test(account),
    );
  };
  const both = accountsOf(['ana', 'ben', '']);
  expect(new Set(both.map(([account]) => account)).size).toBe(5);
  expect(both).toEqual(expect.arrayContaining([...accountsOf(['ana']), ...accountsOf(['ben']), ...accountsOf([''])]));
});
