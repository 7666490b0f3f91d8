import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CommitProblem } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { retireWork } from './actions.ts';

const text = defineMessages({
  away: { id: 'work.away', defaultMessage: 'Put away' },
  awayHint: { id: 'work.awayHint', defaultMessage: 'It leaves the wall; its sales and numbers stay.' },
  again: { id: 'work.again', defaultMessage: 'Hang it again' },
});

/** Takes a work off the wall, or hangs it again; what was sold of it stays. */
export function PutAway({ work, retired }: { readonly work: string; readonly retired: boolean }) {
  const stall = useStall();
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const turn = async () => {
    const done = await retireWork(stall, work, !retired);
    setRefusal(done.ok ? undefined : done.problem.kind);
  };
  return (
    <div className="form-part">
      <div className="row">
        <Button size="small" onClick={() => void turn()}>
          <FormattedMessage {...(retired ? text.again : text.away)} />
        </Button>
        {!retired && (
          <span className="note q">
            <FormattedMessage {...text.awayHint} />
          </span>
        )}
      </div>
      {refusal && <NotSaved kind={refusal} />}
    </div>
  );
}
