import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { fact } from '../../domain/fact.ts';
import type { PinHash } from '../../domain/people/facts.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { hashPin } from '../../store/pin.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormHead } from '../../ui/form-head.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { writeFacts } from '../../store/write-facts.ts';

const text = defineMessages({
  title: { id: 'leadPin.title', defaultMessage: 'The lead’s PIN' },
  set: {
    id: 'leadPin.set',
    defaultMessage: 'A PIN is set. Stall tablets ask for it before refunds, exports and closing reports.',
  },
  none: {
    id: 'leadPin.none',
    defaultMessage: 'No PIN yet: anybody at a tablet can refund and export. With one, stall tablets ask first.',
  },
  field: { id: 'leadPin.field', defaultMessage: 'New PIN, 4 to 12 digits' },
  problem: { id: 'leadPin.problem', defaultMessage: '4 to 12 digits. Not all the same, not 1234.' },
  save: { id: 'leadPin.save', defaultMessage: 'Set the PIN' },
  remove: { id: 'leadPin.remove', defaultMessage: 'Go without' },
});

/** Sets or clears the PIN that lets a lead act on a stall tablet. Shares are never shown there, PIN or not. */
export function PinPart() {
  const intl = useIntl();
  const stall = useStall();
  const [pin, setPin] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const isSet = stall.catalogue.collective.leadPin !== null;
  const isFine = /^\d{4,12}$/.test(pin) && !/^(\d)\1*$/.test(pin) && pin !== '1234';
  const save = async (leadPin: PinHash | null) => {
    const saved = await writeFacts(stall, [fact('collective.revised', 'own', { fields: { leadPin } })]);
    setRefusal(saved.ok ? undefined : saved.problem.kind);
    if (saved.ok) setPin('');
    setAsked(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isFine) await save(await hashPin(pin));
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <FormHead
        title={<FormattedMessage {...text.title} />}
        lead={<FormattedMessage {...(isSet ? text.set : text.none)} />}
      />
      <Field
        label={intl.formatMessage(text.field)}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={12}
        value={pin}
        onChange={(event) => setPin(event.target.value)}
        problem={isAsked && !isFine ? intl.formatMessage(text.problem) : undefined}
      />
      {refusal && <NotSaved kind={refusal} />}
      <div className="form-end">
        <Button type="submit">
          <FormattedMessage {...text.save} />
        </Button>
        {isSet && (
          <Button kind="quiet" onClick={() => void save(null)}>
            <FormattedMessage {...text.remove} />
          </Button>
        )}
      </div>
    </form>
  );
}
