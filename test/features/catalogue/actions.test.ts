import { expect, test } from 'vitest';
import { keepPicture } from '../../../src/features/catalogue/actions.ts';
import { takeBackImport } from '../../../src/features/catalogue/import-actions.ts';
import { aStall } from '../../support/a-stall.ts';

test('a photograph that is no longer where it lay is refused with words, not waited for', async () => {
  const stall = await aStall();
  const gone = new Blob(['photo']);
  gone.arrayBuffer = () => Promise.reject(new DOMException('the card was pulled out', 'NotReadableError'));
  expect(await keepPicture(stall, gone)).toEqual({ ok: false, problem: { kind: 'picture-cut' } });
});

// There are no workers in this process: none can be started.
test('a worker that does not start keeps nobody waiting for a picture, nor for an import to be taken back', async () => {
  const stall = await aStall();
  expect(await keepPicture(stall, new Blob(['photo']))).toEqual({ ok: false, problem: { kind: 'picture-cut' } });
  expect(await takeBackImport(stall, 'back')).toEqual({ ok: false, problem: { kind: 'importCut' } });
});
