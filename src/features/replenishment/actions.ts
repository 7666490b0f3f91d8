import { fact } from '../../domain/fact.ts';
import type { ReorderApproved } from '../../domain/replenishment/facts.ts';
import { done } from '../../domain/result.ts';
import { commit, type CommitProblem } from '../../store/commit.ts';
import { randomText } from '../../store/device.ts';
import type { Stall } from '../../store/stall.tsx';

/** A lead said yes. Private; `why` is kept with each line, so that a later reader sees what was known then. */
export async function approveReorder(
  stall: Stall,
  lines: ReorderApproved['lines'],
): Promise<CommitProblem['kind'] | null> {
  const order = randomText(9);
  const approved = fact('reorder.approved', order, { order, partner: '', lines });
  const written = await commit<never>(stall.db, stall.author(), () => Promise.resolve(done({ facts: [approved] })));
  return written.ok ? null : written.problem.kind;
}
