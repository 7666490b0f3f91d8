import * as v from 'valibot';
import { Id, ShortText } from '../../domain/parts.ts';
import { readEntry } from '../../journal/check.ts';
import type { Checked } from '../storage/journal.ts';
import type { Tx } from '../storage/schema.ts';

/** As little as the hub needs: the receipt's page parses the whole when somebody looks at it. */
const OfSale = v.object({ sale: Id, secret: v.exactOptional(ShortText) });
const OF_SALES: ReadonlySet<string> = new Set(['sale.completed', 'sale.voided', 'sale.refunded']);
const OF_CATALOGUE: ReadonlySet<string> = new Set(['work.revised', 'photographer.revised']);

/**
 * What the hub itself reads in stored entries: which secret and which later facts belong to a sale's receipt, and which
 * pictures are published. A payload it cannot read is simply not noticed; the entry is stored all the same. Safe to run
 * twice.
 */
export async function noticeEntries(tx: Tx, collective: string, entries: readonly Checked[]): Promise<void> {
  const receipts: { collective: string; secret: string; sale: string; hash: string }[] = [];
  const pictures = new Set<string>();
  for (const { entry, envelope } of entries) {
    const isOfSale = OF_SALES.has(envelope.type);
    if (!isOfSale && !OF_CATALOGUE.has(envelope.type)) continue;
    const read = readEntry(entry, envelope);
    if (!read) continue;
    if (!isOfSale) for (const sha of hashesIn(read.body)) pictures.add(sha);
    const { success, output } = v.safeParse(OfSale, read.body);
    if (isOfSale && success)
      receipts.push({ collective, secret: output.secret ?? '', sale: output.sale, hash: entry.hash });
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

/** Every content hash somewhere in a value, in whatever field; without recursion, for a value may be nested deeply. */
function hashesIn(value: unknown): string[] {
  const found: string[] = [];
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && SHA.test(next)) found.push(next);
    else if (typeof next === 'object' && next !== null) left.push(...Object.values(next));
  }
  return found;
}
