import { storageCases, type Engine } from './cases.ts';

// The list of storage cases in a browser; what only the browser's driver can do is on `driver`.

declare const driver: Engine | undefined;

/** Runs one; what is wrong, or "". */
async function runCase(name: string): Promise<string> {
  const found = storageCases.find((each) => each.name === name);
  if (!found) return `no such case: ${name}`;
  const engine = typeof driver === 'undefined' ? {} : driver;
  return found.run(engine).then(
    () => '',
    (problem: unknown) => (problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)),
  );
}

Object.assign(globalThis, { runCase });
