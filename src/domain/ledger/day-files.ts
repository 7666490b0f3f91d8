import { decimalMarkOf } from '../amount-text.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { beancountText } from './beancount.ts';
import type { CsvDialect } from './csv.ts';
import { dayCsv } from './day-csv.ts';
import type { DayLedger } from './day-ledger.ts';
import { hledgerText } from './hledger.ts';
import { fileStem, ledgerNames } from './ledger-names.ts';

export interface LedgerFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Which day it is, for names of files and for what stands in them. */
interface DayNamed {
  readonly name: string;
  readonly date: string;
  readonly zone: string;
}

/** Lines, tenders, cash and summary of a day, each as a table. */
export function csvFiles(ledger: DayLedger, catalogue: Catalogue, day: DayNamed, dialect: CsvDialect): LedgerFile[] {
  return dayCsv(ledger, ledgerNames(catalogue, day), dialect).map((file) => ({ ...file, type: 'text/csv' }));
}

/** The day in one of the plain-text accounting formats. */
export function accountingFile(
  ledger: DayLedger,
  catalogue: Catalogue,
  day: DayNamed,
  format: 'hledger' | 'beancount',
): LedgerFile {
  const names = ledgerNames(catalogue, day);
  const text = format === 'hledger' ? hledgerText(ledger, names) : beancountText(ledger, names);
  return { name: `${fileStem(names)}.${format === 'hledger' ? 'journal' : 'beancount'}`, type: 'text/plain', text };
}

/** Where decimals are written with a comma, spreadsheets expect it in files too. */
export function dialectOf(locale: string): CsvDialect {
  return decimalMarkOf(locale) === ',' ? 'comma' : 'point';
}
