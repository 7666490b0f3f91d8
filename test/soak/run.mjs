// `npm run soak [NAME...]`: proofs too long for every commit. A proof is a file *.soak.mjs that exports `name`, `parts`
// (a function that lists names of parts, each a few minutes at most) and `run(part, seed)`, which throws if the proof fails and
// returns what it counted. One JSON line a part, on standard output and in node_modules/.cache/soak.jsonl.
// Stopped half-way, the next run goes on: a part that passed on these very sources is not run again (--again: all anew).
// Seeds: the part's number plus IMAGO_SEED (default 1); each line names its own. A part may return `skipped: 'why'`.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../../src/tools/hash-of.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const SOURCES = ['src', 'test', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];
const record = 'node_modules/.cache/soak.jsonl';
mkdirSync('node_modules/.cache', { recursive: true });

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isAgain = process.argv.includes('--again');
const firstSeed = Number(process.env.IMAGO_SEED ?? 1);
const sources = hashOf(root, SOURCES).slice(0, 16);
const done = isAgain ? new Set() : new Set(passedBefore().map((line) => `${line.name} ${line.part} ${line.seed}`));
const total = { passed: 0, failed: 0, skipped: 0 };

const proofs = [];
for (const file of readdirSync('test/soak')
  .filter((name) => name.endsWith('.soak.mjs'))
  .toSorted()) {
  proofs.push(await import(`./${file}`));
}
const unknown = wanted.filter((wish) => !proofs.some(({ name }) => name.startsWith(wish)));
if (unknown.length > 0) {
  console.error(`No proof is called ${unknown.join(', ')}. There are: ${proofs.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

for (const proof of proofs) {
  if (wanted.length > 0 && !wanted.some((wish) => proof.name.startsWith(wish))) continue;
  for (const [index, part] of (await proof.parts()).entries()) await runPart(proof, part, firstSeed + index);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runPart(proof, part, seed) {
  if (done.has(`${proof.name} ${part} ${seed}`)) {
    console.error(`== ${proof.name}: ${part}: passed before, on the same sources`);
    total.passed += 1;
    return;
  }
  console.error(`== ${proof.name}: ${part}, seed ${seed}`);
  const started = Date.now();
  const { state, ...counted } = await outcomeOf(proof, part, seed);
  total[state] += 1;
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  const line = JSON.stringify({ name: proof.name, part, seed, state, seconds, ...counted, sources });
  console.log(line);
  appendFileSync(record, `${line}\n`);
}

async function outcomeOf(proof, part, seed) {
  try {
    const counted = (await proof.run(part, seed)) ?? {};
    return { state: counted.skipped ? 'skipped' : 'passed', ...counted };
  } catch (problem) {
    console.error(problem);
    return { state: 'failed', problem: String(problem).slice(-500) };
  }
}

function passedBefore() {
  if (!existsSync(record)) return [];
  const lines = readFileSync(record, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).filter((line) => line.state === 'passed' && line.sources === sources);
}
