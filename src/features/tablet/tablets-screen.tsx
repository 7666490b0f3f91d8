import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLive, useStall } from '../../store/stall.tsx';
import { useTablet, type HubProblem, type Invitation, type TabletAtHub } from '../../store/tablet.tsx';
import { readSyncStatus } from '../../sync/status.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { BringPart } from './bring-part.tsx';
import { hubWords } from './hub-words.tsx';
import './tablet.css';

const text = defineMessages({
  title: { id: 'tablets.title', defaultMessage: 'One more tablet' },
  lead: {
    id: 'tablets.lead',
    defaultMessage: 'On the new tablet, scan the code with its camera, or open the till there and type the 8 signs.',
  },
  as: { id: 'tablets.as', defaultMessage: 'What it may do' },
  stall: { id: 'tablets.stall', defaultMessage: 'Sell and count' },
  leadClass: { id: 'tablets.leadClass', defaultMessage: 'Everything, as a lead' },
  make: { id: 'tablets.make', defaultMessage: 'Make a code' },
  again: { id: 'tablets.again', defaultMessage: 'A new code' },
  until: { id: 'tablets.until', defaultMessage: 'For one tablet, until {time}.' },
  over: { id: 'tablets.over', defaultMessage: 'This code is over. Make a new one.' },
  codeLabel: { id: 'tablets.codeLabel', defaultMessage: 'Code {code}' },
  local: {
    id: 'tablets.local',
    defaultMessage:
      'This address works on this machine only. For other tablets start the hub with --lan, or set its public address.',
  },
  list: { id: 'tablets.list', defaultMessage: 'Tablets of this collective' },
  you: { id: 'tablets.you', defaultMessage: 'this one' },
  seen: { id: 'tablets.seen', defaultMessage: 'last heard {when}' },
  never: { id: 'tablets.never', defaultMessage: 'not heard yet' },
  remove: { id: 'tablets.remove', defaultMessage: 'Remove' },
  sure: { id: 'tablets.sure', defaultMessage: 'Remove {letters} for good' },
  keep: { id: 'tablets.keep', defaultMessage: 'Keep it' },
  what: {
    id: 'tablets.what',
    defaultMessage: 'It sends nothing more. What it has sold and not sent comes in by its rescue file.',
  },
});

/** Letting one more tablet in, and the list of those that are. Leads only. */
export function TabletsScreen() {
  const { db } = useStall();
  const status = useLive(() => readSyncStatus(db), [db]);
  if (!status) return null;
  return (
    <Page title={<FormattedMessage {...text.title} />} lead={status.joined && <FormattedMessage {...text.lead} />}>
      {status.joined ? (
        <>
          <Invite />
          <TabletList />
        </>
      ) : (
        <BringPart />
      )}
    </Page>
  );
}

function Invite() {
  const intl = useIntl();
  const { zone } = useStall();
  const tablet = useTablet();
  const [as, setAs] = useState<'lead' | 'stall'>('stall');
  const [made, setMade] = useState<Invitation>();
  const [problem, setProblem] = useState<HubProblem>();
  const isOver = useIsOver(made?.expiresAt);
  const make = async () => {
    const invited = await tablet.invite(as);
    setMade(invited.ok ? invited.value : undefined);
    setProblem(invited.ok ? undefined : invited.problem);
  };
  // Behind --lan or a proxy the page's own address is the one others can reach.
  const url =
    made && (isLocal(made.url) && !isLocal(location.origin) ? `${location.origin}/app/join#${made.code}` : made.url);
  const code = made && `${made.code.slice(0, 4)} ${made.code.slice(4)}`;
  return (
    <section className="form">
      <Segmented
        label={intl.formatMessage(text.as)}
        chosen={as}
        onChoose={setAs}
        segments={[
          { id: 'stall', label: intl.formatMessage(text.stall) },
          { id: 'lead', label: intl.formatMessage(text.leadClass) },
        ]}
      />
      {made && url && !isOver && (
        <div className="invitation card">
          <QrCode content={url} label={intl.formatMessage(text.codeLabel, { code: made.code })} />
          <div>
            <p className="invitation-code">{code}</p>
            <p>
              <FormattedMessage
                {...text.until}
                values={{
                  time: intl.formatTime(made.expiresAt, { hour: '2-digit', minute: '2-digit', timeZone: zone }),
                }}
              />
            </p>
            <p className="note q invitation-url">{url}</p>
            {isLocal(url) && (
              <p className="note">
                <FormattedMessage {...text.local} />
              </p>
            )}
          </div>
        </div>
      )}
      {isOver && (
        <p role="alert">
          <FormattedMessage {...text.over} />
        </p>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {hubWords(intl, problem)}
        </p>
      )}
      <div>
        <Button kind={made && !isOver ? 'plain' : 'go'} onClick={() => void make()}>
          <FormattedMessage {...(made ? text.again : text.make)} />
        </Button>
      </div>
    </section>
  );
}

function TabletList() {
  const intl = useIntl();
  const { device, zone } = useStall();
  const tablet = useTablet();
  const [list, setList] = useState<readonly TabletAtHub[]>([]);
  const [problem, setProblem] = useState<HubProblem>();
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    let current = true;
    void tablet.tablets().then((found) => {
      if (!current) return;
      if (found.ok) setList(found.value);
      else setProblem(found.problem);
    });
    return () => void (current = false);
  }, [tablet]);
  const remove = async (id: string) => {
    const removed = await tablet.removeTablet(id);
    setAsked(undefined);
    if (removed.ok) setList(list.filter((each) => each.device !== id));
    else setProblem(removed.problem);
  };
  const when = (at: number) =>
    intl.formatDate(at, {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    });
  return (
    <section className="form">
      <h2>
        <FormattedMessage {...text.list} />
      </h2>
      {problem && <p className="q">{hubWords(intl, problem)}</p>}
      <ul className="entries">
        {list.map((each) => (
          <li key={each.device}>
            <b className="tablet-letter">{each.letters}</b>
            <div className="grow">
              {each.name}
              {each.device === device.key.device && (
                <span className="q">
                  {' '}
                  · <FormattedMessage {...text.you} />
                </span>
              )}
              <div className="note q">
                <FormattedMessage {...(each.class === 'lead' ? text.leadClass : text.stall)} /> ·{' '}
                {each.lastSeen === null
                  ? intl.formatMessage(text.never)
                  : intl.formatMessage(text.seen, { when: when(each.lastSeen) })}
              </div>
              {asked === each.device && (
                <p>
                  <FormattedMessage {...text.what} />
                </p>
              )}
            </div>
            {each.device === device.key.device ? null : asked === each.device ? (
              <>
                <Button kind="stop" size="small" onClick={() => void remove(each.device)}>
                  <FormattedMessage {...text.sure} values={{ letters: each.letters }} />
                </Button>
                <Button size="small" onClick={() => setAsked(undefined)}>
                  <FormattedMessage {...text.keep} />
                </Button>
              </>
            ) : (
              <Button size="small" onClick={() => setAsked(each.device)}>
                <FormattedMessage {...text.remove} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useIsOver(expiresAt: number | undefined): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (expiresAt === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return expiresAt !== undefined && now > expiresAt;
}

function isLocal(url: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(url);
}
