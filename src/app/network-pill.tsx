import { useEffect, useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { wallClock } from '../domain/time.ts';
import { readSyncStatus, syncActivity, type SyncStatus } from '../sync/status.ts';
import { attended, readUnattended } from '../store/out-on-reader.ts';
import { useLive, useStall } from '../store/stall.tsx';
import { announce } from '../ui/announce.tsx';
import { Pill } from '../ui/pill.tsx';
import { defineMessages } from '../ui/messages.ts';

const text = defineMessages({
  saved: { id: 'pill.saved', defaultMessage: 'Saved here' },
  toSend: { id: 'pill.toSend', defaultMessage: '{count, number} to send' },
  lastSent: { id: 'pill.lastSent', defaultMessage: 'last sent {time}' },
  allSent: { id: 'pill.allSent', defaultMessage: 'All sent' },
  alone: { id: 'pill.alone', defaultMessage: 'only on this tablet' },
  nothing: { id: 'pill.nothing', defaultMessage: 'nothing to send' },
  enrolment: { id: 'pill.enrolment', defaultMessage: 'This tablet must join again' },
  update: { id: 'pill.update', defaultMessage: 'An update is needed to send' },
  'hub-update': { id: 'pill.hubUpdate', defaultMessage: 'The hub needs an update' },
  fork: { id: 'pill.fork', defaultMessage: 'A lead must look at this tablet' },
  'old-hub': { id: 'pill.oldHub', defaultMessage: 'This hub has been replaced' },
  refused: { id: 'pill.refused', defaultMessage: 'The hub does not take these entries' },
  card: { id: 'pill.card', defaultMessage: 'Card reader needs you' },
  qr: { id: 'pill.qr', defaultMessage: 'A payment needs you' },
  storage: { id: 'pill.storage', defaultMessage: 'This tablet is nearly full' },
});

/** The truth about the network, in one place, always in sight. */
export function NetworkPill() {
  const { db, zone } = useStall();
  const intl = useIntl();
  const [, go] = useLocation();
  const status = useLive(() => readSyncStatus(db), [db]);
  const full = useNearlyFull();
  const { attempt } = useStore(attended);
  const out = useLive(() => readUnattended(db, attempt), [db, attempt]);
  const alert = out ? intl.formatMessage(text[out]) : status && alertText(intl, status, full);
  useEffect(() => {
    if (alert) announce(alert, 'assertive');
  }, [alert]);
  if (!status) return null;
  const ask = async () => {
    const { askAgain } = await import('../features/sales/resume-cart.ts');
    await askAgain(db);
    go('/');
  };
  const open = () => (out ? void ask() : go('/tablet'));
  if (alert) return <Pill alert head={alert} onPress={open} />;
  const head = status.joined && status.unsent === 0 ? text.allSent : text.saved;
  return <Pill head={intl.formatMessage(head)} {...detailText(intl, status, zone)} onPress={open} />;
}

function detailText(
  intl: IntlShape,
  { joined, unsent, lastSentAt }: SyncStatus,
  zone: string,
): { readonly detail: string; readonly more?: string } {
  if (!joined) return { detail: intl.formatMessage(text.alone) };
  const time = lastSentAt === null ? '' : wallClock(lastSentAt, zone).time.slice(0, 5);
  if (unsent === 0) return { detail: time || intl.formatMessage(text.nothing) };
  const detail = intl.formatMessage(text.toSend, { count: unsent });
  return time ? { detail, more: intl.formatMessage(text.lastSent, { time }) } : { detail };
}

function alertText(intl: IntlShape, { needs }: SyncStatus, full: boolean): string | undefined {
  if (needs) return intl.formatMessage(text[needs]);
  return full ? intl.formatMessage(text.storage) : undefined;
}

/** Whether little is left of what the browser lets us keep; asked again after each time something was sent. */
function useNearlyFull(): boolean {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const ask = async () => {
      const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
      setFull(quota > 0 && quota - usage < 20_000_000);
    };
    void ask();
    return syncActivity.subscribe(() => void ask());
  }, []);
  return full;
}
