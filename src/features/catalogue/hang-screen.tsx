import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { Picture } from '../../domain/catalogue/facts.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { useGoOn } from '../../ui/go-on.ts';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { ProgressRow } from '../../ui/progress-row.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { hangPictures, keepPicture, titleFromFile } from './actions.ts';
import { DropArea } from './drop-area.tsx';
import { pictureWords } from './picture-words.tsx';
import { useKeptForm } from './work-form.ts';
import './catalogue.css';

const text = defineMessages({
  title: { id: 'hang.title', defaultMessage: 'Hang pictures' },
  lead: {
    id: 'hang.lead',
    defaultMessage: 'As many at once as you like. Each becomes a print; sizes and prices can come later.',
  },
  back: { id: 'hang.back', defaultMessage: 'Works' },
  choose: { id: 'hang.choose', defaultMessage: 'Choose photographs' },
  drop: { id: 'hang.drop', defaultMessage: 'or drop them here' },
  name: { id: 'hang.name', defaultMessage: 'Title' },
  making: { id: 'hang.making', defaultMessage: 'Making them fit the wall: {done} of {total}' },
  out: { id: 'hang.out', defaultMessage: 'Leave out' },
  hang: { id: 'hang.hang', defaultMessage: '{count, plural, one {Hang it} other {Hang these #}}' },
  one: { id: 'hang.one', defaultMessage: 'No picture at hand? Add a print without one.' },
});

interface Waiting {
  readonly title: string;
  readonly picture: Picture;
}

/** Many photographs at once: each becomes a work with a title. What is chosen outlives a reload. */
export function HangScreen() {
  const intl = useIntl();
  const stall = useStall();
  const go = useGoOn();
  const once = useOnce();
  const [waiting, setWaiting, forget] = useKeptForm<readonly Waiting[]>(`hang/${stall.db.collective}`, () => []);
  const [making, setMaking] = useState<{ readonly done: number; readonly total: number }>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();

  const take = async (files: readonly File[]) => {
    const kept: Waiting[] = [];
    const refused: string[] = [];
    for (const [at, file] of files.entries()) {
      setMaking({ done: at, total: files.length });
      const made = await keepPicture(stall, file);
      if (made.ok) kept.push({ title: titleFromFile(file.name), picture: made.value });
      else refused.push(`${file.name}: ${pictureWords(intl, made.problem)}`);
    }
    setMaking(undefined);
    setProblems(refused);
    // Titles that were typed meanwhile stay.
    setWaiting((now) => [...now, ...kept]);
  };
  const hang = async () => {
    const titled = waiting.map((each) => ({ ...each, title: each.title.trim().slice(0, 200) || '–' }));
    const hung = await hangPictures(stall, titled);
    if (!hung.ok) return setRefusal(hung.problem.kind);
    forget();
    go('/stock');
  };
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      lead={<FormattedMessage {...text.lead} />}
      back={
        <BackLink href="/stock">
          <FormattedMessage {...text.back} />
        </BackLink>
      }
    >
      <DropArea icon="camera" hint={<FormattedMessage {...text.drop} />} onFiles={(files) => void take(files)}>
        <FileButton
          kind="go"
          label={intl.formatMessage(text.choose)}
          accept="image/*"
          multiple
          onFiles={(files) => void take(files)}
        />
      </DropArea>
      {making && <ProgressRow label={intl.formatMessage(text.making, { ...making })} {...making} />}
      {problems.map((problem) => (
        <p key={problem} className="form-problem" role="alert">
          {problem}
        </p>
      ))}
      <ul className="hang">
        {waiting.map((each, at) => (
          <WaitingPicture
            key={each.picture.small}
            {...each}
            onTitle={(title) => setWaiting(waiting.with(at, { ...each, title }))}
            onOut={() => setWaiting(waiting.toSpliced(at, 1))}
          />
        ))}
      </ul>
      {refusal && <NotSaved kind={refusal} />}
      {waiting.length > 0 ? (
        <div className="import-end">
          <Button kind="go" onClick={() => void once(hang)}>
            <FormattedMessage {...text.hang} values={{ count: waiting.length }} />
          </Button>
        </div>
      ) : (
        <p>
          <Link href="/stock/works/new" className="back-link">
            <FormattedMessage {...text.one} />
          </Link>
        </p>
      )}
    </Page>
  );
}

function WaitingPicture({
  title,
  picture,
  onTitle,
  onOut,
}: Waiting & { readonly onTitle: (title: string) => void; readonly onOut: () => void }) {
  const intl = useIntl();
  const url = usePicture(picture.medium);
  return (
    <li>
      <img alt="" src={url} style={{ aspectRatio: `${picture.width} / ${picture.height}` }} />
      <Field label={intl.formatMessage(text.name)} value={title} onChange={(event) => onTitle(event.target.value)} />
      <Button kind="text" size="small" onClick={onOut}>
        <FormattedMessage {...text.out} />
      </Button>
    </li>
  );
}
