import { isFact } from '../../domain/fact.ts';
import type { CollectiveFields } from '../../domain/people/facts.ts';
import type { SaleCompleted, SaleRefunded } from '../../domain/sales/facts.ts';
import { inOrder } from '../../domain/sales/sale-history.ts';
import type { Read } from '../../journal/entry.ts';
import type { Hub } from '../hub.ts';
import { readFacts } from './read-facts.ts';

/** A sale as its receipt shows it, with what became of it afterwards. */
export interface Receipt {
  readonly sale: Read<SaleCompleted>;
  readonly isVoided: boolean;
  readonly refunds: readonly Read<SaleRefunded>[];
  /** The refund it is the other half of, once that has arrived. */
  readonly exchanged: SaleRefunded | undefined;
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
  const reads = await aboutSale(hub, row.collective, row.sale);
  const sale = reads.filter(isFact('sale.completed')).find((read) => read.hash === row.hash);
  if (!sale) return undefined;
  return {
    sale,
    exchanged: await exchangedFor(hub, row.collective, sale.body),
    isVoided: reads.some(isFact('sale.voided')),
    refunds: inOrder(reads.filter(isFact('sale.refunded'))),
    collective: await collectiveFields(hub, row.collective),
    isExample: row.is_example === 1,
  };
}

function aboutSale(hub: Hub, collective: string, sale: string): Promise<readonly Read[]> {
  return readFacts(hub.db, collective, (query) =>
    query.where('hash', 'in', (eb) =>
      eb
        .selectFrom('receipts')
        .select('receipts.hash')
        .where('receipts.collective', '=', collective)
        .where('receipts.sale', '=', sale),
    ),
  );
}

async function exchangedFor(
  hub: Hub,
  collective: string,
  { exchangeOf, exchangedSale }: SaleCompleted,
): Promise<SaleRefunded | undefined> {
  if (exchangeOf === undefined || exchangedSale === undefined) return undefined;
  const reads = await aboutSale(hub, collective, exchangedSale);
  return reads.filter(isFact('sale.refunded')).find(({ body }) => body.refund === exchangeOf)?.body;
}

/** Latest per field by stamp, as every tablet folds it. */
async function collectiveFields(hub: Hub, collective: string): Promise<CollectiveFields> {
  const reads = await readFacts(hub.db, collective, (query) => query.where('type', '=', 'collective.revised'));
  const inOrder = reads.filter(isFact('collective.revised')).toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  return Object.assign({}, ...inOrder.map((read) => read.body.fields)) as CollectiveFields;
}
