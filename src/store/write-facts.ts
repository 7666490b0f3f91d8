import { done, type Result } from '../domain/result.ts';
import type { FactText } from '../journal/entry.ts';
import { commit, type CommitProblem } from './commit.ts';
import type { Stall } from './stall.tsx';

/** Writes facts that need nothing read in their transaction; no facts write nothing. */
export async function writeFacts(
  stall: Pick<Stall, 'db' | 'author'>,
  facts: readonly FactText[],
): Promise<Result<null, CommitProblem>> {
  if (facts.length === 0) return done(null);
  const written = await commit<never>(stall.db, stall.author(), () => Promise.resolve(done({ facts })));
  return written.ok ? done(null) : written;
}
