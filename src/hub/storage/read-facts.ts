import type { SelectQueryBuilder } from 'kysely';
import { parseFact, type FactRead } from '../../domain/fact.ts';
import { readEntry, trustedEnvelope } from '../../journal/check.ts';
import { MAIN } from './journal.ts';
import type { Db, JournalTable, Schema } from './schema.ts';

type JournalQuery = SelectQueryBuilder<Schema, 'journal', Pick<JournalTable, 'hash' | 'envelope' | 'payload'>>;

/** Entries of a collective that can be read and are what their type says; the rest is passed over. */
export async function readFacts(
  db: Db,
  collective: string,
  which: (query: JournalQuery) => JournalQuery,
): Promise<readonly FactRead[]> {
  const query = db
    .selectFrom('journal')
    .select(['hash', 'envelope', 'payload'])
    .where('collective', '=', collective)
    .where('branch', '=', MAIN);
  const rows = await which(query).execute();
  return rows.flatMap((row): FactRead[] => {
    const read = readEntry(row, trustedEnvelope(row));
    const known = read && parseFact(read);
    return known ? [known] : [];
  });
}
