import type { Page } from '@playwright/test';
import { parseFact, type FactRead } from '../../src/domain/fact.ts';
import { parseEnvelope, readEntry } from '../../src/journal/check.ts';
import type { JournalRow } from '../../src/store/db.ts';
import { collectiveOn } from './a-person.ts';

/** Every fact that a page's tablet holds, by stamp: what its screens have written. */
export async function readJournal(page: Page): Promise<readonly FactRead[]> {
  const collective = await collectiveOn(page);
  const rows = await page.evaluate(
    (name) =>
      new Promise<readonly JournalRow[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('journal').objectStore('journal').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(reading.result as readonly JournalRow[]);
          });
        });
      }),
    `imago-${collective}`,
  );
  return rows
    .flatMap((row) => {
      const envelope = parseEnvelope(row, collective);
      if (typeof envelope === 'string') throw new Error(`an entry that is ${envelope}`);
      const read = readEntry(row, envelope);
      const fact = read && parseFact(read);
      return fact ? [fact] : [];
    })
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}
