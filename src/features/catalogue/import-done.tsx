import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'wouter';
import type { ImportPreview } from '../../domain/catalogue/import/preview.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { takeBackImport, type ImportCut } from './import-actions.ts';

const text = defineMessages({
  done: {
    id: 'importDone.done',
    defaultMessage:
      '{created, plural, =0 {} one {# print hung. } other {# prints hung. }}{changed, plural, =0 {} one {# changed. } other {# changed. }}All of it is saved on this tablet.',
  },
  setAside: {
    id: 'importDone.setAside',
    defaultMessage:
      '{count, plural, one {# print was} other {# prints were}} set aside. Mend the lines and bring the same file again: what is here already stays as it is.',
  },
  back: {
    id: 'importDone.back',
    defaultMessage:
      'Not what you meant? Take it back: new prints are put away, changed ones get their former values. Nothing that was sold is touched.',
  },
  takeBack: { id: 'importDone.takeBack', defaultMessage: 'Take it back' },
  takenBack: { id: 'importDone.takenBack', defaultMessage: 'Taken back. The wall is as it was before.' },
  cut: {
    id: 'importDone.cut',
    defaultMessage: 'The tablet stopped on the way. Either all of it is taken back, or nothing: look at the wall.',
  },
  see: { id: 'importDone.see', defaultMessage: 'See the wall' },
  again: { id: 'importDone.again', defaultMessage: 'Another file' },
});

/** What was hung, and the way back. */
export function ImportDone({
  counts,
  back,
  onAgain,
}: {
  readonly counts: ImportPreview['counts'];
  /** What takes it back. */
  readonly back: string;
  readonly onAgain: () => void;
}) {
  const stall = useStall();
  const once = useOnce();
  const [, go] = useLocation();
  const [isBack, setBack] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind'] | ImportCut['kind']>();
  const { created, changed, setAside } = counts;
  const takeBack = async () => {
    const taken = await takeBackImport(stall, back);
    setBack(taken.ok);
    setRefusal(taken.ok ? undefined : taken.problem.kind);
  };
  return (
    <div className="form">
      <output className="form-done">
        {isBack ? (
          <FormattedMessage {...text.takenBack} />
        ) : (
          <FormattedMessage {...text.done} values={{ created, changed }} />
        )}
      </output>
      {setAside > 0 && !isBack && (
        <p>
          <FormattedMessage {...text.setAside} values={{ count: setAside }} />
        </p>
      )}
      {!isBack && (
        <p className="q">
          <FormattedMessage {...text.back} />
        </p>
      )}
      {refusal === 'importCut' ? (
        <p className="form-problem" role="alert">
          <FormattedMessage {...text.cut} />
        </p>
      ) : (
        refusal && <NotSaved kind={refusal} />
      )}
      <div className="form-end">
        <Button kind="go" onClick={() => go('/stock')}>
          <FormattedMessage {...text.see} />
        </Button>
        <Button onClick={onAgain}>
          <FormattedMessage {...text.again} />
        </Button>
        {!isBack && (
          <Button kind="quiet" icon="undo" onClick={() => void once(takeBack)}>
            <FormattedMessage {...text.takeBack} />
          </Button>
        )}
      </div>
    </div>
  );
}
