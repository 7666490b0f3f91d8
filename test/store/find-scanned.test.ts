import { expect, test } from 'vitest';
import { findScanned } from '../../src/domain/codes/find-scanned.ts';
import { parseScan } from '../../src/domain/codes/parse-scan.ts';
import { checkSign } from '../../src/domain/codes/printed-code.ts';
import { fact } from '../../src/domain/fact.ts';
import type { FactText } from '../../src/journal/entry.ts';
import { readCatalogue } from '../../src/store/read.ts';
import { aTablet } from '../support/a-tablet.ts';

const codeOf = (signs: string) => signs + checkSign(signs);
const [work, variant, copy, foreign] = ['WRKWRKWR', 'VARVARVA', 'CPYCPYCP', 'FREMDFRE'].map(codeOf) as [
  string,
  string,
  string,
  string,
];

async function aWall(...more: readonly FactText[]) {
  const tablet = await aTablet();
  await tablet.write(
    fact('work.revised', 'harbour', {
      work: 'harbour',
      fields: { title: 'Harbour' },
      variants: [
        { variant: 'harbour-30', fields: { sku: 'HARBOUR-30', barcode: '4006381333931', position: 0 } },
        { variant: 'harbour-50', fields: { sku: 'HARBOUR-50', position: 1 } },
      ],
    }),
    fact('edition.published', 'ed', { edition: 'ed', fields: { work: 'harbour', size: 25 } }),
    fact('copies.placed', 'ed', {
      edition: 'ed',
      numbers: [[7, 7]],
      variant: 'harbour-50',
      place: 'stall',
      marked: true,
    }),
    fact('code.attached', work, { code: work, kind: 'work', ref: 'harbour' }),
    fact('code.attached', variant, { code: variant, kind: 'variant', ref: 'harbour-30' }),
    fact('code.attached', copy, { code: copy, kind: 'copy', ref: 'ed:7' }),
    ...more,
  );
  const [catalogue, rows] = [await readCatalogue(tablet.db), await tablet.db.copies.toArray()];
  return (text: string) => findScanned(catalogue, new Map([['ed', rows]]), parseScan(text, ['stall.ex']));
}

test('a printed address and the bare code find the same work, form or copy', async () => {
  const find = await aWall();
  expect(find(`HTTPS://STALL.EX/${work}`)).toEqual({ kind: 'work', work: 'harbour' });
  expect(find(work)).toEqual({ kind: 'work', work: 'harbour' });
  expect(find(variant)).toEqual({ kind: 'variant', variant: 'harbour-30', copy: null });
  expect(find(`https://stall.ex/${copy.toLowerCase()}`)).toEqual({
    kind: 'variant',
    variant: 'harbour-50',
    copy: { edition: 'ed', number: 7, marked: true },
  });
});

test('a code attached again stands for what was said last', async () => {
  const find = await aWall(fact('code.attached', work, { code: work, kind: 'variant', ref: 'harbour-50' }));
  expect(find(work)).toEqual({ kind: 'variant', variant: 'harbour-50', copy: null });
});

test('without a code of ours the barcode and the SKU do, with a number behind a slash or not', async () => {
  const find = await aWall();
  expect(find('4006381333931')).toMatchObject({ variant: 'harbour-30', copy: null });
  expect(find('harbour-30')).toMatchObject({ variant: 'harbour-30', copy: null });
  expect(find('HARBOUR-30/9')).toMatchObject({ variant: 'harbour-30', copy: { number: 9, marked: true } });
  expect(find('HARBOUR-30/7')).toMatchObject({ variant: 'harbour-50', copy: { number: 7 } });
});

test('a number the edition does not have, a code of nobody and another shop find nothing', async () => {
  const find = await aWall();
  for (const text of ['HARBOUR-30/26', 'HARBOUR-30/0', foreign, 'https://elsewhere.ex/x', '   ']) {
    expect(find(text), text).toBeUndefined();
  }
});

test('what is attached to a thing that is not here finds nothing, instead of something else', async () => {
  const lost = codeOf('ABCDEFGH');
  const find = await aWall(fact('code.attached', lost, { code: lost, kind: 'copy', ref: 'gone:3' }));
  expect(find(lost)).toBeUndefined();
});
