import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { WRITTEN_STYLES } from '../../src/hub/http/headers.ts';

/** A template of the library's own file, its constants put in. */
function written(file: string, at: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));
  const code = readFileSync(join(root, 'dist/private', file), 'utf8');
  const [, text = ''] = new RegExp(`${at}\\.textContent = \`([^\`]+)\``).exec(code) ?? [];
  return text
    .replaceAll(/\$\{([$\w]+)\}/g, (_, name: string) => {
      const [, value = name] = new RegExp(`${name.replaceAll('$', '\\$')} = '([^']+)'`).exec(code) ?? [];
      return value;
    })
    .trim();
}

test('the styles that the rules know by their hash are those that are written', () => {
  const screen = readFileSync('src/features/sales/receipt-screen.tsx', 'utf8');
  expect([
    written('interactions/usePress.mjs', 'style'),
    written('overlays/usePreventScroll.mjs', 'style'),
    ...[...screen.matchAll(/'(@page[^']+)'/g)].map(([, rule]) => rule),
  ]).toEqual(WRITTEN_STYLES);
});
