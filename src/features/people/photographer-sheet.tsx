import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { oneLine } from '../../domain/one-line.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { retirePhotographer, savePhotographer } from './actions.ts';
import { readShare, useShare } from './share.ts';

const text = defineMessages({
  new: { id: 'maker.new', defaultMessage: 'A photographer' },
  name: { id: 'maker.name', defaultMessage: 'Name' },
  nameMissing: { id: 'maker.nameMissing', defaultMessage: 'A name is needed: it stands under each picture.' },
  nameLong: { id: 'maker.nameLong', defaultMessage: 'Up to 200 letters.' },
  nameTwice: { id: 'maker.nameTwice', defaultMessage: 'There is a {name} already. Add what tells them apart.' },
  keeps: { id: 'maker.keeps', defaultMessage: 'Keeps, percent of what is paid' },
  keepsProblem: { id: 'maker.keepsProblem', defaultMessage: 'A percentage from 0 to 100, such as 70.' },
  keepsHint: {
    id: 'maker.keepsHint',
    defaultMessage: 'It counts for sales from now on. Earlier ones keep the share of their day.',
  },
  save: { id: 'maker.save', defaultMessage: 'Save' },
  away: { id: 'maker.away', defaultMessage: 'No longer with us' },
  back: { id: 'maker.back', defaultMessage: 'With us again' },
});

/** A photographer's name and share. */
export function PhotographerSheet({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const intl = useIntl();
  const stall = useStall();
  const once = useOnce();
  const share = useShare();
  const { catalogue, device } = stall;
  const present = id === undefined ? undefined : catalogue.photographerById.get(id);
  const agreed = catalogue.terms.find((terms) => terms.id === present?.terms)?.photographerKeeps;
  const [name, setName] = useState(present?.name ?? '');
  const [keeps, setKeeps] = useState(agreed === undefined ? '' : String(agreed / 100));
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const read = keeps.trim() === '' ? null : readShare(keeps);
  const tidy = oneLine(name);
  const other = catalogue.photographers.find(
    (each) => each.id !== id && each.name.toLowerCase() === tidy.toLowerCase() && tidy !== '',
  );
  const nameProblem =
    tidy === '' ? text.nameMissing : tidy.length > 200 ? text.nameLong : other ? text.nameTwice : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!nameProblem && read !== undefined) void once(() => save(read));
  };
  const save = async (share: number | null) => {
    const saved = await savePhotographer(stall, id, { name: tidy, keeps: share });
    if (saved.ok) onClose();
    else setRefusal(saved.problem.kind);
  };
  const turn = async () => {
    if (!present) return;
    const turned = await retirePhotographer(stall, present.id, !present.retired);
    if (turned.ok) onClose();
    else setRefusal(turned.problem.kind);
  };
  return (
    <Sheet title={present ? present.name : <FormattedMessage {...text.new} />} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={intl.formatMessage(text.name)}
          value={name}
          onChange={(event) => setName(event.target.value)}
          problem={isAsked && nameProblem ? intl.formatMessage(nameProblem, { name: tidy }) : undefined}
        />
        {device.class === 'lead' && (
          <>
            <Field
              label={intl.formatMessage(text.keeps)}
              hint={intl.formatMessage(text.keepsHint)}
              inputMode="decimal"
              value={keeps}
              onChange={(event) => setKeeps(event.target.value)}
              problem={isAsked && read === undefined ? intl.formatMessage(text.keepsProblem) : undefined}
            />
            <p className="voice" style={{ fontSize: 21 }}>
              {share(tidy, read ?? undefined)}
            </p>
          </>
        )}
        {refusal && <NotSaved kind={refusal} />}
        <div className="form-end">
          <Button kind="go" type="submit">
            <FormattedMessage {...text.save} />
          </Button>
          {present && (
            <Button kind="quiet" onClick={() => void once(turn)}>
              <FormattedMessage {...(present.retired ? text.back : text.away)} />
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
