import { parseFact } from '../../domain/fact.ts';
import { readEntry } from '../../journal/check.ts';
import type { Checked } from '../storage/journal.ts';
import type { Tx } from '../storage/schema.ts';

const NOTICED: ReadonlySet<string> = new Set([
  'sale.completed',
  'sale.voided',
  'sale.refunded',
  'work.revised',
  'photographer.revised',
]);

/**
 * What the hub itself reads in stored entries: which secret and which later facts belong to a sale's receipt, and which pictures are published.
 * A payload it cannot read is simply not noticed; the entry is stored all the same. Safe to run twice.
 */
export async function noticeEntries(tx: Tx, collective: string, entries: readonly Checked[]): Promise<void> {
  const receipts: { collective: string; secret: string; sale: string; hash: string }[] = [];
  const pictures = new Set<string>();
  for (const { entry, envelope } of entries) {
    if (!NOTICED.has(envelope.type)) continue;
    const read = readEntry(entry, envelope);
    const known = read && parseFact(read);
    if (!known) continue;
    if (known.type === 'sale.completed' || known.type === 'sale.voided' || known.type === 'sale.refunded') {
      const secret = known.type === 'sale.completed' ? known.body.secret : '';
      receipts.push({ collective, secret, sale: known.body.sale, hash: entry.hash });
    } else for (const sha of hashesIn(known.body)) pictures.add(sha);
  }
  for (let at = 0; at < receipts.length; at += 500)
    await tx
      .insertInto('receipts')
      .values(receipts.slice(at, at + 500))
      .onConflict((conflict) => conflict.columns(['collective', 'secret', 'hash']).doNothing())
      .execute();
  if (pictures.size > 0)
    await tx
      .insertInto('published_media')
      .values([...pictures].map((sha) => ({ collective, sha })))
      .onConflict((conflict) => conflict.columns(['collective', 'sha']).doNothing())
      .execute();
}

const SHA = /^[A-Za-z0-9_-]{43}$/;

/** Every content hash somewhere in a value: facts name pictures by their hashes, in whatever field. */
function hashesIn(value: unknown): string[] {
  if (typeof value === 'string') return SHA.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(hashesIn);
}
