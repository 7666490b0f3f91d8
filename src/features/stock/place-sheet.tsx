import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CommitProblem } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { savePlace } from './actions.ts';
import { placeKinds, usePlaces, type PlaceKind } from './use-places.ts';

const text = defineMessages({
  title: { id: 'places.title', defaultMessage: 'Places' },
  lead: { id: 'places.lead', defaultMessage: 'Where prints lie: the stall, the van, a studio, a box in one of them.' },
  name: { id: 'places.name', defaultMessage: 'Name' },
  kind: { id: 'places.kind', defaultMessage: 'What it is' },
  add: { id: 'places.add', defaultMessage: 'Add the place' },
  missing: { id: 'places.missing', defaultMessage: 'A name is needed, such as “Blue van”.' },
  twice: { id: 'places.twice', defaultMessage: 'There is a place of this name.' },
  away: { id: 'places.away', defaultMessage: 'Close' },
  again: { id: 'places.again', defaultMessage: 'Use again' },
});

/** Adding a place, and closing one that is no longer used. */
export function PlaceSheet({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl();
  const stall = useStall();
  const once = useOnce();
  const places = usePlaces();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PlaceKind>('van');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const tidy = name.replace(/\s+/g, ' ').trim().slice(0, 200);
  const isTwice = places.some((place) => place.name.toLowerCase() === tidy.toLowerCase());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (tidy !== '' && !isTwice) void once(add);
  };
  const add = async () => {
    const saved = await savePlace(stall, undefined, { name: tidy, kind });
    setRefusal(saved.ok ? undefined : saved.problem.kind);
    if (saved.ok) {
      setName('');
      setAsked(false);
    }
  };
  const turn = async (id: string, retired: boolean) => {
    const saved = await savePlace(stall, id, { retired });
    setRefusal(saved.ok ? undefined : saved.problem.kind);
  };
  const problem = tidy === '' ? text.missing : isTwice ? text.twice : undefined;
  return (
    <Sheet title={<FormattedMessage {...text.title} />} onClose={onClose}>
      <p className="q">
        <FormattedMessage {...text.lead} />
      </p>
      <ul className="entries">
        {places.map((place) => (
          <li key={place.id}>
            <span className="grow">{place.name}</span>
            {place.id !== 'stall' && (
              <Button size="small" onClick={() => void turn(place.id, !place.retired)}>
                <FormattedMessage {...(place.retired ? text.again : text.away)} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={intl.formatMessage(text.name)}
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={isAsked && problem ? intl.formatMessage(problem) : undefined}
        />
        <Select
          label={intl.formatMessage(text.kind)}
          value={kind}
          onChoose={(id) => setKind(id as PlaceKind)}
          choices={(['stall', 'van', 'studio', 'lab', 'box'] as const).map((id) => ({
            id,
            label: intl.formatMessage(placeKinds[id]),
          }))}
        />
        {refusal && <NotSaved kind={refusal} />}
        <Button kind="go" type="submit">
          <FormattedMessage {...text.add} />
        </Button>
      </form>
    </Sheet>
  );
}
