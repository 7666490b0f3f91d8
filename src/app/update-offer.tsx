import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { readSyncStatus } from '../sync/status.ts';
import { useLive, useStall } from '../store/stall.tsx';
import { Button } from '../ui/button.tsx';
import { serviceWorker } from './service-worker.ts';
import { defineMessages } from '../ui/messages.ts';
import './update-offer.css';

const text = defineMessages({
  ready: { id: 'update.ready', defaultMessage: 'An update is ready. It takes a moment; nothing is lost.' },
  take: { id: 'update.take', defaultMessage: 'Take it now' },
  later: { id: 'update.later', defaultMessage: 'Later' },
});

/** Offered only when no market day is open, the cart is empty and nothing is unsent; never forced on a sale. */
export function UpdateOffer() {
  const { db, marketDay } = useStall();
  const [waiting, setWaiting] = useState(false);
  const [later, setLater] = useState(false);
  useEffect(
    () =>
      serviceWorker.onWaiting(() => {
        setWaiting(true);
        // Another one than was put off.
        setLater(false);
      }),
    [],
  );
  const calm = useLive(async () => {
    const { joined, unsent, held } = await readSyncStatus(db);
    return (!joined || unsent === held) && (await db.drafts.count()) === 0;
  }, [db]);
  const open = Boolean(marketDay?.opened) && !marketDay?.closed;
  if (!waiting || later || !calm || open) return null;
  return (
    <output className="update-offer">
      <FormattedMessage {...text.ready} />
      <Button size="small" kind="go" onClick={() => serviceWorker.takeUpdate()}>
        <FormattedMessage {...text.take} />
      </Button>
      <Button size="small" kind="quiet" onClick={() => setLater(true)}>
        <FormattedMessage {...text.later} />
      </Button>
    </output>
  );
}
