import { useEffect, useState } from 'react';
import type { PlanOutput } from '../../domain/replenishment/shapes.ts';
import type { Minor } from '../../domain/money.ts';
import { useStall } from '../../store/stall.tsx';
import { workerClient } from '../../worker/client.ts';

/** One question; a new object is a new question. */
interface Question {
  /** null: no limit. */
  readonly budget: Minor | null;
}

/** The answer to this question and no other; undefined while it is worked out. `isCut`: it will not come any more. */
export function useProposal(question: Question) {
  const { db, now } = useStall();
  const [answer, setAnswer] = useState<{ readonly to: Question; readonly plan: PlanOutput }>();
  const [cut, setCut] = useState<Question>();
  const [share, setShare] = useState(0);
  const [asked] = useState(now);
  useEffect(() => {
    const leaving = new AbortController();
    const options = { signal: leaving.signal, onProgress: setShare };
    workerClient.propose(db.collective, asked, { budget: question.budget, capacity: null }, options).then(
      (plan) => setAnswer({ to: question, plan }),
      (thrown: unknown) => {
        // A newer question ended this one: its answer is not waited for.
        if (leaving.signal.aborted) return;
        console.error(thrown);
        setCut(question);
      },
    );
    return () => leaving.abort();
  }, [db.collective, asked, question]);
  return { plan: answer?.to === question ? answer.plan : undefined, isCut: cut === question, share };
}
