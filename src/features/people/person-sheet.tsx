import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { oneLine } from '../../domain/one-line.ts';
import type { PersonFields } from '../../domain/people/facts.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { savePerson } from './actions.ts';

const text = defineMessages({
  new: { id: 'person.new', defaultMessage: 'Somebody at the tablet' },
  name: { id: 'person.name', defaultMessage: 'Name' },
  nameMissing: { id: 'person.nameMissing', defaultMessage: 'A name is needed.' },
  role: { id: 'person.role', defaultMessage: 'What they do' },
  lead: { id: 'person.lead', defaultMessage: 'Lead' },
  photographer: { id: 'person.photographer', defaultMessage: 'Photographer' },
  volunteer: { id: 'person.volunteer', defaultMessage: 'Volunteer' },
  same: { id: 'person.same', defaultMessage: 'Is the photographer' },
  nobody: { id: 'person.nobody', defaultMessage: 'None of them' },
  save: { id: 'person.save', defaultMessage: 'Save' },
  away: { id: 'person.away', defaultMessage: 'No longer with us' },
  back: { id: 'person.back', defaultMessage: 'With us again' },
});

type Role = NonNullable<PersonFields['role']>;

/** Name and role of somebody who sells. */
export function PersonSheet({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const intl = useIntl();
  const stall = useStall();
  const once = useOnce();
  const present = stall.catalogue.people.find((each) => each.id === id);
  const [name, setName] = useState(present?.name ?? '');
  const [role, setRole] = useState<Role>(present?.role ?? 'photographer');
  const [photographer, setPhotographer] = useState(present?.photographer ?? '');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const tidy = oneLine(name).slice(0, 200);
  const save = async (fields: PersonFields) => {
    const changed = Object.entries(fields).filter(([key, value]) => present?.[key as keyof PersonFields] !== value);
    const saved = changed.length === 0 ? undefined : await savePerson(stall, id, Object.fromEntries(changed));
    if (saved && !saved.ok) setRefusal(saved.problem.kind);
    else onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (tidy !== '') void once(() => save({ name: tidy, role, photographer }));
  };
  return (
    <Sheet title={present ? present.name : <FormattedMessage {...text.new} />} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={intl.formatMessage(text.name)}
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={isAsked && tidy === '' ? intl.formatMessage(text.nameMissing) : undefined}
        />
        <Segmented
          label={intl.formatMessage(text.role)}
          chosen={role}
          onChoose={setRole}
          segments={[
            { id: 'lead', label: intl.formatMessage(text.lead) },
            { id: 'photographer', label: intl.formatMessage(text.photographer) },
            { id: 'volunteer', label: intl.formatMessage(text.volunteer) },
          ]}
        />
        {stall.catalogue.photographers.length > 0 && (
          <Select
            label={intl.formatMessage(text.same)}
            value={photographer}
            onChoose={setPhotographer}
            choices={[
              { id: '', label: intl.formatMessage(text.nobody) },
              ...stall.catalogue.photographers.map((each) => ({ id: each.id, label: each.name })),
            ]}
          />
        )}
        {refusal && <NotSaved kind={refusal} />}
        <div className="form-end">
          <Button kind="go" type="submit">
            <FormattedMessage {...text.save} />
          </Button>
          {present && (
            <Button kind="quiet" onClick={() => void once(() => save({ retired: !present.retired }))}>
              <FormattedMessage {...(present.retired ? text.back : text.away)} />
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
