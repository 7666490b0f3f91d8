import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Locked>>;

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

test('every optional package the lock names has an entry of its own, for each platform', () => {
  // npm leaves out, without a word, what the registry did not have that day; `npm ci` then stops elsewhere.
  expect(holesIn(lock.packages)).toEqual([]);
});

test('a hole planted in the lock is found', () => {
  const packages = { '': {}, 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } } };
  expect(holesIn(packages)).toEqual(['node_modules/a -> a-linux']);
  expect(holesIn({ ...packages, 'node_modules/a/node_modules/a-linux': {} })).toEqual([]);
  expect(holesIn({ ...packages, 'node_modules/a-linux': {} })).toEqual([]);
});

test('every version in package.json is exact', () => {
  const ranges = ['dependencies', 'devDependencies', 'overrides'].flatMap((part) =>
    Object.entries(manifest[part] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  );
  expect(ranges).toEqual([]);
});

test('the lock holds the versions that package.json names', () => {
  const differing = ['dependencies', 'devDependencies'].flatMap((part) =>
    Object.entries(manifest[part] ?? {}).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    ),
  );
  expect(differing).toEqual([]);
});

test('the lock names no registry host, and every package has its checksum', () => {
  // A host written into the lock would bind every clone to one registry.
  const bound = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
  expect(bound.map(([path]) => path)).toEqual([]);
  const unchecked = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && !entry.integrity);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test('every package has its reason in the list of packages, and the list names no other', () => {
  const tables = readFileSync('src/decisions/010-packages.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const reasons = tables.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  const used = ['dependencies', 'devDependencies', 'overrides'].flatMap((part) => Object.keys(manifest[part] ?? {}));
  expect(reasons.toSorted()).toEqual(used.toSorted());
});

/** `package -> dependency` for every optional dependency that resolves to no entry, by Node's way of looking upwards. */
function holesIn(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolves(packages, path, name))
      .map((name) => `${path} -> ${name}`),
  );
}

function resolves(packages: Packages, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}
