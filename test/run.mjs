// `npm test` (everything that guards a commit) and `npm run check` (`--check`: no browser, no build, no network).
// Every step is a child process of this Node; the tools' own files are called, without a shell.
// The last line is always `N passed, N failed, N skipped`; types, lint, format and build count as one test each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser/find-browser.mjs';
import { findCertutil } from './browser/find-certutil.mjs';
import { findHledger } from './browser/find-hledger.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = 'node_modules/.cache';
const isCheck = process.argv.includes('--check');
const isCi = Boolean(process.env.CI);
const total = { passed: 0, failed: 0, skipped: 0 };
const notes = [];

mkdirSync(`${root}${cache}`, { recursive: true });
process.chdir(root);

// Side by side: the last of them keeps one core busy, and none says much.
await Promise.all([
  single('types', 'node_modules/typescript/bin/tsc', ['-b']),
  single('lint', 'node_modules/oxlint/bin/oxlint', ['src', 'test', 'vite.config.ts']),
  single('format', 'node_modules/prettier/bin/prettier.cjs', [
    '--check',
    '--log-level=warn',
    '--cache',
    `--cache-location=${cache}/prettier.json`,
    '.',
  ]),
]);
const hledger = requirement('hledger', () => findHledger({ install: !isCheck }));
await unitTests(hledger ? { IMAGO_HLEDGER: hledger.path } : {});
if (!isCheck) await browserTests();

for (const note of notes) console.log(note);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A step that is one test: it ends well or it does not. What it says is shown in one piece. */
async function single(label, file, args) {
  const ok = await step(label, file, args, { inOnePiece: true });
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) notes.push(`failed: ${label}`);
  return ok;
}

async function unitTests(env) {
  const report = `${cache}/vitest.json`;
  rmSync(report, { force: true });
  const args = ['run', '--config', 'test/vitest.config.ts', '--root', '.', '--reporter=default', '--reporter=json'];
  const file = 'node_modules/vitest/vitest.mjs';
  const ok = await step('unit and store tests', file, [...args, `--outputFile.json=${report}`], { env });
  const found = readReport(report);
  add('unit and store tests', ok && Boolean(found), {
    passed: found?.numPassedTests ?? 0,
    failed: (found?.numFailedTests ?? 0) + filesThatDoNotLoad(found),
    skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
  });
}

function filesThatDoNotLoad(report) {
  const files = report?.testResults ?? [];
  return files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
}

async function browserTests() {
  if (process.env.IMAGO_E2E === 'skip') {
    total.skipped += 1;
    notes.push('skipped: ALL BROWSER TESTS (IMAGO_E2E=skip); what was tested is not the till people use');
    return;
  }
  if (!(await single('build', 'src/tools/build.mjs', []))) return;
  const browser = await findBrowser().catch((problem) => void notes.push(`failed: ${problem.message}`));
  if (!browser) {
    total.failed += 1;
    notes.push('failed: no browser. Install Chromium or Chrome, or set IMAGO_CHROMIUM (IMAGO_E2E=skip goes without).');
    return;
  }
  console.log(`browser: ${browser.path} (${browser.from})`);
  const certutil = requirement('certutil', findCertutil);
  const report = `${cache}/e2e.json`;
  rmSync(report, { force: true });
  const ok = await step(
    'browser tests',
    'node_modules/@playwright/test/cli.js',
    ['test', '-c', 'test/playwright.config.ts', '--reporter=list,json'],
    {
      env: {
        IMAGO_CHROMIUM: browser.path,
        ...(certutil ? { IMAGO_CERTUTIL: certutil.path } : {}),
        PLAYWRIGHT_JSON_OUTPUT_FILE: root + report,
      },
    },
  );
  const stats = readReport(report)?.stats;
  // Said, not hidden: a test that needs its second try often is one to mend.
  if (stats?.flaky) notes.push(`passed only on the second try: ${stats.flaky} browser tests (named above as flaky)`);
  add('browser tests', ok && Boolean(stats), {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

/** A program that some tests need: missing is a failure where CI is set, elsewhere a named skip. */
function requirement(name, find) {
  let why = `${name} is not installed`;
  try {
    const found = find();
    if (found || isCheck) return found;
  } catch (problem) {
    why = problem.message;
  }
  total[isCi ? 'failed' : 'skipped'] += 1;
  notes.push(`${isCi ? 'failed' : 'skipped'}: ${why}, so what it checks was not checked`);
  return undefined;
}

function add(label, ok, counts) {
  // A runner can fall over without a failed test (a file that does not load, no report written): that is a failure too.
  const failed = ok ? counts.failed : Math.max(1, counts.failed);
  total.passed += counts.passed;
  total.failed += failed;
  total.skipped += counts.skipped;
  if (failed > 0) notes.push(`failed: ${label} (${failed})`);
}

async function step(label, file, args, { env = {}, inOnePiece = false }) {
  if (!inOnePiece) console.log(`\n== ${label}`);
  const started = Date.now();
  const stdio = inOnePiece ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [file, ...args], { stdio, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (said += bytes));
  const [status] = await once(child, 'close');
  if (inOnePiece) process.stdout.write(`\n== ${label}\n${said}`);
  console.log(`   ${label}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // the step died before it wrote one, and has failed already
  }
}
