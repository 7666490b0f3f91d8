import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation, useParams } from 'wouter';
import { cashOf } from '../../domain/sales/currency.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { useStall } from '../../store/stall.tsx';
import { useDays } from '../../store/use-days.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { CashCount, countedPieces, countedSum, NOTHING_COUNTED } from '../../ui/cash-count.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useGoOn } from '../../ui/go-on.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { hasOwnName, useDates, useDayName } from '../../ui/use-dates.ts';
import { useOnce } from '../../ui/use-once.ts';
import { openMarket } from './actions.ts';
import { problemWords } from './problem-text.ts';
import './days.css';

const text = defineMessages({
  title: { id: 'open.title', defaultMessage: 'Open {name}' },
  back: { id: 'open.back', defaultMessage: 'Market' },
  lead: { id: 'open.lead', defaultMessage: 'Count the float in the drawer of tablet {letters}.' },
  planned: { id: 'open.planned', defaultMessage: 'Planned: {amount}.' },
  open: { id: 'open.open', defaultMessage: 'Open' },
  uncounted: { id: 'open.uncounted', defaultMessage: 'Open without counting' },
  opened: { id: 'open.opened', defaultMessage: '{name} is open.' },
  gone: { id: 'open.gone', defaultMessage: 'This market is not planned any more.' },
  days: { id: 'open.days', defaultMessage: 'Market days' },
});

/** Counts the float and opens the day; if another tablet opened it, only this tablet's drawer. */
export function OpenScreen() {
  const { id } = useParams<{ id: string }>();
  const [, go] = useLocation();
  const days = useDays();
  if (!days) return null;
  const day = days.find((each) => each.id === id);
  if (day) return <OpenDay day={day} />;
  return (
    <Page title={<FormattedMessage {...text.days} />}>
      <EmptyState
        title={<FormattedMessage {...text.gone} />}
        action={
          <Button kind="go" onClick={() => go('/market/days')}>
            <FormattedMessage {...text.days} />
          </Button>
        }
      />
    </Page>
  );
}

function OpenDay({ day }: { readonly day: MarketDay }) {
  const intl = useIntl();
  const stall = useStall();
  const money = useMoney();
  const dates = useDates();
  const name = useDayName()(day);
  const go = useGoOn();
  const once = useOnce();
  const [count, setCount] = useState(NOTHING_COUNTED);
  const [said, setSaid] = useState('');
  const open = async (isCounted: boolean) => {
    const denominations = countedPieces(count);
    const counted = { counted: countedSum(count), ...(denominations ? { denominations } : {}) };
    const opened = await openMarket(stall, day, isCounted ? counted : { counted: null });
    if (!opened.ok) return setSaid(problemWords(intl, opened.problem));
    announce(intl.formatMessage(text.opened, { name }));
    go('/market');
  };
  return (
    <Page
      title={<FormattedMessage {...text.title} values={{ name }} />}
      lead={`${hasOwnName(day) ? `${dates.long(day.date)}, ` : ''}${day.opens} – ${day.closes}`}
      back={
        <Button kind="quiet" icon="back" onClick={() => go('/market')}>
          <FormattedMessage {...text.back} />
        </Button>
      }
    >
      <CashCount
        cash={cashOf(money.currency)}
        count={count}
        onCount={setCount}
        lead={
          <p>
            <FormattedMessage {...text.lead} values={{ letters: stall.device.letters }} />{' '}
            {day.plan && day.plan.float > 0 && (
              <span className="q">
                <FormattedMessage {...text.planned} values={{ amount: money.text(day.plan.float) }} />
              </span>
            )}
          </p>
        }
      >
        {said && (
          <p className="said-problem" role="alert">
            {said}
          </p>
        )}
        <Button kind="go" size="big" onClick={() => void once(() => open(true))}>
          <FormattedMessage {...text.open} />
        </Button>
        <Button kind="quiet" onClick={() => void once(() => open(false))}>
          <FormattedMessage {...text.uncounted} />
        </Button>
      </CashCount>
    </Page>
  );
}
