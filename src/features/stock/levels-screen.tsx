import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Variant, Work } from '../../domain/catalogue/catalogue.ts';
import { foldText } from '../../domain/catalogue/fold-text.ts';
import { readQuantity } from '../../domain/catalogue/import/numbers.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { usePicture } from '../../store/pictures.tsx';
import { readAllLevels } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { countStock } from './actions.ts';
import { LevelSheet } from './level-sheet.tsx';
import { PlaceSheet } from './place-sheet.tsx';
import { usePlaces, type PlaceHere } from './use-places.ts';
import './stock.css';

const text = defineMessages({
  title: { id: 'levels.title', defaultMessage: 'Levels' },
  lead: {
    id: 'levels.lead',
    defaultMessage: 'What lies where: the latest count, and what was sold, moved or given back since.',
  },
  search: { id: 'levels.search', defaultMessage: 'Find a print' },
  places: { id: 'levels.places', defaultMessage: 'Places' },
  addPlace: { id: 'levels.addPlace', defaultMessage: 'Places …' },
  count: { id: 'levels.count', defaultMessage: 'Type counts' },
  saveCount: { id: 'levels.saveCount', defaultMessage: 'Save the counts' },
  leave: { id: 'levels.leave', defaultMessage: 'Leave it' },
  counting: {
    id: 'levels.counting',
    defaultMessage: 'Type what lies at {place} now. What you leave empty stays as it is.',
  },
  problem: { id: 'levels.problem', defaultMessage: '“{value}” is no count. Write a whole number, 0 or more.' },
  saved: { id: 'levels.saved', defaultMessage: '{count, plural, one {# count} other {# counts}} saved.' },
  unknown: { id: 'levels.unknown', defaultMessage: 'not counted' },
  elsewhere: { id: 'levels.elsewhere', defaultMessage: '{level} at {place}' },
  below: {
    id: 'levels.below',
    defaultMessage: 'More were sold here than were counted. Nothing is wrong with the sales: count what lies here.',
  },
  change: { id: 'levels.change', defaultMessage: 'Count or move {name}' },
  countOf: { id: 'levels.countOf', defaultMessage: 'Count of {name}' },
  none: { id: 'levels.none', defaultMessage: 'Nothing to count yet.' },
  noneAction: { id: 'levels.noneAction', defaultMessage: 'Hang the first print' },
});

interface Sellable {
  readonly work: Work;
  readonly variant: Variant;
  readonly name: string;
}

/** Levels per place; a count or a move is one tap away. */
export function LevelsScreen() {
  const intl = useIntl();
  const stall = useStall();
  const places = usePlaces();
  const levels = useLive(() => readAllLevels(stall.db), [stall.db]);
  const [shown, setShown] = useState(stall.place);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string>();
  const [isPlaces, setPlaces] = useState(false);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>();
  const [problem, setProblem] = useState<string>();
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const sellable = useSellable(query);
  const place = places.find(({ id }) => id === shown) ?? places[0];
  if (!levels || !place) return null;
  if (stall.catalogue.works.length === 0) {
    return (
      <Page title={<FormattedMessage {...text.title} />}>
        <EmptyState
          title={<FormattedMessage {...text.none} />}
          action={
            <a className="btn go normal" href="/app/stock/works/new">
              <FormattedMessage {...text.noneAction} />
            </a>
          }
        />
      </Page>
    );
  }
  const saveCounts = async () => {
    const entries = Object.entries(typed ?? {}).filter(([, value]) => value.trim() !== '');
    const read = entries.map(([variant, value]) => ({ variant, value, read: readQuantity(value.trim()) }));
    const bad = read.find((each) => !each.read.ok);
    if (bad) return setProblem(bad.value);
    const items = read.flatMap((each) =>
      each.read.ok && each.read.value !== null ? [{ variant: each.variant, quantity: each.read.value }] : [],
    );
    const saved = await countStock(stall, place.id, items);
    if (!saved.ok) return setRefusal(saved.problem.kind);
    announce(intl.formatMessage(text.saved, { count: items.length }));
    setTyped(undefined);
    setProblem(undefined);
    setRefusal(undefined);
  };
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      lead={<FormattedMessage {...(typed ? text.counting : text.lead)} values={{ place: place.name }} />}
      actions={
        !typed && (
          <Button kind="go" onClick={() => setTyped({})}>
            <FormattedMessage {...text.count} />
          </Button>
        )
      }
    >
      <div className="levels-top">
        {!typed && (
          <Chips
            label={intl.formatMessage(text.places)}
            chosen={place.id}
            onChoose={(id) => (id === '+' ? setPlaces(true) : setShown(id))}
            choices={[
              ...places.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, label: name })),
              ...(stall.device.class === 'lead' ? [{ id: '+', label: intl.formatMessage(text.addPlace) }] : []),
            ]}
          />
        )}
        <Field
          label={intl.formatMessage(text.search)}
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <ul className="entries levels">
        {sellable.map((item) => (
          <LevelLine
            key={item.variant.id}
            item={item}
            here={levels.get(place.id)?.get(item.variant.id)}
            elsewhere={elsewhere(levels, places, place.id, item.variant.id)
              .map((each) => intl.formatMessage(text.elsewhere, each))
              .join(' · ')}
            typed={typed?.[item.variant.id]}
            onType={typed ? (value) => setTyped({ ...typed, [item.variant.id]: value }) : undefined}
            onOpen={() => setOpen(item.variant.id)}
          />
        ))}
      </ul>
      {problem !== undefined && (
        <p className="form-problem" role="alert">
          <FormattedMessage {...text.problem} values={{ value: problem }} />
        </p>
      )}
      {refusal && <NotSaved kind={refusal} />}
      {typed && (
        <div className="levels-end">
          <Button kind="go" onClick={() => void saveCounts()}>
            <FormattedMessage {...text.saveCount} />
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              setTyped(undefined);
              setProblem(undefined);
            }}
          >
            <FormattedMessage {...text.leave} />
          </Button>
        </div>
      )}
      {open !== undefined && (
        <LevelSheet variant={open} place={place} levels={levels} onClose={() => setOpen(undefined)} />
      )}
      {isPlaces && <PlaceSheet onClose={() => setPlaces(false)} />}
    </Page>
  );
}

function LevelLine({
  item: { work, variant, name },
  here,
  elsewhere,
  typed,
  onType,
  onOpen,
}: {
  readonly item: Sellable;
  readonly here: number | undefined;
  readonly elsewhere: string;
  readonly typed: string | undefined;
  readonly onType: ((value: string) => void) | undefined;
  readonly onOpen: () => void;
}) {
  const intl = useIntl();
  const small = usePicture(work.picture?.small);
  const medium = usePicture(work.picture?.medium);
  const form = [variant.size, variant.paper, variant.frame].filter(Boolean).join(', ');
  return (
    <li>
      <span className="level-picture">{work.picture && <img alt="" src={small ?? medium} />}</span>
      <div className="grow">
        <span className="t level-title">{work.title}</span>
        <div className="note q">
          {form}
          {elsewhere && ` · ${elsewhere}`}
        </div>
        {here !== undefined && here < 0 && (
          <div className="note level-below">
            <FormattedMessage {...text.below} />
          </div>
        )}
      </div>
      {onType ? (
        <input
          className="level-count"
          aria-label={intl.formatMessage(text.countOf, { name })}
          inputMode="numeric"
          value={typed ?? ''}
          placeholder={here === undefined ? '' : intl.formatNumber(here)}
          onChange={(event) => onType(event.target.value)}
        />
      ) : (
        <button
          type="button"
          className="level-here"
          aria-label={`${intl.formatMessage(text.change, { name })}: ${here ?? intl.formatMessage(text.unknown)}`}
          onClick={onOpen}
        >
          {here === undefined ? (
            <span className="note q">
              <FormattedMessage {...text.unknown} />
            </span>
          ) : (
            <b className={here < 0 ? 'below' : ''}>{here < 0 ? `−${-here}` : here}</b>
          )}
        </button>
      )}
    </li>
  );
}

function useSellable(query: string): readonly Sellable[] {
  const { catalogue } = useStall();
  const words = foldText(query).split(/\s+/).filter(Boolean);
  return catalogue.works
    .filter(({ retired }) => !retired)
    .flatMap((work) =>
      work.variants
        .filter(({ retired }) => !retired)
        .map((variant) => ({
          work,
          variant,
          name: [work.title, variant.size, variant.paper, variant.frame].filter(Boolean).join(', '),
        })),
    )
    .filter(({ name, variant }) => {
      const hay = foldText(`${name} ${variant.sku}`);
      return words.every((word) => hay.includes(word));
    });
}

function elsewhere(
  levels: ReadonlyMap<string, ReadonlyMap<string, number>>,
  places: readonly PlaceHere[],
  here: string,
  variant: string,
): { level: number; place: string }[] {
  return places
    .filter(({ id }) => id !== here)
    .flatMap(({ id, name }) => {
      const level = levels.get(id)?.get(variant) ?? 0;
      return level === 0 ? [] : [{ level, place: name }];
    });
}
