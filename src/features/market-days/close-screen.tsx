import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { xReport } from '../../domain/market-days/drawer.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { cashOf } from '../../domain/sales/currency.ts';
import { ownDrawer } from '../../store/drawer.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { useStall } from '../../store/stall.tsx';
import { useDayRead, useDays } from '../../store/use-days.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { CashCount, countedPieces, countedSum, NOTHING_COUNTED, type CashCounted } from '../../ui/cash-count.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useMoney } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useDayName } from '../../ui/use-dates.ts';
import { useOnce } from '../../ui/use-once.ts';
import { closeOwnDrawer, openDrawersIn } from './actions.ts';
import { CloseCompare } from './close-compare.tsx';
import { CloseFrame } from './close-frame.tsx';
import { DayReport } from './day-report.tsx';
import { problemWords } from './problem-text.ts';
import './days.css';

const text = defineMessages({
  close: { id: 'close.title', defaultMessage: 'Close {name}' },
  lead: { id: 'close.lead', defaultMessage: 'Count the drawer of tablet {letters}.' },
  blind: { id: 'close.blind', defaultMessage: 'What is expected comes after.' },
  all: { id: 'close.all', defaultMessage: 'That is all of it' },
  closed: { id: 'close.closed', defaultMessage: 'Closed as {z}.' },
  nothing: { id: 'close.nothing', defaultMessage: 'No market is open on this tablet.' },
  nothingBody: { id: 'close.nothingBody', defaultMessage: 'There is nothing to count. A closed day is under Ledger.' },
  days: { id: 'close.days', defaultMessage: 'Market days' },
});

/** The blind close of this tablet's drawer: count, compare, share. Any count is accepted and nothing is waited for. */
export function CloseScreen() {
  const { day: selected } = useStall();
  const days = useDays();
  const day = days?.find(({ id, openedAt }) => id === selected && openedAt !== null);
  const read = useDayRead(day?.id);
  if (!days) return null;
  if (!day) return <NothingToClose />;
  if (!read) return null;
  return <CloseSteps key={day.id} day={day} read={read} />;
}

function CloseSteps({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const intl = useIntl();
  const stall = useStall();
  const money = useMoney();
  const nameOf = useDayName();
  const once = useOnce();
  const drawer = ownDrawer(stall.device);
  const [count, setCount] = useState<CashCounted>(NOTHING_COUNTED);
  const [isCounted, setIsCounted] = useState(false);
  const [said, setSaid] = useState('');
  const name = nameOf(day);
  const close = async (reason: string) => {
    const denominations = countedPieces(count);
    const closed = await closeOwnDrawer(stall, day.id, {
      counted: countedSum(count),
      ...(denominations ? { denominations } : {}),
      ...(reason ? { reason } : {}),
    });
    if (!closed.ok) return setSaid(problemWords(intl, closed.problem));
    announce(intl.formatMessage(text.closed, { z: closed.value.z }));
  };
  if (!openDrawersIn(read.reads).includes(drawer)) return <DayReport day={day} read={read} steps />;
  const title = <FormattedMessage {...text.close} values={{ name }} />;
  if (isCounted) {
    return (
      // Another step is another page: it begins at its top.
      <CloseFrame key="compare" step={2} title={title}>
        <CloseCompare
          report={xReport(read.reads, drawer)}
          read={read}
          counted={countedSum(count)}
          said={said}
          onAgain={() => setIsCounted(false)}
          onClose={(reason) => void once(() => close(reason))}
        />
      </CloseFrame>
    );
  }
  return (
    <CloseFrame key="count" step={1} title={title}>
      <CashCount
        cash={cashOf(money.currency)}
        count={count}
        onCount={setCount}
        lead={
          <p>
            <FormattedMessage {...text.lead} values={{ letters: stall.device.letters }} />{' '}
            <span className="q">
              <FormattedMessage {...text.blind} />
            </span>
          </p>
        }
      >
        <Button kind="go" size="big" onClick={() => setIsCounted(true)}>
          <FormattedMessage {...text.all} />
        </Button>
      </CashCount>
    </CloseFrame>
  );
}

function NothingToClose() {
  const [, go] = useLocation();
  return (
    <CloseFrame step={1} title={<FormattedMessage {...text.days} />}>
      <EmptyState
        title={<FormattedMessage {...text.nothing} />}
        action={
          <Button kind="go" onClick={() => go('/market/days')}>
            <FormattedMessage {...text.days} />
          </Button>
        }
      >
        <FormattedMessage {...text.nothingBody} />
      </EmptyState>
    </CloseFrame>
  );
}
