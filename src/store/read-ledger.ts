import { dayLedger, type DayLedger } from '../domain/ledger/day-ledger.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { FactRead } from '../domain/fact.ts';
import type { MarketDayId } from '../domain/parts.ts';
import type { StallDb } from './db.ts';
import { readAbout, readDay } from './read.ts';

/** A day's facts and the ledger made from them. */
export interface DayRead {
  readonly reads: readonly FactRead[];
  readonly ledger: DayLedger;
}

/**
 * A day's ledger as this tablet knows it, for a live query. Shares are in it where the terms are: on leads' tablets.
 * Sales of other days that were given back on this one are looked up.
 */
export async function readLedger(db: StallDb, day: MarketDayId, catalogue: Catalogue): Promise<DayRead> {
  const reads = await readDay(db, day);
  const given = reads.flatMap((read) =>
    read.type === 'sale.refunded' || read.type === 'sale.voided' ? [read.body.sale] : [],
  );
  const about = await Promise.all([...new Set(given)].map((sale) => readAbout(db, sale)));
  const related = about.flat().filter((read) => read.day !== day);
  const keeps = new Map(catalogue.terms.map(({ id, photographerKeeps }) => [id, photographerKeeps]));
  return { reads, ledger: dayLedger({ reads, related, keeps, currency: catalogue.collective.currency }) };
}
