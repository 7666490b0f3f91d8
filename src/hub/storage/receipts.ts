import { isFact } from '../../domain/fact.ts';
import type { CollectiveFields } from '../../domain/people/facts.ts';
import type { SaleCompleted, SaleRefunded } from '../../domain/sales/facts.ts';
import type { Read } from '../../journal/entry.ts';
import type { Hub } from '../hub.ts';
import { readFacts } from './read-facts.ts';

/** A sale as its receipt shows it, with what became of it afterwards. */
export interface Receipt {
  readonly sale: Read<SaleCompleted>;
  readonly isVoided: boolean;
  readonly refunds: readonly Read<SaleRefunded>[];
  readonly collective: CollectiveFields;
  readonly isExample: boolean;
}

/** @returns undefined until the sale has arrived */
export async function readReceipt(hub: Hub, secret: string): Promise<Receipt | undefined> {
  const row = await hub.db
    .selectFrom('receipts')
    .innerJoin('collectives', 'collectives.id', 'receipts.collective')
    .select(['receipts.collective', 'receipts.sale', 'receipts.hash', 'collectives.is_example'])
    .where('receipts.secret', '=', secret)
    .executeTakeFirst();
  if (!row) return undefined;
  const reads = await readFacts(hub.db, row.collective, (query) =>
    query.where('hash', 'in', (eb) =>
      eb
        .selectFrom('receipts')
        .select('receipts.hash')
        .where('receipts.collective', '=', row.collective)
        .where('receipts.sale', '=', row.sale),
    ),
  );
  const sale = reads.filter(isFact('sale.completed')).find((read) => read.hash === row.hash);
  if (!sale) return undefined;
  return {
    sale,
    isVoided: reads.some(isFact('sale.voided')),
    refunds: reads.filter(isFact('sale.refunded')).toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)),
    collective: await collectiveFields(hub, row.collective),
    isExample: row.is_example === 1,
  };
}

/** Latest per field by stamp, as every tablet folds it. */
async function collectiveFields(hub: Hub, collective: string): Promise<CollectiveFields> {
  const reads = await readFacts(hub.db, collective, (query) => query.where('type', '=', 'collective.revised'));
  const inOrder = reads.filter(isFact('collective.revised')).toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  return Object.assign({}, ...inOrder.map((read) => read.body.fields)) as CollectiveFields;
}
