import { useIntl } from 'react-intl';
import { NEW_PHOTOGRAPHER, type WorkField, type WorkForm } from '../../domain/catalogue/work-form.ts';
import { useStall } from '../../store/stall.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Segmented } from '../../ui/segmented.tsx';

const text = defineMessages({
  title: { id: 'work.title', defaultMessage: 'Title' },
  kind: { id: 'work.kind', defaultMessage: 'What it is' },
  print: { id: 'work.print', defaultMessage: 'Print' },
  merch: { id: 'work.merch', defaultMessage: 'Goods' },
  maker: { id: 'work.maker', defaultMessage: 'Photographer' },
  own: { id: 'work.own', defaultMessage: 'The collective' },
  newMaker: { id: 'work.newMaker', defaultMessage: 'Somebody new …' },
  makerName: { id: 'work.makerName', defaultMessage: 'Name of the photographer' },
  edition: { id: 'work.edition', defaultMessage: 'Numbered edition of' },
  editionHint: {
    id: 'work.editionHint',
    defaultMessage: 'How many there will ever be, over all sizes. Empty: not numbered. Fixed at the first sale.',
  },
});

/** What the work is: title, maker, print or goods, how many there will ever be. */
export function WorkFields({
  form,
  problemAt,
  onChange,
}: {
  readonly form: WorkForm;
  readonly problemAt: (field: WorkField) => string | undefined;
  readonly onChange: (part: Partial<WorkForm>) => void;
}) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const makers = catalogue.photographers.filter(({ retired, id: each }) => !retired || each === form.photographer);
  return (
    <>
      <Field
        label={intl.formatMessage(text.title)}
        value={form.title}
        onChange={(event) => onChange({ title: event.target.value })}
        problem={problemAt('title')}
      />
      <div className="fields">
        <Select
          label={intl.formatMessage(text.maker)}
          value={form.photographer}
          onChoose={(photographer) => onChange({ photographer })}
          choices={[
            { id: '', label: catalogue.collective.name || intl.formatMessage(text.own) },
            ...makers.map((maker) => ({ id: maker.id, label: maker.name })),
            { id: NEW_PHOTOGRAPHER, label: intl.formatMessage(text.newMaker) },
          ]}
        />
        {form.photographer === NEW_PHOTOGRAPHER && (
          <Field
            label={intl.formatMessage(text.makerName)}
            value={form.newPhotographer}
            onChange={(event) => onChange({ newPhotographer: event.target.value })}
            problem={problemAt('newPhotographer')}
          />
        )}
      </div>
      <Segmented
        label={intl.formatMessage(text.kind)}
        chosen={form.kind}
        onChoose={(kind) => onChange({ kind })}
        segments={[
          { id: 'print', label: intl.formatMessage(text.print) },
          { id: 'merch', label: intl.formatMessage(text.merch) },
        ]}
      />
      {form.kind === 'print' && (
        <Field
          label={intl.formatMessage(text.edition)}
          hint={intl.formatMessage(text.editionHint)}
          inputMode="numeric"
          value={form.editionSize}
          onChange={(event) => onChange({ editionSize: event.target.value })}
          problem={problemAt('editionSize')}
        />
      )}
    </>
  );
}
