import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { useLocation } from 'wouter';
import { isRehearsal } from '../../store/rehearsal.ts';
import { useStall } from '../../store/stall.tsx';
import { useTablet } from '../../store/tablet.tsx';
import { useDays } from '../../store/use-days.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useDayName } from '../../ui/use-dates.ts';
import { useReadiness, type Check } from './use-readiness.ts';
import './days.css';

const text = defineMessages({
  title: { id: 'ready.title', defaultMessage: 'Am I ready?' },
  all: { id: 'ready.all', defaultMessage: 'Everything is here. This tablet sells all day without a network.' },
  some: {
    id: 'ready.some',
    defaultMessage: '{count, plural, one {One thing} other {# things}} to look at. Selling works all the same.',
  },
  back: { id: 'ready.back', defaultMessage: 'Market' },
  picturesReady: { id: 'ready.picturesReady', defaultMessage: 'All pictures are on this tablet' },
  picturesLook: {
    id: 'ready.picturesLook',
    defaultMessage:
      '{count, plural, one {One picture is} other {# pictures are}} not here yet. Leave the tablet connected; they come by themselves.',
  },
  storageReady: { id: 'ready.storageReady', defaultMessage: 'The browser keeps what is here' },
  storageLook: {
    id: 'ready.storageLook',
    defaultMessage:
      'The browser may clear this page when space is short. Put it on the home screen, or ask it to keep.',
  },
  keep: { id: 'ready.keep', defaultMessage: 'Ask to keep' },
  offlineReady: { id: 'ready.offlineReady', defaultMessage: 'Opens without a network' },
  offlineLook: {
    id: 'ready.offlineLook',
    defaultMessage: 'Not kept for offline yet. Stay connected for a minute, then look again.',
  },
  again: { id: 'ready.again', defaultMessage: 'Look again' },
  floatReady: { id: 'ready.floatReady', defaultMessage: 'The float is known' },
  floatLook: {
    id: 'ready.floatLook',
    defaultMessage: 'No float is planned. Bring change, and count it when you open.',
  },
  plan: { id: 'ready.plan', defaultMessage: 'Plan a market' },
  clockReady: { id: 'ready.clockReady', defaultMessage: 'The clock agrees with the hub' },
  clockLook: {
    id: 'ready.clockLook',
    defaultMessage: 'This tablet’s clock is {off} off. Sales carry the hub’s time; set the clock when you can.',
  },
  clockBehind: {
    id: 'ready.clockBehind',
    defaultMessage:
      'This tablet’s clock is at least {off} slow: it has written later entries already. Nothing is lost. Set the clock before you open, or today’s sales stand under a wrong day.',
  },
  clockAlone: { id: 'ready.clockAlone', defaultMessage: 'No hub to compare the clock with' },
  sentReady: { id: 'ready.sentReady', defaultMessage: 'Everything is sent' },
  sentLook: {
    id: 'ready.sentLook',
    defaultMessage:
      '{count, plural, one {One entry is} other {# entries are}} not sent yet. Connect the tablet before you leave.',
  },
  sentAlone: { id: 'ready.sentAlone', defaultMessage: 'This tablet is alone: nothing to send' },
  rehearse: { id: 'ready.rehearse', defaultMessage: 'Rehearse' },
  rehearseBody: {
    id: 'ready.rehearseBody',
    defaultMessage:
      'The till with your own pictures and prices, for practice. Nothing of it is kept: no sale, no stock, no number.',
  },
  start: { id: 'ready.start', defaultMessage: 'Start the rehearsal' },
  end: { id: 'ready.end', defaultMessage: 'End the rehearsal' },
});

/** Whether this tablet can sell all day without a network, and a rehearsal. */
export function ReadyScreen() {
  const { db, day: selected } = useStall();
  const { rehearse, endRehearsal } = useTablet();
  const nameOf = useDayName();
  const [, go] = useLocation();
  const days = useDays();
  const day =
    days?.find(({ id, state }) => id === selected && state === 'open') ??
    days?.find(({ state }) => state === 'today' || state === 'planned');
  const { checks, again } = useReadiness(day);
  const open = checks?.filter(({ state }) => state === 'look').length ?? 0;
  const practises = isRehearsal(db);
  return (
    <Page
      title={<FormattedMessage {...text.title} />}
      lead={day && nameOf(day)}
      back={
        <Button kind="quiet" icon="back" onClick={() => go('/market')}>
          <FormattedMessage {...text.back} />
        </Button>
      }
    >
      {checks && (
        <>
          <p className="ready-sum">
            {open === 0 ? (
              <FormattedMessage {...text.all} />
            ) : (
              <FormattedMessage {...text.some} values={{ count: open }} />
            )}
          </p>
          <ul className="checks">
            {checks.map((check) => (
              <CheckRow key={check.id} check={check} onAgain={again} />
            ))}
          </ul>
        </>
      )}
      <section className="rehearse">
        <div>
          <h2>
            <FormattedMessage {...text.rehearse} />
          </h2>
          <p className="q">
            <FormattedMessage {...text.rehearseBody} />
          </p>
        </div>
        <Button kind={practises ? 'go' : 'plain'} onClick={() => void (practises ? endRehearsal() : rehearse())}>
          <FormattedMessage {...(practises ? text.end : text.start)} />
        </Button>
      </section>
    </Page>
  );
}

function CheckRow({ check, onAgain }: { readonly check: Check; readonly onAgain: () => void }) {
  const intl = useIntl();
  const money = useMoney();
  const isFine = check.state !== 'look';
  return (
    <li className={isFine ? '' : 'look'}>
      <Icon name={isFine ? 'check' : 'alert'} />
      <span>
        {intl.formatMessage(wordsOf(check), { count: check.count, off: howFar(intl, check.off ?? 0) })}
        {check.id === 'float' && check.count > 0 && isFine && <span className="q"> · {money.text(check.count)}</span>}
      </span>
      {!isFine && <CheckAction id={check.id} onAgain={onAgain} />}
    </li>
  );
}

function CheckAction({ id, onAgain }: { readonly id: Check['id']; readonly onAgain: () => void }) {
  const [, go] = useLocation();
  if (id === 'storage') {
    const ask = () => {
      void navigator.storage?.persist?.().then(onAgain);
    };
    return (
      <Button onClick={ask}>
        <FormattedMessage {...text.keep} />
      </Button>
    );
  }
  if (id === 'float') {
    return (
      <Button onClick={() => go('/market/plan')}>
        <FormattedMessage {...text.plan} />
      </Button>
    );
  }
  return (
    <Button onClick={onAgain}>
      <FormattedMessage {...text.again} />
    </Button>
  );
}

/** "4 minutes", "30 hours", "2920 days": in the largest unit there are some of. */
function howFar(intl: IntlShape, ms: number): string {
  const [unit, size] = (
    [
      ['day', 86_400_000],
      ['hour', 3_600_000],
      ['minute', 60_000],
    ] as const
  ).find(([, each]) => ms >= 2 * each) ?? ['minute', 60_000];
  return intl.formatNumber(Math.round(ms / size), { style: 'unit', unit, unitDisplay: 'long' });
}

function wordsOf({ id, state, count }: Check) {
  switch (id) {
    case 'pictures':
      return state === 'ready' ? text.picturesReady : text.picturesLook;
    case 'storage':
      return state === 'ready' ? text.storageReady : text.storageLook;
    case 'offline':
      return state === 'ready' ? text.offlineReady : text.offlineLook;
    case 'float':
      return state === 'ready' ? text.floatReady : text.floatLook;
    case 'clock':
      if (state === 'look') return count > 0 ? text.clockLook : text.clockBehind;
      return state === 'ready' ? text.clockReady : text.clockAlone;
    case 'sent':
      return state === 'ready' ? text.sentReady : state === 'alone' ? text.sentAlone : text.sentLook;
  }
}
