import { isFact } from '../domain/fact.ts';
import type { SaleId } from '../domain/parts.ts';
import type { StallDb } from './db.ts';
import { readFacts } from './read.ts';

const PAGE = 2_000;

/**
 * The sale of this receipt number (`A-0043`) or receipt secret, whatever its day; undefined when this tablet does not
 * have it. Reads the whole journal once, so it is for what somebody asks, not for what a screen watches.
 */
export async function findSale(
  db: StallDb,
  sought: { readonly receipt: string } | { readonly secret: string },
): Promise<SaleId | undefined> {
  // A payload is stored as the text it was made as: only what holds these letters is worth parsing.
  const held = JSON.stringify(sought).slice(1, -1);
  for (let after = ''; ;) {
    const page = await db.journal.where('hash').above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (!last) return undefined;
    after = last.hash;
    const found = readFacts(page.filter(({ payload }) => payload?.includes(held)))
      .filter(isFact('sale.completed'))
      .find(({ body }) => ('receipt' in sought ? body.receipt === sought.receipt : body.secret === sought.secret));
    if (found) return found.body.sale;
  }
}
