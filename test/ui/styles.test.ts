import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Class names are global, so a rule of one screen could change another that was opened before it. The rule that keeps them
 * apart: every selector of a feature names at least one
 * class that no other folder's styles name.
 */
const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, folder: folderOf(file), selectors: selectorsOf(readFileSync(`src/${file}`, 'utf8')) }));

test('every rule of a feature names a class of its own', () => {
  expect(strangers(styles)).toEqual([]);
});

test.each([
  ['a class of another screen alone', '.wall { color: red }'],
  ['a class of all pages alone', '@media print { .btn, .stock-own { color: red } }'],
  ['no class at all', 'main p { color: red }'],
])('a rule that names %s is caught', (_, css) => {
  const planted = { file: 'features/stock/x.css', folder: 'features/stock', selectors: selectorsOf(css) };
  expect(strangers([...styles, planted])).toContainEqual(expect.stringContaining('features/stock/x.css'));
});

interface Sheet {
  readonly file: string;
  readonly folder: string;
  readonly selectors: readonly string[];
}

function strangers(sheets: readonly Sheet[]): string[] {
  const foldersByClass = new Map<string, Set<string>>();
  for (const { folder, selectors } of sheets) {
    for (const name of selectors.flatMap(classesOf)) {
      foldersByClass.set(name, (foldersByClass.get(name) ?? new Set()).add(folder));
    }
  }
  return sheets.flatMap(({ file, folder, selectors }) =>
    folder === 'everywhere'
      ? []
      : selectors
          .filter((selector) => !classesOf(selector).some((name) => foldersByClass.get(name)?.size === 1))
          .map((selector) => `${file}: ${selector}`),
  );
}

/** `features/sales`; `everywhere` for what each page has: `ui` and the shell. */
function folderOf(file: string): string {
  return file.startsWith('features/') ? file.split('/').slice(0, 2).join('/') : 'everywhere';
}

function classesOf(selector: string): string[] {
  return [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].flatMap(([, name]) => name ?? []);
}

/** Selectors of all rules, those inside at-rules too. */
function selectorsOf(css: string): string[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@(?:page|font-face|keyframes)[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  return [...plain.matchAll(/([^{};]+)\{/g)]
    .map(([, head = '']) => head.trim())
    .filter((head) => head !== '' && !head.startsWith('@'))
    .flatMap((head) => head.split(/,(?![^(]*\))/).map((selector) => selector.trim()));
}
