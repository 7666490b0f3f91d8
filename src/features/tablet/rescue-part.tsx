import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { wallClock } from '../../domain/time.ts';
import { leadAsked } from '../../store/pin.ts';
import { useStall } from '../../store/stall.tsx';
import { useTablet } from '../../store/tablet.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { FormHead } from '../../ui/form-head.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { usePinBefore } from '../../ui/pin-sheet.tsx';
import { isEntryLine, saveLines } from '../../ui/save-file.ts';
import { hubWords } from './hub-words.tsx';

const text = defineMessages({
  title: { id: 'rescue.title', defaultMessage: 'Rescue file' },
  lead: {
    id: 'rescue.lead',
    defaultMessage:
      'Every entry of this tablet in one signed file, for carrying to the hub by hand when there is no other way: on a stick, by mail. Bringing it twice does no harm.',
  },
  save: { id: 'rescue.save', defaultMessage: 'Save the rescue file' },
  saved: { id: 'rescue.saved', defaultMessage: '{count, plural, one {# entry} other {# entries}} saved as {name}.' },
  cut: {
    id: 'rescue.cut',
    defaultMessage: 'The file could not be written to its end. Every entry is still on this tablet: try again.',
  },
  feed: { id: 'rescue.feed', defaultMessage: 'Bring a rescue file to the hub' },
  fed: {
    id: 'rescue.fed',
    defaultMessage:
      '{stored, plural, =0 {The hub had all of it already.} one {# entry was new to the hub.} other {# entries were new to the hub.}}{left, plural, =0 {} one { # could not be joined on: one before it is missing, or the hub holds another in its place.} other { # could not be joined on: some before them are missing, or the hub holds others in their place.}}',
  },
  console: {
    id: 'rescue.console',
    defaultMessage: 'Without any tablet: where the hub runs, “npm run hub -- rescue FILE” takes it as well.',
  },
});

/** The way out when nothing else works, and the way in at the other end. */
export function RescuePart() {
  const intl = useIntl();
  const stall = useStall();
  const { device, now, zone } = stall;
  const tablet = useTablet();
  // The file holds the takings of every day.
  const { pinBefore, sheet } = usePinBefore('files', leadAsked(stall));
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const { date, time } = wallClock(now(), zone);
    const name = `rescue-${device.letters}-${date}-${time.slice(0, 5).replace(':', '')}.jsonl`;
    try {
      const count = await saveLines(name, tablet.rescueLines(), isEntryLine);
      setSaid(intl.formatMessage(text.saved, { count, name }));
      setProblem(undefined);
    } catch (thrown) {
      console.error(thrown);
      setSaid(undefined);
      setProblem(intl.formatMessage(text.cut));
    }
  };
  const feed = async (file: File | undefined) => {
    if (!file) return;
    const fed = await tablet.feedRescue(file);
    setProblem(fed.ok ? undefined : hubWords(intl, fed.problem));
    setSaid(fed.ok ? intl.formatMessage(text.fed, fed.value) : undefined);
  };
  return (
    <section className="form">
      <FormHead title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />} />
      <div className="form-end">
        <Button icon="file" onClick={() => pinBefore(() => void save())}>
          <FormattedMessage {...text.save} />
        </Button>
        <FileButton
          kind="quiet"
          label={intl.formatMessage(text.feed)}
          accept=".jsonl,.txt,application/x-ndjson"
          onFiles={([file]) => void feed(file)}
        />
      </div>
      {said && <output className="form-done">{said}</output>}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      {sheet}
      <p className="note q">
        <FormattedMessage {...text.console} />
      </p>
    </section>
  );
}
