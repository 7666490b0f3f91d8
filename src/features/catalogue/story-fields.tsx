import { useIntl } from 'react-intl';
import type { WorkField, WorkForm } from '../../domain/catalogue/work-form.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  alt: { id: 'work.alt', defaultMessage: 'What the picture shows' },
  altHint: {
    id: 'work.altHint',
    defaultMessage: 'One sentence for people who do not see it: “Boats at a quay before sunrise, one lamp lit.”',
  },
  altAsked: {
    id: 'work.altAsked',
    defaultMessage: 'Please add one sentence: people who do not see the picture read it on the story page.',
  },
  story: { id: 'work.story', defaultMessage: 'One sentence of its story' },
  storyHint: {
    id: 'work.storyHint',
    defaultMessage: 'In the maker’s voice. The till shows it when the print is added.',
  },
  takenAt: { id: 'work.takenAt', defaultMessage: 'Where and when' },
});

/** What is told about the work: alternative text, story, where and when. `altAsked`: the missing one was asked for. */
export function StoryFields({
  form,
  problemAt,
  altAsked,
  onChange,
}: {
  readonly form: WorkForm;
  readonly problemAt: (field: WorkField) => string | undefined;
  readonly altAsked: boolean;
  readonly onChange: (part: Partial<WorkForm>) => void;
}) {
  const intl = useIntl();
  return (
    <div className="form-part">
      <TextArea
        label={intl.formatMessage(text.alt)}
        hint={intl.formatMessage(text.altHint)}
        problem={
          problemAt('alt') ?? (altAsked && form.alt.trim() === '' ? intl.formatMessage(text.altAsked) : undefined)
        }
        rows={2}
        value={form.alt}
        onChange={(event) => onChange({ alt: event.target.value })}
      />
      <TextArea
        label={intl.formatMessage(text.story)}
        hint={intl.formatMessage(text.storyHint)}
        problem={problemAt('story')}
        rows={2}
        value={form.story}
        onChange={(event) => onChange({ story: event.target.value })}
      />
      <Field
        label={intl.formatMessage(text.takenAt)}
        value={form.takenAt}
        onChange={(event) => onChange({ takenAt: event.target.value })}
        problem={problemAt('takenAt')}
      />
    </div>
  );
}
