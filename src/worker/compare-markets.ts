import { marketFigures, type MarketFigures } from '../domain/insights/market-figures.ts';
import type { Instant } from '../domain/time.ts';
import { StallDb } from '../store/db.ts';
import { readAllFacts, readCatalogue } from '../store/read.ts';
import type { OnProgress } from './on-progress.ts';

/** Reading is most of the work: what part of the progress it is. */
const READING = 0.9;

/** Opens a connection of its own, which is closed again whatever happens. Only reads. */
export async function compareMarkets(
  collective: string,
  now: Instant,
  onProgress: OnProgress,
): Promise<readonly MarketFigures[]> {
  const db = new StallDb(collective);
  try {
    const catalogue = await readCatalogue(db);
    const facts = await readAllFacts(db, (done, total) => onProgress((done / Math.max(1, total)) * READING));
    return marketFigures(facts, catalogue, now);
  } finally {
    db.close();
  }
}
