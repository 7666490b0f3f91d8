import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStore } from 'zustand';
import { useLive, useStall } from '../../store/stall.tsx';
import { useTablet } from '../../store/tablet.tsx';
import { readSyncStatus, syncActivity } from '../../sync/status.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { HeldBack } from './held-back.tsx';
import { RescuePart } from './rescue-part.tsx';
import './tablet.css';

const text = defineMessages({
  title: { id: 'thisTablet.title', defaultMessage: 'This tablet' },
  name: { id: 'thisTablet.name', defaultMessage: 'Name' },
  named: { id: 'thisTablet.named', defaultMessage: '{letters} · {name}' },
  class: { id: 'thisTablet.class', defaultMessage: 'What it may do' },
  lead: { id: 'thisTablet.lead', defaultMessage: 'Everything: a lead’s tablet' },
  stall: {
    id: 'thisTablet.stall',
    defaultMessage: 'Sell, count and close: a stall’s tablet. Changing that means joining anew.',
  },
  sending: { id: 'thisTablet.sending', defaultMessage: 'Sending' },
  alone: {
    id: 'thisTablet.alone',
    defaultMessage: 'No hub yet: everything is on this tablet only. A rescue file is its copy.',
  },
  unsent: {
    id: 'thisTablet.unsent',
    defaultMessage: '{count, plural, =0 {Everything is sent} one {# entry to send} other {# entries to send}}{last}',
  },
  last: { id: 'thisTablet.last', defaultMessage: ', last sent {when}' },
  sent: {
    id: 'thisTablet.sent',
    defaultMessage: 'Sent means: the hub has it. Safe means: it is in the hub’s backup as well, or on another tablet.',
  },
  now: { id: 'thisTablet.now', defaultMessage: 'Send now' },
  trying: { id: 'thisTablet.trying', defaultMessage: 'Talking to the hub …' },
  enrolment: {
    id: 'thisTablet.enrolment',
    defaultMessage:
      'The hub does not know this tablet any more. Selling goes on. Save the rescue file, then join again by a code: what was not sent stays here, and where a lead removed the tablet, a lead brings it in by that file.',
  },
  update: {
    id: 'thisTablet.update',
    defaultMessage: 'The hub is newer than this till. Selling goes on; take the update when the market is closed.',
  },
  'hub-update': {
    id: 'thisTablet.hubUpdate',
    defaultMessage:
      'This till is newer than the hub. Selling goes on and everything is kept here; it goes out by itself once the hub has been updated. Tell whoever looks after the hub.',
  },
  fork: {
    id: 'thisTablet.fork',
    defaultMessage:
      'The hub holds other entries under this tablet’s name, as after a restored backup. Selling goes on. Save the rescue file, then join again by a lead’s code: what was sold here is then sent under a new name.',
  },
  'old-hub': {
    id: 'thisTablet.oldHub',
    defaultMessage:
      'This hub is an old copy: another was restored since, and this tablet has already talked to that one. Selling goes on and everything is kept here. A lead has to stop the old hub and start the newer one at its address.',
  },
  refused: {
    id: 'thisTablet.notTaken',
    defaultMessage:
      'The hub does not take what this tablet sends. Selling goes on, everything is kept here, and it tries again each minute. Look whether hub and till are up to date; if this stays, save the rescue file and give it to a lead.',
  },
  storage: { id: 'thisTablet.storage', defaultMessage: 'Storage' },
  kept: { id: 'thisTablet.kept', defaultMessage: 'Kept: the browser has promised not to clear it by itself.' },
  notKept: {
    id: 'thisTablet.notKept',
    defaultMessage:
      'Not promised: if the tablet runs full, the browser may clear it, with sales that were not sent. Installing the till on the home screen usually changes that.',
  },
  ask: { id: 'thisTablet.ask', defaultMessage: 'Ask again' },
  askedInVain: {
    id: 'thisTablet.refused',
    defaultMessage: 'The browser still says no. Put the till on the home screen, open it from there, and ask again.',
  },
  space: { id: 'thisTablet.space', defaultMessage: 'Space' },
  used: { id: 'thisTablet.used', defaultMessage: '{used} used of {quota}' },
  version: { id: 'thisTablet.version', defaultMessage: 'Version' },
  key: { id: 'thisTablet.key', defaultMessage: 'Key' },
  keyHint: { id: 'thisTablet.keyHint', defaultMessage: 'Each entry of this tablet is signed with it.' },
});

/** What this tablet is, what it has sent, whether its storage is kept. */
export function TabletScreen() {
  const intl = useIntl();
  const { db, device, zone } = useStall();
  const tablet = useTablet();
  const status = useLive(() => readSyncStatus(db), [db]);
  const isSending = useStore(syncActivity, (activity) => activity.sending);
  const storage = useStorage();
  if (!status) return null;
  const last =
    status.lastSentAt === null
      ? ''
      : intl.formatMessage(text.last, {
          when: intl.formatDate(status.lastSentAt, {
            weekday: 'short',
            day: 'numeric',
            month: 'long',
            hour: '2-digit',
            minute: '2-digit',
            timeZone: zone,
          }),
        });
  return (
    <Page title={<FormattedMessage {...text.title} />}>
      <dl className="facts form">
        <Fact name={<FormattedMessage {...text.name} />}>
          <FormattedMessage {...text.named} values={{ letters: device.letters, name: device.name }} />
        </Fact>
        <Fact name={<FormattedMessage {...text.class} />}>
          <FormattedMessage {...text[device.class]} />
        </Fact>
        <Fact name={<FormattedMessage {...text.sending} />}>
          {status.joined ? (
            <>
              <FormattedMessage {...text.unsent} values={{ count: status.unsent, last }} />
              {status.needs && (
                <p className="form-problem" role="alert">
                  <FormattedMessage {...text[status.needs]} />
                </p>
              )}
              <HeldBack count={status.held} />
              <p className="note q">
                <FormattedMessage {...text.sent} />
              </p>
              <Button size="small" onClick={() => tablet.sendNow()}>
                <FormattedMessage {...(isSending ? text.trying : text.now)} />
              </Button>
            </>
          ) : (
            <FormattedMessage {...text.alone} />
          )}
        </Fact>
        <Fact name={<FormattedMessage {...text.storage} />}>
          <FormattedMessage {...(storage.isKept ? text.kept : text.notKept)} />
          {!storage.isKept && (
            <p>
              <Button size="small" onClick={() => void storage.ask()}>
                <FormattedMessage {...text.ask} />
              </Button>
            </p>
          )}
          {storage.wasRefused && (
            <p className="note" role="alert">
              <FormattedMessage {...text.askedInVain} />
            </p>
          )}
        </Fact>
        <Fact name={<FormattedMessage {...text.space} />}>
          <FormattedMessage
            {...text.used}
            values={{ used: inMegabytes(storage.used), quota: inMegabytes(storage.quota) }}
          />
        </Fact>
        <Fact name={<FormattedMessage {...text.version} />}>{tablet.version}</Fact>
        <Fact name={<FormattedMessage {...text.key} />}>
          <span className="key">{device.key.device.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          <p className="note q">
            <FormattedMessage {...text.keyHint} />
          </p>
        </Fact>
      </dl>
      <RescuePart />
    </Page>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function inMegabytes(bytes: number): string {
  return bytes >= 10_000_000_000 ? `${Math.round(bytes / 1_000_000_000)} GB` : `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** What the browser says of its storage. */
function useStorage() {
  const [state, setState] = useState({ isKept: true, wasRefused: false, used: 0, quota: 0 });
  useEffect(() => {
    let current = true;
    const read = async () => {
      const isKept = (await navigator.storage?.persisted?.()) ?? false;
      const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
      if (current) setState((before) => ({ ...before, isKept, used: usage, quota }));
    };
    void read();
    return () => void (current = false);
  }, []);
  const ask = async () => {
    const isKept = (await navigator.storage?.persist?.()) ?? false;
    setState((before) => ({ ...before, isKept, wasRefused: !isKept }));
  };
  return { ...state, ask };
}
