import { describe, expect, it } from 'vitest';
import { storageCases } from './cases.ts';

describe('on the stand-in for IndexedDB', () => {
  it.each(storageCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    await expect(each.run({})).resolves.toBeUndefined();
  });
});
