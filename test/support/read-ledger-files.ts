import type { Download, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { findHledger } from '../browser/find-hledger.mjs';

type Row = Readonly<Record<string, string>>;

/** What the Z report says on the screen, in the smallest unit. */
export async function zOnPaper(page: Page) {
  const paper = page.locator('[data-paper-kind=z]');
  const bars = await paper.locator('.tender-bar li').allInnerTexts();
  const rows = await paper.locator('.paper-rows > div').allInnerTexts();
  const pairs = (texts: readonly string[]) => texts.map((text) => text.split('\n').map((part) => part.trim()));
  return {
    tenders: Object.fromEntries(pairs(bars).map(([amount, name]) => [name, minor(amount)])),
    rows: Object.fromEntries(pairs(rows).map(([name, amount]) => [name, minor(amount)])),
  };
}

/**
 * Balances by account in the smallest unit, by hledger and after its strict checks; undefined where there is none.
 * @throws where there must be one: with `CI` set
 */
export async function balancesOf(journal: Download | undefined): Promise<Readonly<Record<string, number>> | undefined> {
  const hledger = findHledger({ install: false })?.path;
  if (hledger === undefined && process.env['CI']) throw new Error('CI needs hledger, to check the accounting file');
  return hledger === undefined || !journal ? undefined : balancesBy(hledger, await journal.path());
}

function balancesBy(hledger: string, journal: string): Readonly<Record<string, number>> {
  const ask = (...words: readonly string[]) =>
    execFileSync(hledger, ['-f', `journal:${journal}`, ...words], { encoding: 'utf8', stdio: 'pipe' });
  ask('check', '--strict');
  const rows = Papa.parse<Row>(ask('balance', '--flat', '-O', 'csv', '--no-total'), { header: true }).data;
  return Object.fromEntries(
    rows.filter(({ account }) => account).map((row) => [row['account'], minor(row['balance'])]),
  );
}

/** The rows of one of the day's files, by its columns' names. */
export async function table(files: readonly Download[], what: string): Promise<readonly Row[]> {
  const file = files.find((each) => each.suggestedFilename().endsWith(`-${what}.csv`));
  if (!file) throw new Error(`no file of ${what}`);
  const text = await readFile(await file.path(), 'utf8');
  return Papa.parse<Row>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

export function minorSum(rows: readonly Row[] | undefined, column: string): number {
  return (rows ?? []).reduce((sum, row) => sum + minor(row[column]), 0);
}

/** An amount with two decimals, however it is grouped. */
function minor(text = ''): number {
  const digits = Number(text.replace(/\D/g, ''));
  return /^\s*[-−]/.test(text) ? -digits : digits;
}

export function total(amounts: Readonly<Record<string, number>>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
