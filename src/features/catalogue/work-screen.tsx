import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation, useParams } from 'wouter';
import type { FormProblem, WorkField, WorkForm } from '../../domain/catalogue/work-form.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useGoOn } from '../../ui/go-on.ts';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { useFirstProblem } from '../../ui/use-first-problem.ts';
import { useOnce } from '../../ui/use-once.ts';
import { readFormContext, saveWork } from './actions.ts';
import { formWords } from './form-words.tsx';
import { PictureField } from './picture-field.tsx';
import { PrintedCodes } from './printed-codes.tsx';
import { PutAway } from './put-away.tsx';
import { StoryFields } from './story-fields.tsx';
import { VariantFields } from './variant-fields.tsx';
import { WorkFields } from './work-fields.tsx';
import { emptyVariant, useKeptForm, workToForm } from './work-form.ts';
import './catalogue.css';

const text = defineMessages({
  new: { id: 'work.new', defaultMessage: 'A print for the wall' },
  back: { id: 'work.back', defaultMessage: 'Works' },
  forms: { id: 'work.forms', defaultMessage: 'Sizes and prices' },
  addForm: { id: 'work.addForm', defaultMessage: 'One more size' },
  save: { id: 'work.save', defaultMessage: 'Hang it' },
  saveKnown: { id: 'work.saveKnown', defaultMessage: 'Save' },
  saved: { id: 'work.saved', defaultMessage: '{title} is saved on this tablet.' },
  next: { id: 'work.next', defaultMessage: 'Hang it and add the next' },
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
  const go = useGoOn();
  const once = useOnce();
  const present = id === undefined ? undefined : catalogue.workById.get(id);
  const [form, change, forget] = useKeptForm<WorkForm>(`work-2/${db.collective}/${id ?? 'new'}`, () =>
    workToForm(stall, present),
  );
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [refusal, setRefusal] = useState<CommitProblem['kind']>();
  const [altAsked, setAltAsked] = useState(false);
  const context = useLive(() => readFormContext(stall, id), [stall, id]);
  useFirstProblem(problems);
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
    } else {
      setRefusal(saved.problem.kind);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void once(() => save(false));
  };
  return (
    <Page
      title={present ? <span className="t">{present.title}</span> : <FormattedMessage {...text.new} />}
      back={
        <BackLink href="/stock">
          <FormattedMessage {...text.back} />
        </BackLink>
      }
    >
      <div className="work-page">
        <PictureField picture={form.picture} onChange={(picture) => set({ picture })} />
        <form className="form" onSubmit={submit} noValidate>
          <WorkFields form={form} problemAt={problemAt} onChange={set} />
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
          <StoryFields form={form} problemAt={problemAt} altAsked={altAsked} onChange={set} />
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
              <Button onClick={() => void once(() => save(true))}>
                <FormattedMessage {...text.next} />
              </Button>
            )}
          </div>
          {present && <PutAway work={present.id} retired={present.retired} />}
        </form>
        {present && <PrintedCodes work={present} />}
      </div>
    </Page>
  );
}

/** The next size keeps paper and tax of the one before: they seldom differ. */
function nextVariant(form: WorkForm, stall: Parameters<typeof emptyVariant>[0]) {
  const last = form.variants.at(-1);
  const empty = emptyVariant(stall);
  return last ? { ...empty, paper: last.paper, taxes: last.taxes } : empty;
}
