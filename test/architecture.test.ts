import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Who may import whom inside `src`. A part is a folder, or one file of it that has a rule of its own; `features/X` is each
 * feature, so another feature is another part. A part may import itself and what lies at or under the paths of its row.
 * This table is the documentation: a new folder needs a row here.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  journal: [],
  domain: ['journal'],
  store: ['domain', 'journal'],
  'sync/protocol.ts': ['domain', 'journal'],
  sync: ['sync', 'store', 'domain', 'journal'],
  worker: ['store', 'domain', 'journal'],
  ui: ['domain/money', 'domain/time', 'domain/problem'],
  'features/X': ['ui', 'store', 'domain', 'journal', 'sync/status.ts', 'worker/client.ts'],
  // Everything but the hub. main.tsx and sw.ts belong to it.
  app: ['features', 'ui', 'store', 'sync', 'worker', 'tools', 'domain', 'journal'],
  hub: ['domain', 'journal', 'sync/protocol.ts'],
  // Everything: npm scripts, and the example collective made through `store`.
  tools: ['app', 'features', 'ui', 'store', 'sync', 'worker', 'hub', 'domain', 'journal', '..'],
};
const OF_APP = ['main.tsx', 'sw.ts'];
/** Node's own modules exist only where Node runs. */
const ON_NODE = ['hub', 'tools'];

interface Import {
  readonly from: string;
  readonly to: string;
}

test('every import in src is one that the table allows', () => {
  const imports = filesUnder('src').flatMap((file) => importsOf(file, readFileSync(`src/${file}`, 'utf8')));
  expect(imports.flatMap(violation)).toEqual([]);
});

test('no file of src imports itself by way of others, not even for a type', () => {
  const next = new Map<string, string[]>();
  for (const file of filesUnder('src')) {
    next.set(
      file,
      importsOf(file, readFileSync(`src/${file}`, 'utf8')).map(({ to }) => to),
    );
  }
  expect(circles(next)).toEqual([]);
});

test('a circle of three files is found, whoever begins', () => {
  const next = new Map([
    ['a.ts', ['b.ts', 'd.ts']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', []],
  ]);
  expect(circles(next)).toEqual(['a.ts → b.ts → c.ts → a.ts']);
});

test('every screen of a feature is in the one list that drives router, checks and pictures', () => {
  const isScreen = (file: string) => /^features\/[^/]+\/[^/]+-screen\.tsx$/.test(file);
  const importers = new Map(
    filesUnder('src')
      .filter(isScreen)
      .map((file): [string, string[]] => [file, []]),
  );
  for (const file of filesUnder('src')) {
    for (const { to } of importsOf(file, readFileSync(`src/${file}`, 'utf8'))) importers.get(to)?.push(file);
  }
  const elsewhere = [...importers].filter(([, files]) => !files.some((file) => /^app\/screens-\w+\.ts$/.test(file)));
  expect(elsewhere).toEqual([]);
});

test('every name that a file of src exports is asked for by another', () => {
  const asked = new Set(
    ['src', 'test'].flatMap((top) =>
      filesUnder(top).flatMap((file) => namesAsked(`${top}/${file}`, readFileSync(`${top}/${file}`, 'utf8'))),
    ),
  );
  const alone = filesUnder('src')
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => namesExported(`src/${file}`, readFileSync(`src/${file}`, 'utf8')))
    .filter((name) => !asked.has(name) && !asked.has(name.replace(/#.*/, '#*')));
  expect(alone).toEqual([]);
});

test('a name is asked for by its own name, with others, as another, later or all at once', () => {
  const text = `import { a, type B, c as d } from './x.ts';
    import type {\n  E,\n} from './x.ts';
    const f = async () => (await import('./x.ts')).F;
    import * as y from './y.ts';
    const { g } = await import('./z.ts');`;
  const names = ['a', 'B', 'c', 'E', 'F'].map((name) => `src/app/x.ts#${name}`);
  expect(namesAsked('src/app/w.ts', text)).toEqual([...names, 'src/app/y.ts#*', 'src/app/z.ts#*']);
  expect(
    namesExported(
      'src/app/x.ts',
      'export const a = 1;\nexport async function b() {}\nexport interface C {}\nconst d = 1;',
    ),
  ).toEqual(['src/app/x.ts#a', 'src/app/x.ts#b', 'src/app/x.ts#C']);
});

test('every folder of src has a row in the table', () => {
  const strangers = filesUnder('src').filter((file) => partOf(file) === undefined && !isDeclaration(file));
  expect(strangers).toEqual([]);
});

test.each([
  ['domain/sales/cart.ts', `import { commit } from '../../store/journal.ts';`],
  ['domain/sales/cart.ts', `import type { Commit } from '../../store/journal.ts';`],
  ['domain/sales/cart.ts', `import { readFileSync } from 'node:fs';`],
  ['journal/entry.ts', `export { money } from '../domain/money.ts';`],
  ['store/commit.ts', `import '../sync/engine.ts';`],
  ['sync/protocol.ts', `import { db } from '../store/db.ts';`],
  ['ui/button.tsx', `import { price } from '../domain/sales/pricing.ts';`],
  ['features/sales/SellScreen.tsx', `import { count } from '../stock/actions.ts';`],
  ['features/sales/SellScreen.tsx', `const engine = await import('../../sync/engine.ts');`],
  ['features/sales/actions.ts', `new Worker(new URL('../../worker/worker.ts', import.meta.url));`],
  ['hub/app.ts', `import {\n  open,\n  close,\n} from '../store/db.ts';`],
  ['app/routes.tsx', `import { app } from '../hub/app.ts';`],
  ['main.tsx', `import { app } from './hub/app.ts';`],
  ['worker/worker.ts', `import { engine } from '../sync/engine.ts';`],
])('a forbidden import planted in %s is caught: %s', (file, text) => {
  expect(importsOf(file, text).flatMap(violation)).toHaveLength(1);
});

test.each([
  ['features/sales/SellScreen.tsx', `import { pill } from '../../sync/status.ts';`],
  ['features/sales/SellScreen.tsx', `import { plan } from '../../worker/client.ts';`],
  ['features/sales/SellScreen.tsx', `import { add } from './cart.ts';`],
  ['features/sales/SellScreen.tsx', `import './sell-screen.css';`],
  ['ui/money-text.tsx', `import { format } from '../domain/money.ts';`],
  ['hub/sync/exchange.ts', `import { parse } from '../../sync/protocol.ts';`],
  ['hub/main.ts', `import { join } from 'node:path';`],
  ['main.tsx', `import { App } from './app/app.tsx';`],
  ['app/session.ts', `import { engine } from '../sync/engine.ts';\nimport type { Plan } from '../worker/worker.ts';`],
])('an import that the table allows passes in %s: %s', (file, text) => {
  expect(importsOf(file, text)).not.toEqual([]);
  expect(importsOf(file, text).flatMap(violation)).toEqual([]);
});

/** Says which import breaks the table, and how; nothing if it keeps it. */
function violation({ from, to }: Import): string[] {
  const part = partOf(from);
  if (part === undefined) return []; // the second test's business
  if (to.startsWith('node:')) return ON_NODE.includes(part) ? [] : [`src/${from} imports ${to}, but runs in browsers`];
  const row = MAY_IMPORT[part.startsWith('features/') ? 'features/X' : part] ?? [];
  if (partOf(to) === part || isDeclaration(to) || row.some((allowed) => isWithin(to, allowed))) return [];
  return [`src/${from} imports ${to}: ${part} may not`];
}

/** Each way back to where it began, once. */
function circles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

function isWithin(path: string, allowed: string): boolean {
  return path === allowed || path === `${allowed}.ts` || path.startsWith(`${allowed}/`);
}

/** The row a file belongs to: `features/sales`, `sync/protocol.ts`, `domain` … */
function partOf(path: string): string | undefined {
  if (OF_APP.includes(path)) return 'app';
  const [folder = '', subject = ''] = path.split('/');
  if (folder === 'features') return path.split('/').length > 2 ? `features/${subject}` : 'app';
  if (path in MAY_IMPORT) return path;
  return folder in MAY_IMPORT ? folder : undefined;
}

/** A file's relative and node: imports, types and workers included, as paths from `src`. Packages are the linter's business. */
function importsOf(file: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const specifier =
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*(?=['"][^'"]+\.tsx?['"]))(['"])((?:\.{1,2}\/|node:)[^'"]+)\1/g;
  return [...code.matchAll(specifier)].map(([, , to = '']) => ({
    from: file,
    to: to.startsWith('node:') ? to : posix.normalize(posix.join(posix.dirname(file), to)).replace(/\?.*$/, ''),
  }));
}

/** What a file exports, as `path#name`. The house exports where it declares. */
function namesExported(file: string, text: string): string[] {
  const declared = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
  return [...text.matchAll(declared)].map(([, name = '']) => `${file}#${name}`);
}

/** What a file imports of its neighbours, as `path#name`; `path#*` where it takes a file whole. */
function namesAsked(file: string, text: string): string[] {
  const at = (to: string) => posix.normalize(posix.join(posix.dirname(file), to));
  const listed = /^\s*import (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm;
  const others = /\bimport(?:\('| \* as \w+ from ')(\.[^']+)'\)?(?:\)\.(\w+))?/g;
  const named = [...text.matchAll(listed)].flatMap(([, list = '', to = '']) =>
    list
      .split(',')
      .map((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*/, ''),
      )
      .filter((name) => name !== '')
      .map((name) => `${at(to)}#${name}`),
  );
  return [...named, ...[...text.matchAll(others)].map(([, to = '', name = '*']) => `${at(to)}#${name}`)];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));
}

function isDeclaration(path: string): boolean {
  return path.endsWith('.d.ts');
}
