import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { AHEAD } from '../../domain/replenishment/plan-input.ts';
import type { PlanOutput, PrintForecast } from '../../domain/replenishment/shapes.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressRow } from '../../ui/progress-row.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { announce } from '../../ui/announce.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { approveReorder } from './actions.ts';
import { Assumptions } from './assumptions.tsx';
import { comingMarkets, isCostKnown, unitCost } from './reckoned-with.ts';
import { reasonText } from './reason.ts';
import { ReorderRow } from './reorder-row.tsx';
import './reorder.css';
import { useProposal } from './use-proposal.ts';

const text = defineMessages({
  title: { id: 'reorder.title', defaultMessage: 'What to reprint' },
  titleFor: { id: 'reorder.titleFor', defaultMessage: 'For {market}' },
  days: { id: 'reorder.days', defaultMessage: '{date}, {days, plural, one {# day} other {# days}} to go' },
  working: { id: 'reorder.working', defaultMessage: 'Working out what would sell' },
  cancel: { id: 'reorder.cancel', defaultMessage: 'Leave it' },
  cut: { id: 'reorder.cut', defaultMessage: 'The tablet stopped while working it out. Nothing was ordered.' },
  again: { id: 'reorder.again', defaultMessage: 'Work it out again' },
  noMarket: { id: 'reorder.noMarket', defaultMessage: 'No market is planned, and an order is for a market.' },
  plan: { id: 'reorder.plan', defaultMessage: 'Plan a market' },
  nothing: { id: 'reorder.nothing', defaultMessage: 'Nothing to reprint: what is in hand should do.' },
  works: { id: 'reorder.works', defaultMessage: 'Look at the works' },
  budget: { id: 'reorder.budget', defaultMessage: 'Budget' },
  rest: {
    id: 'reorder.rest',
    defaultMessage: '{count, plural, one {# more form} other {# more forms}}, nothing to print',
  },
  noBudget: { id: 'reorder.noBudget', defaultMessage: 'no limit' },
  scope: { id: 'reorder.scope', defaultMessage: 'Print for' },
  next: { id: 'reorder.scopeNext', defaultMessage: 'This market' },
  season: { id: 'reorder.scopeSeason', defaultMessage: 'The next ones too' },
  nextMeans: {
    id: 'reorder.nextMeans',
    defaultMessage: 'Enough for this market nine times in ten. Later markets are ordered for after it.',
  },
  seasonMeans: {
    id: 'reorder.seasonMeans',
    defaultMessage:
      'More than one market wants: what is left over goes on to the next. Reckoned with {markets} markets{assumed, plural, =0 {, all planned} one {, one of them not planned yet} other {, # of them not planned yet}}.',
  },
  approve: { id: 'reorder.approve', defaultMessage: 'Order {pieces}, {amount}' },
  approveAbout: { id: 'reorder.approveAbout', defaultMessage: 'Order {pieces}, about {amount}' },
  ordered: {
    id: 'reorder.ordered',
    defaultMessage:
      'Kept: {pieces, plural, one {# piece counts} other {# pieces count}} as on the way until they are put into stock. Tell your lab.',
  },
  sold: { id: 'reorder.keySold', defaultMessage: 'sold last time' },
  out: { id: 'reorder.keyOut', defaultMessage: 'ran out, so more' },
  likely: { id: 'reorder.keyLikely', defaultMessage: 'likely next time' },
  have: { id: 'reorder.keyHave', defaultMessage: 'have' },
  order: { id: 'reorder.keyOrder', defaultMessage: 'with this order' },
});

/** How far ahead the order looks: what the next market may want, or all that it is worth to have. */
type Scope = 'next' | 'season';

/** The proposal: reason first, number second; a person changes what they know better, and says yes. */
export function ReorderScreen() {
  const intl = useIntl();
  const stall = useStall();
  const money = useMoney();
  const [, go] = useLocation();
  const [question, setQuestion] = useState<{ readonly budget: number | null }>({ budget: null });
  const { plan, isCut, share } = useProposal(question);
  const [ordered, setOrdered] = useState(0);
  const markets = comingMarkets(stall);
  const market = markets[0];
  // Nobody's money goes into markets that nobody has planned, unless a person says so.
  const [scope, setScope] = useState<Scope>(markets.length > 1 ? 'season' : 'next');
  if (!market) {
    return (
      <Page title={<FormattedMessage {...text.title} />}>
        <EmptyState
          title={<FormattedMessage {...text.noMarket} />}
          action={
            <Button kind="go" onClick={() => go('/market/plan')}>
              <FormattedMessage {...text.plan} />
            </Button>
          }
        />
      </Page>
    );
  }
  const date = intl.formatDate(market.start, { weekday: 'long', day: 'numeric', month: 'long', timeZone: stall.zone });
  const days = Math.floor((market.start - stall.now()) / 86_400_000);
  return (
    <Page
      title={<FormattedMessage {...text.titleFor} values={{ market: market.name }} />}
      lead={<FormattedMessage {...text.days} values={{ date, days }} />}
      actions={
        <>
          <Segmented
            label={intl.formatMessage(text.scope)}
            chosen={scope}
            onChoose={setScope}
            segments={[
              { id: 'next', label: intl.formatMessage(text.next) },
              { id: 'season', label: intl.formatMessage(text.season) },
            ]}
          />
          <Field
            label={intl.formatMessage(text.budget)}
            inputMode="numeric"
            className="reorder-budget"
            placeholder={intl.formatMessage(text.noBudget)}
            onChange={({ target }) => {
              const whole = Number.parseInt(target.value, 10);
              setQuestion({ budget: Number.isSafeInteger(whole) && whole >= 0 ? whole * 10 ** money.digits : null });
            }}
          />
        </>
      }
    >
      <p className="q">
        {scope === 'next' ? (
          <FormattedMessage {...text.nextMeans} />
        ) : (
          <FormattedMessage
            {...text.seasonMeans}
            values={{ markets: Math.max(AHEAD, markets.length), assumed: Math.max(0, AHEAD - markets.length) }}
          />
        )}
      </p>
      {ordered > 0 && (
        <output className="form-done">
          <FormattedMessage {...text.ordered} values={{ pieces: ordered }} />
        </output>
      )}
      {plan ? (
        <Proposal
          key={JSON.stringify(plan.orders)}
          plan={plan}
          scope={scope}
          onApproved={(pieces) => {
            setOrdered(pieces);
            announce(intl.formatMessage(text.ordered, { pieces }));
            setQuestion({ ...question });
          }}
        />
      ) : isCut ? (
        <EmptyState
          title={<FormattedMessage {...text.cut} />}
          action={
            <Button onClick={() => setQuestion({ ...question })}>
              <FormattedMessage {...text.again} />
            </Button>
          }
        />
      ) : (
        <ProgressRow
          label={intl.formatMessage(text.working)}
          done={share}
          total={1}
          action={
            <Button kind="text" onClick={() => go('/stock')}>
              <FormattedMessage {...text.cancel} />
            </Button>
          }
        />
      )}
    </Page>
  );
}

function Proposal({
  plan,
  scope,
  onApproved,
}: {
  readonly plan: PlanOutput;
  readonly scope: Scope;
  readonly onApproved: (pieces: number) => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const money = useMoney();
  const once = useOnce();
  const [, go] = useLocation();
  const proposed = useMemo(() => proposalOf(plan, scope), [plan, scope]);
  const [changed, setChanged] = useState<ReadonlyMap<string, number>>(new Map());
  const [trouble, setTrouble] = useState<Awaited<ReturnType<typeof approveReorder>>>(null);
  const forecasts = new Map((plan.forecast ?? []).map((each) => [each.id, each]));
  const rows = [...proposed.keys()].flatMap((id) => forecasts.get(id) ?? []);
  const rest = [...forecasts.values()].filter(({ id }) => !proposed.has(id)).toSorted((a, b) => b.mean - a.mean);
  const quantityOf = (id: string) => changed.get(id) ?? proposed.get(id) ?? 0;
  const costOf = (id: string) => quantityOf(id) * unitCost(stall, id);
  const chosen = [...forecasts.keys()].filter((id) => quantityOf(id) > 0);
  const pieces = chosen.reduce((sum, id) => sum + quantityOf(id), 0);
  const isExact = chosen.every((id) => isCostKnown(stall, id));
  const amount = money.text(chosen.reduce((sum, id) => sum + costOf(id), 0));
  const most = Math.max(4, ...rows.map(({ id, high, because }) => Math.max(high, because.inHand + quantityOf(id))));
  const row = (forecast: PrintForecast) => (
    <ReorderRow
      key={forecast.id}
      forecast={forecast}
      quantity={quantityOf(forecast.id)}
      cost={costOf(forecast.id)}
      isCostKnown={isCostKnown(stall, forecast.id)}
      most={Math.max(most, forecast.high)}
      onChange={(quantity) => setChanged(new Map([...changed, [forecast.id, quantity]]))}
    />
  );
  const approve = async () => {
    const lines = chosen.map((variant) => {
      const because = forecasts.get(variant)?.because;
      return { variant, quantity: quantityOf(variant), why: because ? reasonText(intl, because) : '' };
    });
    const problem = await approveReorder(stall, lines);
    setTrouble(problem);
    if (problem === null) onApproved(pieces);
  };
  return (
    <>
      {rows.length > 0 ? (
        <>
          <p className="reorder-key note q" aria-hidden="true">
            {(['sold', 'out', 'likely', 'have', 'order'] as const).map((key) => (
              <span key={key}>
                <i className={key} />
                <FormattedMessage {...text[key]} />
              </span>
            ))}
          </p>
          <ul className="reorder">{rows.map(row)}</ul>
        </>
      ) : (
        <EmptyState
          title={<FormattedMessage {...text.nothing} />}
          action={
            <Button onClick={() => go('/stock')}>
              <FormattedMessage {...text.works} />
            </Button>
          }
        />
      )}
      {rest.length > 0 && (
        <details className="reorder-rest">
          <summary>
            <FormattedMessage {...text.rest} values={{ count: rest.length }} />
          </summary>
          <ul className="reorder">{rest.map(row)}</ul>
        </details>
      )}
      <Assumptions ids={[...forecasts.keys()]} />
      {trouble && <NotSaved kind={trouble} />}
      {pieces > 0 && (
        <footer className="reorder-foot">
          <Button kind="go" iconAfter="forward" onClick={() => void once(approve)}>
            <FormattedMessage {...(isExact ? text.approve : text.approveAbout)} values={{ pieces, amount }} />
          </Button>
        </footer>
      )}
    </>
  );
}

/** What each print is asked for, best first; for one market: no more of it than that one may want. */
function proposalOf({ orders = [] }: PlanOutput, scope: Scope): ReadonlyMap<string, number> {
  const asked = orders.map(({ id, qty, because }) => [id, scope === 'next' ? because.forNext : qty] as const);
  return new Map(asked.filter(([, quantity]) => quantity > 0));
}
