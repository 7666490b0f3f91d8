import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useParams } from 'wouter';
import { NEW_PHOTOGRAPHER, type FormProblem, type WorkField, type WorkForm } from '../../domain/catalogue/work-form.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { readFormContext, retireWork, saveWork } from './actions.ts';
import { formWords } from './form-words.tsx';
import { PictureField } from './picture-field.tsx';
import { VariantFields } from './variant-fields.tsx';
import { emptyVariant, useKeptForm, workToForm } from './work-form.ts';
import './catalogue.css';

const text = defineMessages({
  new: { id: 'work.new', defaultMessage: 'A print for the wall' },
  back: { id: 'work.back', defaultMessage: 'Works' },
  title: { id: 'work.title', defaultMessage: 'Title' },
  kind: { id: 'work.kind', defaultMessage: 'What it is' },
  print: { id: 'work.print', defaultMessage: 'Print' },
  merch: { id: 'work.merch', defaultMessage: 'Goods' },
  maker: { id: 'work.maker', defaultMessage: 'Photographer' },
  own: { id: 'work.own', defaultMessage: 'The collective' },
  newMaker: { id: 'work.newMaker', defaultMessage: 'Somebody new …' },
  makerName: { id: 'work.makerName', defaultMessage: 'Name of the photographer' },
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
  edition: { id: 'work.edition', defaultMessage: 'Numbered edition of' },
  editionHint: {
    id: 'work.editionHint',
    defaultMessage: 'How many there will ever be, over all sizes. Empty: not numbered. Fixed at the first sale.',
  },
  forms: { id: 'work.forms', defaultMessage: 'Sizes and prices' },
  addForm: { id: 'work.addForm', defaultMessage: 'One more size' },
  save: { id: 'work.save', defaultMessage: 'Hang it' },
  saveKnown: { id: 'work.saveKnown', defaultMessage: 'Save' },
  saved: { id: 'work.saved', defaultMessage: '{title} is saved on this tablet.' },
  next: { id: 'work.next', defaultMessage: 'Hang it and add the next' },
  away: { id: 'work.away', defaultMessage: 'Put away' },
  awayHint: { id: 'work.awayHint', defaultMessage: 'It leaves the wall; its sales and numbers stay.' },
  again: { id: 'work.again', defaultMessage: 'Hang it again' },
  look: {
    id: 'work.look',
    defaultMessage: '{count, plural, one {One field needs} other {# fields need}} a look. Nothing was saved yet.',
  },
  gone: { id: 'work.gone', defaultMessage: 'This print is not on this tablet.' },
  goneAction: { id: 'work.goneAction', defaultMessage: 'See all works' },
});

/** One print, new or known, in one form. */
export function WorkScreen() {
  const { id } = useParams<{ id: string }>();
  const { catalogue } = useStall();
  const [, go] = useLocation();
  const known = id === undefined || id === 'new' ? undefined : catalogue.workById.get(id);
  if (id !== undefined && id !== 'new' && !known) {
    return (
      <Page title={<FormattedMessage {...text.back} />}>
        <EmptyState
          title={<FormattedMessage {...text.gone} />}
          action={
            <Button onClick={() => go('/stock')}>
              <FormattedMessage {...text.goneAction} />
            </Button>
          }
        />
      </Page>
    );
  }
  // A form of its own for each work: what was typed for one never shows in another.
  return <WorkForm key={id ?? 'new'} id={known?.id} />;
}

function WorkForm({ id }: { readonly id: string | undefined }) {
  const intl = useIntl();
  const stall = useStall();
  const { catalogue, db } = stall;
  const [, go] = useLocation();
  const present = id === undefined ? undefined : catalogue.workById.get(id);
  const [form, change, forget] = useKeptForm<WorkForm>(`work/${db.collective}/${id ?? 'new'}`, () =>
    workToForm(stall, present),
  );
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const [altAsked, setAltAsked] = useState(false);
  const context = useLive(() => readFormContext(stall, id), [stall, id]);
  const set = (part: Partial<WorkForm>) => change({ ...form, ...part });
  const problemAt = (field: WorkField) => {
    const found = problems.find((each) => each.variant === undefined && each.field === field);
    return found && formWords(intl, found);
  };

  const save = async (goOn: boolean) => {
    // Asked for once, never in the way: the second tap saves without.
    if (form.picture && form.alt.trim() === '' && form.kind === 'print' && !altAsked) {
      setAltAsked(true);
      return;
    }
    const saved = await saveWork(stall, id, form);
    if (saved.ok) {
      forget();
      announce(intl.formatMessage(text.saved, { title: form.title }));
      if (!goOn) return go('/stock');
      change({ ...workToForm(stall, undefined), photographer: form.photographer });
      setProblems([]);
      setAltAsked(false);
      document.querySelector('main')?.scrollTo(0, 0);
    } else if (saved.problem.kind === 'form') {
      setProblems(saved.problem.problems);
      setRefusal(undefined);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    } else {
      setRefusal(saved.problem.kind);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  const makers = catalogue.photographers.filter(({ retired, id: each }) => !retired || each === form.photographer);
  return (
    <Page
      title={present ? <span className="t">{present.title}</span> : <FormattedMessage {...text.new} />}
      back={
        <Link className="back-link" href="/stock">
          <Icon name="back" />
          <FormattedMessage {...text.back} />
        </Link>
      }
    >
      <div className="work-page">
        <PictureField picture={form.picture} onChange={(picture) => set({ picture })} />
        <form className="form" onSubmit={submit} noValidate>
          <Field
            label={intl.formatMessage(text.title)}
            value={form.title}
            onChange={(event) => set({ title: event.target.value })}
            problem={problemAt('title')}
          />
          <div className="fields">
            <Select
              label={intl.formatMessage(text.maker)}
              value={form.photographer}
              onChoose={(photographer) => set({ photographer })}
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
                onChange={(event) => set({ newPhotographer: event.target.value })}
                problem={problemAt('newPhotographer')}
              />
            )}
          </div>
          <Segmented
            label={intl.formatMessage(text.kind)}
            chosen={form.kind}
            onChoose={(kind) => set({ kind })}
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
              onChange={(event) => set({ editionSize: event.target.value })}
              problem={problemAt('editionSize')}
            />
          )}
          <div className="form-part">
            <h2>
              <FormattedMessage {...text.forms} />
            </h2>
            {form.variants.map((variant, at) => (
              <VariantFields
                key={variant.id ?? `new-${at}`}
                at={at}
                form={form}
                variant={variant}
                context={context}
                problems={problems.filter((each) => each.variant === at)}
                onChange={(next) => set({ variants: form.variants.with(at, next) })}
                onRemove={
                  variant.id === null && form.variants.length > 1
                    ? () => set({ variants: form.variants.toSpliced(at, 1) })
                    : undefined
                }
              />
            ))}
            <div>
              <Button icon="plus" onClick={() => set({ variants: [...form.variants, nextVariant(form, stall)] })}>
                <FormattedMessage {...text.addForm} />
              </Button>
            </div>
          </div>
          <div className="form-part">
            <TextArea
              label={intl.formatMessage(text.alt)}
              hint={intl.formatMessage(text.altHint)}
              problem={
                problemAt('alt') ?? (altAsked && form.alt.trim() === '' ? intl.formatMessage(text.altAsked) : undefined)
              }
              rows={2}
              value={form.alt}
              onChange={(event) => set({ alt: event.target.value })}
            />
            <TextArea
              label={intl.formatMessage(text.story)}
              hint={intl.formatMessage(text.storyHint)}
              problem={problemAt('story')}
              rows={2}
              value={form.story}
              onChange={(event) => set({ story: event.target.value })}
            />
            <Field
              label={intl.formatMessage(text.takenAt)}
              value={form.takenAt}
              onChange={(event) => set({ takenAt: event.target.value })}
              problem={problemAt('takenAt')}
            />
          </div>
          {problems.length > 0 && (
            <p className="form-problem" role="alert">
              <FormattedMessage {...text.look} values={{ count: problems.length }} />
            </p>
          )}
          {refusal && <NotSaved kind={refusal} />}
          <div className="form-end">
            <Button kind="go" type="submit">
              <FormattedMessage {...(present ? text.saveKnown : text.save)} />
            </Button>
            {!present && (
              <Button onClick={() => void save(true)}>
                <FormattedMessage {...text.next} />
              </Button>
            )}
          </div>
          {present && <PutAway work={present.id} retired={present.retired} />}
        </form>
      </div>
    </Page>
  );
}

function PutAway({ work, retired }: { readonly work: string; readonly retired: boolean }) {
  const stall = useStall();
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const turn = async () => {
    const done = await retireWork(stall, work, !retired);
    setRefusal(done.ok ? undefined : done.problem.kind);
  };
  return (
    <div className="form-part">
      <div className="row">
        <Button size="small" onClick={() => void turn()}>
          <FormattedMessage {...(retired ? text.again : text.away)} />
        </Button>
        {!retired && (
          <span className="note q">
            <FormattedMessage {...text.awayHint} />
          </span>
        )}
      </div>
      {refusal && <NotSaved kind={refusal} />}
    </div>
  );
}

/** The next size keeps paper and tax of the one before: they seldom differ. */
function nextVariant(form: WorkForm, stall: Parameters<typeof emptyVariant>[0]) {
  const last = form.variants.at(-1);
  const empty = emptyVariant(stall);
  return last ? { ...empty, paper: last.paper, taxes: last.taxes } : empty;
}
