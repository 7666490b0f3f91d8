import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { exampleMerch } from '../../../src/tools/example/works/merch.ts';
import { examplePhotographers, exampleWorks } from '../../../src/tools/example/works/works.ts';

const folder = fileURLToPath(new URL('../../../src/tools/example/pictures/', import.meta.url));
const listed = [...exampleWorks, ...exampleMerch];

test('every listed picture is there in the listed size, and no file is unlisted', async () => {
  for (const picture of listed) {
    const { width, height, format } = await sharp(folder + picture.file).metadata();
    expect({ file: picture.file, width, height, format }).toEqual({
      file: picture.file,
      width: picture.width,
      height: picture.height,
      format: 'webp',
    });
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.webp'));
  expect(files.sort()).toEqual(listed.map((picture) => picture.file).sort());
});

test('each photographer shows eight works, and no title hangs twice', () => {
  for (const photographer of examplePhotographers) {
    expect(exampleWorks.filter((work) => work.photographer === photographer)).toHaveLength(8);
  }
  expect(new Set(listed.map((picture) => picture.title)).size).toBe(listed.length);
});

test('the pictures together stay under 3.2 MB', () => {
  const bytes = listed.reduce((sum, picture) => sum + statSync(folder + picture.file).size, 0);
  expect(bytes).toBeLessThan(3_200_000);
});
