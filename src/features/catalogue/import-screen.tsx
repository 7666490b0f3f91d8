import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CatalogueFileProblem } from '../../domain/catalogue/import/draft.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import type { FilePreview } from '../../worker/client.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { ProgressRow } from '../../ui/progress-row.tsx';
import { DropArea } from './drop-area.tsx';
import { ExportPart } from './export-part.tsx';
import { dialectNames, fileWords } from './file-words.tsx';
import { hangImport, previewFile } from './import-actions.ts';
import { ImportDone } from './import-done.tsx';
import { ImportReview } from './import-review.tsx';
import './catalogue.css';

const text = defineMessages({
  title: { id: 'import.title', defaultMessage: 'Import' },
  lead: {
    id: 'import.lead',
    defaultMessage:
      'A list from Shopify, WooCommerce, Square or Etsy, or one you wrote. Nothing is changed before you have seen it.',
  },
  choose: { id: 'import.choose', defaultMessage: 'Choose a CSV file' },
  drop: { id: 'import.drop', defaultMessage: 'or drop it here' },
  reading: { id: 'import.reading', defaultMessage: 'Reading {file}' },
  stop: { id: 'import.stop', defaultMessage: 'Stop' },
  hanging: { id: 'import.hanging', defaultMessage: 'Hanging {count, plural, one {# print} other {# prints}}' },
  read: { id: 'import.read', defaultMessage: '{file}: {dialect}, {rows, plural, one {# row} other {# rows}}' },
});

type State =
  | { readonly step: 'idle'; readonly problem?: CatalogueFileProblem }
  | { readonly step: 'reading'; readonly file: string; readonly share: number }
  | {
      readonly step: 'preview';
      readonly file: string;
      readonly preview: FilePreview;
      readonly refusal?: CommitProblem['kind'];
    }
  | { readonly step: 'hanging'; readonly count: number; readonly share: number }
  | { readonly step: 'done'; readonly preview: FilePreview; readonly back: string };

/** A file becomes a catalogue: read, looked at, hung in one go. And the way back out, as a file. */
export function ImportScreen() {
  const intl = useIntl();
  const stall = useStall();
  const [state, setState] = useState<State>({ step: 'idle' });
  const reading = useRef<AbortController>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  const take = async (file: File | undefined) => {
    if (!file) return;
    const controller = new AbortController();
    reading.current = controller;
    setState({ step: 'reading', file: file.name, share: 0 });
    const read = await previewFile(stall, file, {
      signal: controller.signal,
      onProgress: (share) => {
        if (!controller.signal.aborted) setState({ step: 'reading', file: file.name, share });
      },
    });
    if (!read.ok) return setState({ step: 'idle', problem: read.problem });
    setState({ step: 'preview', file: file.name, preview: read.value });
  };
  const hang = async (held: Extract<State, { step: 'preview' }>) => {
    const { preview } = held;
    const count = preview.shown.counts.created + preview.shown.counts.changed;
    const hanging = (share: number) => setState({ step: 'hanging', count, share });
    hanging(0);
    const hung = await hangImport(stall, preview, hanging);
    if (hung.ok) setState({ step: 'done', preview, back: hung.value });
    else if (hung.problem.kind === 'importCut') setState({ step: 'idle', problem: hung.problem });
    else setState({ ...held, refusal: hung.problem.kind });
  };
  return (
    <Page title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />}>
      {state.step === 'idle' && (
        <>
          {state.problem && (
            <p className="form-problem" role="alert">
              {fileWords(intl, state.problem)}
            </p>
          )}
          <FileDrop onFile={(file) => void take(file)} />
          <ExportPart />
        </>
      )}
      {state.step === 'reading' && (
        <ProgressRow
          label={intl.formatMessage(text.reading, { file: state.file })}
          done={state.share * 100}
          total={100}
          action={
            <Button size="small" onClick={() => reading.current?.abort()}>
              <FormattedMessage {...text.stop} />
            </Button>
          }
        />
      )}
      {state.step === 'preview' && (
        <>
          <p className="q">
            <FormattedMessage
              {...text.read}
              values={{ file: state.file, dialect: dialectNames[state.preview.dialect], rows: state.preview.rows }}
            />
          </p>
          <ImportReview
            preview={state.preview.shown}
            refusal={state.refusal}
            onHang={() => void hang(state)}
            onLeave={() => setState({ step: 'idle' })}
          />
        </>
      )}
      {state.step === 'hanging' && (
        <ProgressRow
          label={intl.formatMessage(text.hanging, { count: state.count })}
          done={state.share}
          total={state.share > 0 ? 1 : 0}
        />
      )}
      {state.step === 'done' && (
        <ImportDone counts={state.preview.shown.counts} back={state.back} onAgain={() => setState({ step: 'idle' })} />
      )}
    </Page>
  );
}

function FileDrop({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const intl = useIntl();
  const take = ([file]: readonly File[]) => onFile(file);
  return (
    <DropArea icon="file" hint={<FormattedMessage {...text.drop} />} onFiles={take}>
      <FileButton kind="go" label={intl.formatMessage(text.choose)} accept=".csv,.tsv,.txt,text/csv" onFiles={take} />
    </DropArea>
  );
}
