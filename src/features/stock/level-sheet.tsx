import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { merged, readNumbers, readQuantity, writeNumbers } from '../../domain/catalogue/import/numbers.ts';
import { numbersIn } from '../../domain/editions/copies.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { readCopiesOf } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { NotSaved } from '../../ui/saving.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { countStock, moveStock, writtenHere } from './actions.ts';
import { usePlaces, type PlaceHere } from './use-places.ts';

const text = defineMessages({
  here: { id: 'level.here', defaultMessage: '{level, plural, other {#}} at {place}' },
  uncounted: { id: 'level.uncounted', defaultMessage: 'Not counted yet at {place}' },
  count: { id: 'level.count', defaultMessage: 'Counted now' },
  countProblem: { id: 'level.countProblem', defaultMessage: 'A whole number, 0 or more.' },
  saveCount: { id: 'level.saveCount', defaultMessage: 'Save the count' },
  move: { id: 'level.move', defaultMessage: 'Move' },
  numbers: { id: 'level.numbers', defaultMessage: 'Which numbers' },
  numbersHint: { id: 'level.numbersHint', defaultMessage: 'Written and here: {numbers}' },
  numbersProblem: { id: 'level.numbersProblem', defaultMessage: 'These are not all here. Here are {numbers}.' },
  many: { id: 'level.many', defaultMessage: 'How many' },
  manyProblem: {
    id: 'level.manyProblem',
    defaultMessage: 'A whole number from 1 on, and not fewer than the numbers named.',
  },
  to: { id: 'level.to', defaultMessage: 'To' },
  saveMove: { id: 'level.saveMove', defaultMessage: 'Move them' },
  nowhere: {
    id: 'level.nowhere',
    defaultMessage: 'There is only one place so far. Add the van or the studio under “Places …”.',
  },
});

type Levels = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One form at one place: count it, or move some of it. */
export function LevelSheet({
  variant: id,
  place,
  levels,
  onClose,
}: {
  readonly variant: string;
  readonly place: PlaceHere;
  readonly levels: Levels;
  readonly onClose: () => void;
}) {
  const { catalogue } = useStall();
  const variant = catalogue.variantById.get(id);
  const work = variant && catalogue.workById.get(variant.work);
  if (!variant || !work) return null;
  const level = levels.get(place.id)?.get(id);
  return (
    <Sheet title={<span className="t">{work.title}</span>} onClose={onClose}>
      <p>
        {[variant.size, variant.paper, variant.frame].filter(Boolean).join(', ')}
        <br />
        <span className="q">
          <FormattedMessage
            {...(level === undefined ? text.uncounted : text.here)}
            values={{ level: level ?? 0, place: place.name }}
          />
        </span>
      </p>
      <CountForm variant={id} place={place} onDone={onClose} />
      <MoveForm variant={id} edition={work.edition?.id} place={place} onDone={onClose} />
    </Sheet>
  );
}

function CountForm({
  variant,
  place,
  onDone,
}: {
  readonly variant: string;
  readonly place: PlaceHere;
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const read = readQuantity(typed.trim());
  const quantity = read.ok ? read.value : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (quantity === null) return;
    const saved = await countStock(stall, place.id, [{ variant, quantity }]);
    if (saved.ok) onDone();
    else setRefusal(saved.problem.kind);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={intl.formatMessage(text.count)}
        inputMode="numeric"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        problem={isAsked && quantity === null ? intl.formatMessage(text.countProblem) : undefined}
      />
      {refusal && <NotSaved kind={refusal} />}
      <Button kind="go" type="submit">
        <FormattedMessage {...text.saveCount} />
      </Button>
    </form>
  );
}

function MoveForm({
  variant,
  edition,
  place,
  onDone,
}: {
  readonly variant: string;
  readonly edition: string | undefined;
  readonly place: PlaceHere;
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const once = useOnce();
  const others = usePlaces().filter((each) => each.id !== place.id && !each.retired);
  const rows = useLive(() => (edition ? readCopiesOf(stall.db, edition) : Promise.resolve([])), [stall.db, edition]);
  const here = writtenHere(rows ?? [], variant, place.id);
  const [to, setTo] = useState(others[0]?.id ?? '');
  const [many, setMany] = useState('');
  const [numbers, setNumbers] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  if (others.length === 0) {
    return (
      <p className="note q">
        <FormattedMessage {...text.nowhere} />
      </p>
    );
  }
  const runs = readNumbers(numbers.trim());
  const named = runs.ok ? numbersIn(runs.value) : [];
  const areHere = runs.ok && named.every((number) => here.includes(number));
  const typed = readQuantity(many.trim());
  const quantity = typed.ok ? (typed.value ?? named.length) : 0;
  const isFine = areHere && quantity >= Math.max(1, named.length);
  const hereText = writeNumbers(merged(here.map((number): [number, number] => [number, number])));
  const move = async () => {
    setAsked(true);
    if (!isFine || !runs.ok) return;
    const copies = edition && named.length > 0 ? { copies: { edition, numbers: runs.value } } : {};
    const saved = await moveStock(stall, { variant, quantity, from: place.id, to, ...copies });
    if (saved.ok) onDone();
    else setRefusal(saved.problem.kind);
  };
  return (
    <form
      className="form level-move"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void once(move);
      }}
    >
      <h2>
        <FormattedMessage {...text.move} />
      </h2>
      {here.length > 0 && (
        <Field
          label={intl.formatMessage(text.numbers)}
          hint={intl.formatMessage(text.numbersHint, { numbers: hereText })}
          value={numbers}
          onChange={(event) => setNumbers(event.target.value)}
          problem={isAsked && !areHere ? intl.formatMessage(text.numbersProblem, { numbers: hereText }) : undefined}
        />
      )}
      <div className="fields">
        <Field
          label={intl.formatMessage(text.many)}
          inputMode="numeric"
          value={many}
          placeholder={named.length > 0 ? String(named.length) : ''}
          onChange={(event) => setMany(event.target.value)}
          problem={isAsked && areHere && !isFine ? intl.formatMessage(text.manyProblem) : undefined}
        />
        <Select
          label={intl.formatMessage(text.to)}
          value={to}
          onChoose={setTo}
          choices={others.map((each) => ({ id: each.id, label: each.name }))}
        />
      </div>
      {refusal && <NotSaved kind={refusal} />}
      <Button type="submit">
        <FormattedMessage {...text.saveMove} />
      </Button>
    </form>
  );
}
