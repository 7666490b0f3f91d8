// `npm run bench [NAME...]`: one JSON line a result on standard output, everything else on standard error.
// A benchmark is a file *.bench.mjs that exports `name` and `run`; `run` returns one Result of rounds.mjs or several.
// Several have names of their own, exported as `results`: `run` is told which are wanted and may leave out the rest.
// NAME takes every benchmark or result that starts with it: `npm run --silent bench -- checkout`, or `checkout-100k`.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const wanted = process.argv.slice(2);
const benches = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .toSorted()) {
  benches.push(await import(`./${file}`));
}
const isWanted = (name) => wanted.length === 0 || wanted.some((wish) => name.startsWith(wish));
const namesOf = ({ name, results = [] }) => [name, ...results];
const unknown = wanted.filter((wish) => !benches.flatMap(namesOf).some((name) => name.startsWith(wish)));
if (unknown.length > 0) {
  const names = benches.flatMap(({ name, results = [name] }) => results);
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}

for (const { name, run } of benches.filter((bench) => namesOf(bench).some(isWanted))) {
  console.error(`== ${name}`);
  try {
    const measured = [await run((result) => isWanted(name) || isWanted(result))].flat();
    for (const result of measured) console.log(JSON.stringify(rounded(result)));
  } catch (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}

/** Four significant digits: more would claim what a busy machine cannot measure. */
function rounded(result) {
  return Object.fromEntries(
    Object.entries(result).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ]),
  );
}
