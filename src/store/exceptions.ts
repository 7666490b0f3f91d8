import { openSales, type CopyRow } from '../domain/editions/copies.ts';
import type { StallDb } from './db.ts';

/** Something only a person can settle. Nothing here ever blocks selling or closing. */
export interface Exception {
  readonly kind: 'sold-twice';
  readonly copy: CopyRow;
}

/** What waits for a person: a query over rows, not a table. */
export async function readExceptions(db: StallDb): Promise<readonly Exception[]> {
  const copies = await db.copies.filter((row) => row.sold.length > 1 && openSales(row).length > 1).toArray();
  return copies.map((copy) => ({ kind: 'sold-twice', copy }));
}
