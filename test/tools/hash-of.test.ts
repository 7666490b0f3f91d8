import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf } from '../../src/tools/hash-of.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'imago-hash-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/deep/a.ts'), 'one');
  writeFileSync(join(root, 'index.html'), 'page');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the same files have the same hash, written again or not', () => {
  const before = hashOf(root, ['src', 'index.html']);
  writeFileSync(join(root, 'src/deep/a.ts'), 'one');
  expect(hashOf(root, ['src', 'index.html'])).toBe(before);
});

test('another content, another name, one file more or less: another hash', () => {
  const seen = new Set([hashOf(root, ['src', 'index.html'])]);
  writeFileSync(join(root, 'src/deep/a.ts'), 'two');
  seen.add(hashOf(root, ['src', 'index.html']));
  renameSync(join(root, 'src/deep/a.ts'), join(root, 'src/deep/b.ts'));
  seen.add(hashOf(root, ['src', 'index.html']));
  writeFileSync(join(root, 'src/c.ts'), '');
  seen.add(hashOf(root, ['src', 'index.html']));
  rmSync(join(root, 'index.html'));
  seen.add(hashOf(root, ['src', 'index.html']));
  expect(seen.size).toBe(5);
});

test('what is outside the paths does not count', () => {
  const before = hashOf(root, ['src']);
  writeFileSync(join(root, 'index.html'), 'another page');
  expect(hashOf(root, ['src', 'not-there'])).toBe(before);
});
