import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvText } from '../../../src/domain/ledger/csv.ts';
import { dayCsv } from '../../../src/domain/ledger/day-csv.ts';
import { dayLedger } from '../../../src/domain/ledger/day-ledger.ts';
import { percentText } from '../../../src/domain/ledger/ledger-names.ts';
import { sampleDay, sampleKeeps, sampleNames } from './sample-day.ts';

interface Escaping {
  cases: { value: string; rfc4180: string }[];
  numeric: { value: number; written: string }[];
}
const escaping = JSON.parse(readFileSync('test/vectors/csv-escaping.json', 'utf8')) as Escaping;

test.each(escaping.cases)('the text $value is written so that no spreadsheet runs it', ({ value, rfc4180 }) => {
  const text = csvText([value, 'x'], [{ name: 'a', text: (each) => each }, { name: 'b', text: () => 'z' }], 2, 'point'); // prettier-ignore
  expect(text).toBe(`\uFEFFa,b\r\n${rfc4180},z\r\nx,z\r\n`);
});

test.each(escaping.numeric)('the number $value is written $written and never prefixed', ({ value, written }) => {
  expect(csvText([value * 100], [{ name: 'a', amount: (each) => each }], 2, 'point')).toBe(`\uFEFFa\r\n${written}\r\n`);
});

const { reads } = sampleDay();
const ledger = dayLedger({ reads, keeps: sampleKeeps, currency: 'EUR' });

test('a day is four files, named by date and market, with byte order mark and CRLF', () => {
  const files = dayCsv(ledger, sampleNames);
  expect(files.map(({ name }) => name)).toEqual(
    ['lines', 'tenders', 'cash', 'summary'].map((what) => `2026-06-13-harbour-market-${what}.csv`),
  );
  for (const { text } of files) {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  }
});

test('for a comma locale columns are parted by semicolons and every amount has a decimal comma', () => {
  const point = dayCsv(ledger, sampleNames, 'point').map(({ text }) => rows(text, ','));
  const comma = dayCsv(ledger, sampleNames, 'comma').map(({ text }) => rows(text, ';'));
  const isNumber = (cell: string) => /^-?\d+\.\d+$/.test(cell);
  expect(comma).toEqual(point.map((file) => file.map((row) => row.map((cell) => (isNumber(cell) ? cell.replace('.', ',') : cell))))); // prettier-ignore
  expect(comma[0]?.flat()).toContain('-60,00');
});

test('all lines are all tenders, and the summary says the same', () => {
  const [lines, tenders, , summary] = dayCsv(ledger, sampleNames).map(({ text }) => named(text));
  expect(total(lines, 'paid')).toBe(18360);
  expect(total(tenders, 'amount')).toBe(18360);
  for (const group of ['tax', 'tender', 'photographer', 'z']) {
    expect([
      group,
      total(
        summary?.filter((row) => row['group'] === group),
        'amount',
      ),
    ]).toEqual([group, 18360]);
  }
});

test('where the shares are not known there is no column for them', () => {
  const stallLedger = dayLedger({ reads, currency: 'EUR' });
  const head = dayCsv(stallLedger, sampleNames).map(({ text }) => text.split('\r\n')[0]);
  expect(head.join()).not.toContain('_part');
  expect(dayCsv(ledger, sampleNames)[0]?.text).toContain('photographer_part');
});

test('currencies without and with three decimals are written with theirs', () => {
  const yen = dayCsv({ ...ledger, currency: 'JPY' }, sampleNames)[1]?.text;
  const dinar = dayCsv({ ...ledger, currency: 'KWD' }, sampleNames)[1]?.text;
  expect([yen?.includes(',4500,5000,500,'), dinar?.includes(',4.500,5.000,0.500,')]).toEqual([true, true]);
});

test.each([
  [70_000, '7'],
  [77_000, '7.7'],
  [99_750, '9.975'],
  [0, '0'],
  [1_000_000, '100'],
])('%d millionths are %s percent', (rate, text) => {
  expect(percentText(rate)).toBe(text);
});

function rows(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data;
}

function named(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

function total(of: readonly Record<string, string>[] | undefined, column: string): number {
  return (of ?? []).reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
}

test('a tablet that sells alone is named by the letters on its receipts', () => {
  const alone = dayCsv(ledger, { ...sampleNames, tablets: new Map() });
  const rows = (alone[0]?.text ?? '').split('\r\n');
  const at = rows[0]?.split(',').indexOf('tablet') ?? -1;
  const first = rows[1]?.split(',');
  expect(first?.[at]).toBe('S');
});
