import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'wouter';
import type { MarketPlan } from '../../domain/catalogue/catalogue.ts';
import type { PlanProblem } from '../../domain/market-days/plan-day.ts';
import { useStall, type Stall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { useGoOn } from '../../ui/go-on.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useDates } from '../../ui/use-dates.ts';
import { useOnce } from '../../ui/use-once.ts';
import { cancelPlan, savePlan } from './actions.ts';
import { planToTyped, typedToPlan, type TypedPlan } from './plan-form.ts';
import { PlanPeople } from './plan-people.tsx';
import { problemWords } from './problem-text.ts';
import './days.css';

const text = defineMessages({
  plan: { id: 'plan.title', defaultMessage: 'Plan a market' },
  change: { id: 'plan.change', defaultMessage: 'Change the plan' },
  back: { id: 'plan.back', defaultMessage: 'Market days' },
  name: { id: 'plan.name', defaultMessage: 'Name of the market' },
  venue: { id: 'plan.venue', defaultMessage: 'Where' },
  venueHint: { id: 'plan.venueHint', defaultMessage: 'Street, hall or stall number: whatever finds it.' },
  date: { id: 'plan.date', defaultMessage: 'Day' },
  opens: { id: 'plan.opens', defaultMessage: 'From' },
  closes: { id: 'plan.closes', defaultMessage: 'To' },
  zone: { id: 'plan.zone', defaultMessage: 'Time zone' },
  float: { id: 'plan.float', defaultMessage: 'Float' },
  floatHint: { id: 'plan.floatHint', defaultMessage: 'Cash to bring for change. It is counted when the day opens.' },
  tax: { id: 'plan.tax', defaultMessage: 'Prices' },
  included: { id: 'plan.included', defaultMessage: 'Tax included' },
  excluded: { id: 'plan.excluded', defaultMessage: 'Tax on top' },
  people: { id: 'plan.people', defaultMessage: 'Who is on' },
  visitors: { id: 'plan.visitors', defaultMessage: 'Expected visitors' },
  visitorsHint: { id: 'plan.visitorsHint', defaultMessage: 'What the organiser says; may stay empty.' },
  session: { id: 'plan.session', defaultMessage: 'Part of the day' },
  sessionHint: {
    id: 'plan.sessionHint',
    defaultMessage: 'Only where one market has two on a day: morning, evening.',
  },
  place: { id: 'plan.place', defaultMessage: 'Stock is taken from' },
  save: { id: 'plan.save', defaultMessage: 'Save the plan' },
  cancel: { id: 'plan.cancel', defaultMessage: 'Cancel this market' },
  saved: { id: 'plan.saved', defaultMessage: '{name} is planned.' },
});

/** Plans a market day, or changes a plan. */
export function PlanScreen() {
  const { id } = useParams<{ id?: string }>();
  const stall = useStall();
  const plan = stall.catalogue.plans.find((each) => each.id === id);
  // Another id is another form: what was typed for one must not be saved for the other.
  return <PlanForm key={id ?? ''} stall={stall} plan={plan} />;
}

function PlanForm({ stall, plan }: { readonly stall: Stall; readonly plan: MarketPlan | undefined }) {
  const intl = useIntl();
  const { digits } = useMoney();
  const dates = useDates();
  const go = useGoOn();
  const once = useOnce();
  const [typed, setTyped] = useState<TypedPlan>(() => planToTyped(stall, plan, digits));
  const [problems, setProblems] = useState<readonly PlanProblem[]>([]);
  const [said, setSaid] = useState('');
  const say = (message: keyof typeof text) => intl.formatMessage(text[message]);
  const problemOf = (kind: PlanProblem['kind']) => {
    const found = problems.find((problem) => problem.kind === kind);
    return found && problemWords(intl, found);
  };
  const field = (name: 'name' | 'venue' | 'date' | 'opens' | 'closes' | 'zone' | 'float' | 'visitors' | 'session') => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const save = async () => {
    const saved = await savePlan(stall, typedToPlan(typed, digits), plan?.id);
    if (saved.ok) {
      announce(intl.formatMessage(text.saved, { name: typed.name }));
      go('/market/days');
      return;
    }
    const { problem } = saved;
    setProblems(problem.kind === 'plan' ? problem.problems : []);
    setSaid(problem.kind === 'plan' ? '' : problemWords(intl, problem));
  };
  const cancel = async () => {
    if (!plan) return;
    const written = await cancelPlan(stall, plan.id);
    if (written.ok) go('/market/days');
    else setSaid(problemWords(intl, written.problem));
  };
  const zones = Intl.supportedValuesOf?.('timeZone') ?? [];
  const places = stall.catalogue.places.filter(({ retired, parent }) => !retired && parent === '');
  return (
    <Page
      title={say(plan ? 'change' : 'plan')}
      back={
        <Button kind="quiet" icon="back" onClick={() => go('/market/days')}>
          <FormattedMessage {...text.back} />
        </Button>
      }
    >
      <form
        className="plan-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void once(save);
        }}
      >
        <Field
          label={say('name')}
          required
          {...field('name')}
          problem={problemOf('name-missing') ?? problemOf('day-known')}
        />
        <Field label={say('venue')} hint={say('venueHint')} {...field('venue')} />
        <Field
          label={say('date')}
          type="date"
          required
          {...field('date')}
          hint={dates.full(typed.date)}
          problem={problemOf('date-unusable')}
        />
        <div className="plan-times">
          <Field label={say('opens')} type="time" {...field('opens')} problem={problemOf('hours-unusable')} />
          <Field label={say('closes')} type="time" {...field('closes')} />
        </div>
        <Field
          label={say('float')}
          hint={say('floatHint')}
          inputMode="decimal"
          autoComplete="off"
          {...field('float')}
          problem={problemOf('float-unusable')}
        />
        <Field
          label={say('visitors')}
          hint={say('visitorsHint')}
          inputMode="numeric"
          autoComplete="off"
          {...field('visitors')}
          problem={problemOf('visitors-unusable')}
        />
        <div>
          <p className="plan-label" id="plan-tax">
            {say('tax')}
          </p>
          <Segmented
            label={say('tax')}
            chosen={typed.taxIncluded ? 'included' : 'excluded'}
            onChoose={(chosen) => setTyped({ ...typed, taxIncluded: chosen === 'included' })}
            segments={[
              { id: 'included', label: say('included') },
              { id: 'excluded', label: say('excluded') },
            ]}
          />
        </div>
        <Field label={say('zone')} list="plan-zones" {...field('zone')} problem={problemOf('zone-unknown')} />
        <datalist id="plan-zones">
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
        <Field label={say('session')} hint={say('sessionHint')} {...field('session')} />
        {places.length > 1 && (
          <Select
            label={say('place')}
            value={typed.place}
            onChoose={(place) => setTyped({ ...typed, place })}
            choices={places.map(({ id, name }) => ({ id, label: name || id }))}
          />
        )}
        <div className="wide">
          <p className="plan-label">{say('people')}</p>
          <PlanPeople chosen={typed.people} onChoose={(people) => setTyped({ ...typed, people })} />
        </div>
        <div className="wide plan-end">
          <Button kind="go" type="submit">
            {say('save')}
          </Button>
          {plan && (
            <Button kind="stop" onClick={() => void once(cancel)}>
              {say('cancel')}
            </Button>
          )}
          {said && (
            <p className="said-problem" role="alert">
              {said}
            </p>
          )}
        </div>
      </form>
    </Page>
  );
}
