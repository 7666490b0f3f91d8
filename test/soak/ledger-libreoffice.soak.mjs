// The ledger's tables opened by LibreOffice where decimals are written with a comma: every amount a number and the same
// sum, every text the same text, nothing run, nothing linked.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { createServer } from 'vite';
import { findProgram, installOnDebian } from '../support/debian.mjs';
import { sheetCells } from '../support/sheet-cells.mjs';

export const name = 'ledger-libreoffice';

/** The language LibreOffice itself is set to: German, in a profile made here. */
const ITS_OWN = 0;
const ENGLISH = 1033;

/**
 * How a person opens each file. `texts`: the columns of words are set to *Text* in the dialog, which a code such as 0012
 * needs: a CSV file has no way to say that it is no number.
 */
const OPENED = {
  'comma, German, as it opens by itself': { dialect: 'comma', language: ITS_OWN, texts: false },
  'comma, German, words set to text': { dialect: 'comma', language: ITS_OWN, texts: true },
  'point, English chosen, as it opens by itself': { dialect: 'point', language: ENGLISH, texts: false },
  'point, English chosen, words set to text': { dialect: 'point', language: ENGLISH, texts: true },
};

/** Told apart by name, since a code may look like a number. */
const AMOUNTS = new Set(
  [
    'line edition_size quantity unit_price reduction paid tax_percent net tax photographer_part collective_part',
    'amount given change variance pieces',
  ].flatMap((names) => names.split(' ')),
);

/** Codes and dates, which a person has to set to *Text* to keep as they are. */
const TAKEN_FOR_NUMBERS = /^\d+(E\d+)?$|^\d{4}-\d\d-\d\d$/;

export function parts() {
  return Object.keys(OPENED);
}

/** @param {string} part */
export async function run(part) {
  const office = findOffice();
  if (!office) return { skipped: 'no LibreOffice Calc here (on Debian, root installs it by itself)' };
  const { dialect, language, texts } = OPENED[part];
  const folder = mkdtempSync(join(tmpdir(), 'imago-office-'));
  try {
    const counted = { numbers: 0, texts: 0, takenForNumbers: [] };
    const sums = {};
    for (const { name: file, text } of await ledgerFiles(dialect)) {
      const written = Papa.parse(text.replace('\uFEFF', '').trimEnd(), {
        delimiter: dialect === 'comma' ? ';' : ',',
      }).data;
      const filter = filterOf(written, dialect, language, texts);
      const sheet = sheetCells(opened(office, folder, file, text, filter));
      compare(written, sheet, { file, texts }, counted);
      sums[file.split('-').at(-1).replace('.csv', '')] = sumOf(sheet, /^(paid|amount)$/);
    }
    if (sums.lines !== sums.tenders) throw new Error(`the sums differ: ${JSON.stringify(sums)}`);
    return { ...counted, sums, takenForNumbers: [...new Set(counted.takenForNumbers)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findOffice() {
  const find = () => findProgram(['soffice', 'libreoffice']);
  return find() ?? (installOnDebian('libreoffice-calc') ? find() : undefined);
}

/** @param {'comma' | 'point'} dialect @returns {Promise<readonly { name: string, text: string }[]>} */
async function ledgerFiles(dialect) {
  const vite = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true } });
  try {
    const { aNastyDay } = await vite.ssrLoadModule('/test/support/a-nasty-day.ts');
    return await aNastyDay(dialect);
  } finally {
    await vite.close();
  }
}

/** LibreOffice's options of its CSV filter: separator, quote, UTF-8, from line 1, types of columns, language. */
function filterOf(written, dialect, language, texts) {
  const TEXT = 2;
  const columns = written[0].flatMap((_, at) => (texts && !AMOUNTS.has(written[0][at]) ? [`${at + 1}/${TEXT}`] : []));
  return `CSV:${dialect === 'comma' ? 59 : 44},34,76,1,${columns.join('/')},${language},false,false`;
}

/** Opens `text` as a German LibreOffice does and returns it as flat OpenDocument. */
function opened(office, folder, file, text, filter) {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), germanProfile());
  writeFileSync(join(folder, file), text);
  const out = join(folder, 'out');
  const options = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'fods'];
  const ran = spawnSync(office, [...options, `--infilter=${filter}`, '--outdir', out, join(folder, file)], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (ran.status !== 0) throw new Error(`LibreOffice did not open ${file}:\n${ran.stderr}`);
  return readFileSync(join(out, file.replace(/csv$/, 'fods')), 'utf8');
}

function germanProfile() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>de-DE</value></prop></item>
</oor:items>
`;
}

/** @throws naming the file and the cells that are not what was written */
function compare(written, sheet, { file, texts }, counted) {
  const wrong = [];
  if (sheet.length !== written.length) wrong.push(`${sheet.length} rows of ${written.length}`);
  for (const [row, cells] of written.entries()) {
    for (const [column, cell] of cells.entries()) {
      const seen = sheet[row]?.[column] ?? { text: '' };
      const where = `${file} ${written[0][column]} row ${row + 1}: ${JSON.stringify(cell)} became ${JSON.stringify(seen)}`;
      if (seen.formula || seen.link) wrong.push(`run or linked: ${where}`);
      if (cell === '') {
        if (seen.text !== '') wrong.push(where);
      } else if (row > 0 && AMOUNTS.has(written[0][column])) {
        counted.numbers += 1;
        if (seen.number !== Number(cell.replace(',', '.'))) wrong.push(where);
      } else {
        counted.texts += 1;
        if (!texts && TAKEN_FOR_NUMBERS.test(cell))
          counted.takenForNumbers.push(`${cell} as ${seen.date ?? seen.number ?? seen.text}`);
        else if (seen.number !== undefined || seen.date !== undefined || seen.text !== cell) wrong.push(where);
      }
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** What a person who adds up that column sees, in cents. */
function sumOf(sheet, column) {
  const at = sheet[0].findIndex(({ text }) => column.test(text));
  return sheet.slice(1).reduce((total, row) => total + Math.round((row[at]?.number ?? 0) * 100), 0);
}
