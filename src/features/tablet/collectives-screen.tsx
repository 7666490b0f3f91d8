import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { useTablet, type CollectiveHere, type HubProblem } from '../../store/tablet.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { hubWords } from './hub-words.tsx';
import './tablet.css';

const text = defineMessages({
  title: { id: 'collectives.title', defaultMessage: 'Collectives here' },
  lead: {
    id: 'collectives.lead',
    defaultMessage: 'Each has its own place on this tablet; nothing of one is ever in another.',
  },
  unnamed: { id: 'collectives.unnamed', defaultMessage: 'Not named yet' },
  example: { id: 'collectives.example', defaultMessage: 'example' },
  open: { id: 'collectives.open', defaultMessage: 'Open' },
  isOpen: { id: 'collectives.isOpen', defaultMessage: 'open now' },
  line: { id: 'collectives.line', defaultMessage: 'Tablet {letters} · {state}' },
  unread: {
    id: 'collectives.unread',
    defaultMessage:
      'Could not be read just now. Nothing of it was changed. Close the till’s other windows and open it; if that does not help, show it to a lead before you take it off.',
  },
  unreadLost: {
    id: 'collectives.unreadLost',
    defaultMessage: 'Nobody can say what of it is at the hub. What is not would be gone.',
  },
  alone: { id: 'collectives.alone', defaultMessage: 'on this tablet only' },
  unsent: {
    id: 'collectives.unsent',
    defaultMessage: '{count, plural, =0 {Everything sent} one {# entry to send} other {# entries to send}}',
  },
  removeExample: { id: 'collectives.removeExample', defaultMessage: 'Remove the example' },
  takeOff: { id: 'collectives.takeOff', defaultMessage: 'Take off this tablet' },
  keep: { id: 'collectives.keep', defaultMessage: 'Keep it' },
  lost: {
    id: 'collectives.lost',
    defaultMessage:
      '{count, plural, one {# entry exists} other {# entries exist}} only on this tablet and would be gone. Send them, or save the rescue file, first.',
  },
  safe: { id: 'collectives.safe', defaultMessage: 'Everything of it is at the hub. It can be joined again by a code.' },
  sure: { id: 'collectives.sure', defaultMessage: 'Take it off all the same' },
  sureSafe: { id: 'collectives.sureSafe', defaultMessage: 'Take it off' },
  own: { id: 'collectives.own', defaultMessage: 'Start your own' },
  join: { id: 'collectives.join', defaultMessage: 'Join by code' },
});

/** What lies on this tablet: open another, start one, remove the example. */
export function CollectivesScreen() {
  const tablet = useTablet();
  const [, go] = useLocation();
  const [list, setList] = useState<readonly CollectiveHere[]>();
  useEffect(() => {
    let current = true;
    void tablet.collectives().then((found) => current && setList(found));
    return () => void (current = false);
  }, [tablet]);
  if (!list) return null;
  return (
    <Page title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />}>
      <ul className="entries form">
        {list.map((each) => (
          <Line key={each.id} collective={each} onGone={() => setList(list.filter(({ id }) => id !== each.id))} />
        ))}
      </ul>
      <div className="form-end">
        <Button kind="go" icon="plus" onClick={() => void tablet.startOwn()}>
          <FormattedMessage {...text.own} />
        </Button>
        <Button icon="tablet" onClick={() => go('/join')}>
          <FormattedMessage {...text.join} />
        </Button>
      </div>
    </Page>
  );
}

function Line({ collective, onGone }: { readonly collective: CollectiveHere; readonly onGone: () => void }) {
  const intl = useIntl();
  const tablet = useTablet();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<HubProblem>();
  const { id, name, letters, example, joined, unsent, isOpen, isUnread } = collective;
  const isSafe = joined && unsent === 0;
  const removeExample = async () => {
    const removed = await tablet.removeExample();
    if (!removed.ok) setProblem(removed.problem);
  };
  const forget = async () => {
    await tablet.forget(id);
    onGone();
  };
  const state = joined ? intl.formatMessage(text.unsent, { count: unsent }) : intl.formatMessage(text.alone);
  return (
    <li>
      <div className="grow">
        <b>{name || (isUnread ? id.slice(0, 8) : intl.formatMessage(text.unnamed))}</b>
        {example && (
          <span className="q">
            {' '}
            · <FormattedMessage {...text.example} />
          </span>
        )}
        {isOpen && (
          <span className="q">
            {' '}
            · <FormattedMessage {...text.isOpen} />
          </span>
        )}
        <div className="note q">
          {isUnread ? (
            <FormattedMessage {...text.unread} />
          ) : (
            <FormattedMessage {...text.line} values={{ letters, state }} />
          )}
        </div>
        {isAsked && (
          <p>
            <FormattedMessage
              {...(isUnread ? text.unreadLost : isSafe ? text.safe : text.lost)}
              values={{ count: unsent }}
            />
          </p>
        )}
        {problem && (
          <p className="note field-problem" role="alert">
            {hubWords(intl, problem)}
          </p>
        )}
      </div>
      {!isOpen && !isAsked && (
        <Button size="small" onClick={() => void tablet.open(id)}>
          <FormattedMessage {...text.open} />
        </Button>
      )}
      {example && isOpen && collective.class === 'lead' && !isAsked ? (
        <Button size="small" icon="trash" onClick={() => void removeExample()}>
          <FormattedMessage {...text.removeExample} />
        </Button>
      ) : isAsked ? (
        <>
          <Button size="small" kind="stop" onClick={() => void forget()}>
            <FormattedMessage {...(isSafe ? text.sureSafe : text.sure)} />
          </Button>
          <Button size="small" onClick={() => setAsked(false)}>
            <FormattedMessage {...text.keep} />
          </Button>
        </>
      ) : null}
      {!isAsked && (!isOpen || problem) && (
        <Button size="small" kind="quiet" onClick={() => setAsked(true)}>
          <FormattedMessage {...text.takeOff} />
        </Button>
      )}
    </li>
  );
}
