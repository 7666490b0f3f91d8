import { planInput, type PlanLimits } from '../domain/replenishment/plan-input.ts';
import { plan } from '../domain/replenishment/plan.ts';
import type { PlanOutput } from '../domain/replenishment/shapes.ts';
import type { Instant } from '../domain/time.ts';
import { StallDb } from '../store/db.ts';
import { readAllFacts, readCatalogue, readCopies } from '../store/read.ts';
import type { OnProgress } from './on-progress.ts';

/** Reading is most of the work: what part of the progress it is. */
const READING = 0.8;

/** Opens a connection of its own, which is closed again whatever happens. */
export async function proposeReorder(
  collective: string,
  now: Instant,
  limits: PlanLimits,
  onProgress: OnProgress,
): Promise<PlanOutput> {
  const db = new StallDb(collective);
  try {
    return await proposeFrom(db, now, limits, onProgress);
  } finally {
    db.close();
  }
}

/** What to reprint, from everything this tablet knows. Only reads. */
export async function proposeFrom(
  db: StallDb,
  now: Instant,
  limits: PlanLimits,
  onProgress: OnProgress,
): Promise<PlanOutput> {
  const [catalogue, copies] = await Promise.all([readCatalogue(db), readCopies(db)]);
  const facts = await readAllFacts(db, (done, total) => onProgress((done / Math.max(1, total)) * READING));
  const answer = plan(planInput(facts, catalogue, copies, now, limits));
  onProgress(1);
  return answer;
}
