import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { german as ofPages } from '../../src/hub/shopper/text/de.ts';
import { german as ofTill } from '../../src/ui/text/de.ts';

const german: Readonly<Record<string, string>> = { ...ofTill, ...ofPages };

/** Every text in the code, as the extractor finds it. */
const english = extract();

test('every text in the code has an id and an English default', () => {
  expect(Object.keys(english).length).toBeGreaterThan(50);
  expect(Object.entries(english).filter(([id, text]) => !/^[a-z][A-Za-z]*\.[A-Za-z0-9]+$/.test(id) || !text)).toEqual(
    [],
  );
});

test('German is complete, and has nothing that the code does not', () => {
  const missing = Object.entries(english).filter(([id]) => !(id in german));
  expect(Object.fromEntries(missing)).toEqual({});
  expect(Object.keys(german).filter((id) => !(id in english))).toEqual([]);
});

test('a translation has the same places for values as the English text', () => {
  const places = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].toSorted((a, b) => a.localeCompare(b));
  const differing = Object.entries(english).filter(
    ([id, text]) => JSON.stringify(valuesOnly(places(text))) !== JSON.stringify(valuesOnly(places(german[id] ?? text))),
  );
  expect(differing.map(([id]) => id)).toEqual([]);
});

test('no two German files say the same text, so that nothing is overwritten unseen', () => {
  const ids = readdirSync('src/ui/text/de').flatMap((file) =>
    [...readFileSync(`src/ui/text/de/${file}`, 'utf8').matchAll(/^\s*'([\w.]+)':/gm)].map(([, id]) => id),
  );
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('no screen text uses the words we avoid', () => {
  const avoided = /\berrors?\b|\bfail(ed|s|ure)?\b|\binvalid\b|\bsync|\boops\b|!/i;
  expect(Object.entries(english).filter(([, text]) => avoided.test(text))).toEqual([]);
});

test('no text tells people to reload: a button opens the till again', () => {
  const advice = /\breload|\brefresh|neu laden|neuladen|aktualisieren/i;
  expect([...Object.entries(english), ...Object.entries(german)].filter(([, text]) => advice.test(text))).toEqual([]);
});

/** Plural branches contain words in braces; only names of values count. */
function valuesOnly(names: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return names.filter((name) => name && /^[a-z]/.test(name));
}

function extract(): Record<string, string> {
  const run = spawnSync('node_modules/.bin/formatjs', ['extract', 'src/**/*.{ts,tsx}'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (run.status !== 0) throw new Error(`formatjs extract: ${run.stderr}`);
  const found = JSON.parse(run.stdout) as Record<string, { defaultMessage?: string }>;
  return Object.fromEntries(Object.entries(found).map(([id, { defaultMessage }]) => [id, defaultMessage ?? '']));
}
