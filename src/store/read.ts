import { group } from 'd3-array';
import { catalogueFrom, type Catalogue } from '../domain/catalogue/catalogue.ts';
import { isWithin, type CopyRow } from '../domain/editions/copies.ts';
import { parseFact, type FactRead } from '../domain/fact.ts';
import type { MarketDayRow } from '../domain/market-days/days.ts';
import type { RecordRow } from '../domain/record.ts';
import { level } from '../domain/stock/levels.ts';
import { readEntry, trustedEnvelope } from '../journal/check.ts';
import type { DraftRow, HeadRow, JournalRow, StallDb } from './db.ts';
import { NOT_SENT, readMeta, type FormerDevice } from './device.ts';

/** Everything people edit. Changes seldom; screens keep it as a live query. */
export async function readCatalogue(db: StallDb): Promise<Catalogue> {
  return catalogueFrom(await db.records.toArray());
}

/** Level of each variant ever counted or moved at a place. */
export async function readLevels(db: StallDb, place: string): Promise<ReadonlyMap<string, number>> {
  const counts = await db.stockCounts.where('place').equals(place).toArray();
  const countByVariant = new Map(counts.map((count) => [count.variant, count]));
  const chunks = await db.stockMoves.where('[place+date]').between([place, ''], [place, '~']).toArray();
  const chunksByVariant = group(chunks, (chunk) => chunk.variant);
  const variants = new Set([...countByVariant.keys(), ...chunksByVariant.keys()]);
  return new Map(
    [...variants].map((variant) => [variant, level(countByVariant.get(variant), chunksByVariant.get(variant) ?? [])]),
  );
}

/** Level of each variant at each place where it was ever counted or moved: place, then variant. */
export async function readAllLevels(db: StallDb): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const [counts, chunks] = await Promise.all([db.stockCounts.toArray(), db.stockMoves.toArray()]);
  const countBySpot = new Map(counts.map((count) => [`${count.place}|${count.variant}`, count]));
  const chunksBySpot = group(chunks, ({ place, variant }) => `${place}|${variant}`);
  const levels = new Map<string, Map<string, number>>();
  for (const spot of new Set([...countBySpot.keys(), ...chunksBySpot.keys()])) {
    const [place = '', variant = ''] = spot.split('|');
    const here = levels.get(place) ?? new Map<string, number>();
    here.set(variant, level(countBySpot.get(spot), chunksBySpot.get(spot) ?? []));
    levels.set(place, here);
  }
  return levels;
}

/** Every numbered copy; 5,000 rows are read at once. */
export async function readCopies(db: StallDb): Promise<readonly CopyRow[]> {
  const [rows, editions] = await Promise.all([
    db.copies.toArray(),
    db.records.where('kind').equals('edition').toArray(),
  ]);
  const sizes = new Map(editions.map((edition) => [edition.id, sizeOf(edition)]));
  return rows.filter((row) => isWithin(row, sizes.get(row.edition)));
}

/** Copies of an edition, in no order. */
export async function readCopiesOf(db: StallDb, edition: string): Promise<readonly CopyRow[]> {
  const [rows, held] = await Promise.all([
    db.copies.where('edition').equals(edition).toArray(),
    db.records.get(`edition:${edition}`),
  ]);
  return rows.filter((row) => isWithin(row, held && sizeOf(held)));
}

function sizeOf(edition: RecordRow): number | undefined {
  const size = edition.fields['size']?.value;
  return typeof size === 'number' ? size : undefined;
}

/** Market days that were opened or closed, in no order; plans are in the catalogue. */
export async function readMarketDays(db: StallDb): Promise<readonly MarketDayRow[]> {
  return db.marketDays.toArray();
}

/** All facts of a market day, in the order of their stamps. Sales and payments are read from here, not from a table. */
export async function readDay(db: StallDb, day: string): Promise<readonly FactRead[]> {
  return readFacts(await db.journal.where('day').equals(day).toArray());
}

/** All facts about one thing (a sale, an attempt, a drawer), in the order of their stamps. */
export async function readAbout(db: StallDb, about: string): Promise<readonly FactRead[]> {
  return readFacts(await db.journal.where('about').equals(about).toArray());
}

/** Carts in this state, the one changed longest ago first. */
export async function readDrafts(db: StallDb, state: DraftRow['state']): Promise<readonly DraftRow[]> {
  return db.drafts.where('state').equals(state).sortBy('changedAt');
}

/**
 * How many entries of this tablet, under whatever identity, the hub does not have yet, and when it last took some.
 * `held`: as many of them were made under a name that was removed; they wait for a lead and the rescue file.
 */
export async function readUnsent(
  db: StallDb,
): Promise<{ readonly unsent: number; readonly held: number; readonly lastSentAt: number | null }> {
  return db.transaction('r', db.meta, db.heads, async () => {
    const device = await readMeta(db, 'device');
    const sync = (await readMeta(db, 'sync')) ?? NOT_SENT;
    const former = (await readMeta(db, 'former')) ?? [];
    const mine: readonly Omit<FormerDevice, 'letters'>[] = [
      ...(device ? [{ key: device.key, acked: sync.acked }] : []),
      ...former,
    ];
    const heads = await db.heads.bulkGet(mine.map(({ key }) => key.device));
    const unsent = mine.map(({ acked, reissued }, at) => {
      return Math.max(0, (heads[at]?.n ?? 0) - Math.max(acked?.n ?? 0, reissued ?? 0));
    });
    const sumOf = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
    const held = sumOf(unsent.filter((_, at) => mine[at]?.removed));
    return { unsent: sumOf(unsent), held, lastSentAt: sync.lastSentAt };
  });
}

/** How far each device is known here. */
export async function readHeads(db: StallDb): Promise<readonly HeadRow[]> {
  return db.heads.toArray();
}

/** A device's entries from `n` on, in order, at most `limit`. */
export async function readEntriesFrom(
  db: StallDb,
  device: string,
  n: number,
  limit: number,
): Promise<readonly JournalRow[]> {
  return db.journal.where('[device+n]').between([device, n], [device, Infinity]).limit(limit).toArray();
}

const PAGE = 2_000;

/** Everything this tablet can read, in the order of stamps. Heavy: for the worker, with progress in entries. */
export async function readAllFacts(
  db: StallDb,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly FactRead[]> {
  const total = await db.journal.count();
  const rows: JournalRow[] = [];
  let after = '';
  for (;;) {
    const page = await db.journal.where('hash').above(after).limit(PAGE).toArray();
    if (page.length === 0) return readFacts(rows);
    rows.push(...page);
    after = page.at(-1)?.hash ?? after;
    onProgress?.(rows.length, total);
  }
}

export function readFacts(rows: readonly JournalRow[]): readonly FactRead[] {
  const byFirst = new Map<string, FactRead>();
  for (const row of rows) {
    const read = readEntry(row, trustedEnvelope(row));
    const fact = read && parseFact(read);
    // A fact re-issued after a fork is shown once, as it was first written where that entry is here.
    if (fact && (fact.hash === fact.first || !byFirst.has(fact.first))) byFirst.set(fact.first, fact);
  }
  return [...byFirst.values()].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}
