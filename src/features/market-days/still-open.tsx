import { FormattedMessage } from 'react-intl';
import { isOpen } from '../../domain/payments/attempts.ts';
import { sum } from '../../domain/money.ts';
import { readInbox } from '../../store/exceptions.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { readSyncStatus } from '../../sync/status.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMoney } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useDates } from '../../ui/use-dates.ts';
import { openDrawersIn } from './actions.ts';
import { useTablets } from './use-tablets.ts';
import './still-open.css';

const text = defineMessages({
  payments: {
    id: 'stillOpen.payments',
    defaultMessage:
      '{count, plural, one {One payment is} other {# payments are}} not clear yet, {amount} together. The sales stand; the report lists them apart.',
  },
  unsent: {
    id: 'stillOpen.unsent',
    defaultMessage:
      '{count, plural, one {One entry is} other {# entries are}} not sent yet. They are saved here and will go by themselves.',
  },
  cards: {
    id: 'stillOpen.cards',
    defaultMessage: '{count, plural, one {One card waits} other {# cards wait}} in the inbox. They can wait.',
  },
  carts: {
    id: 'stillOpen.carts',
    defaultMessage:
      '{count, plural, one {One cart is} other {# carts are}} not paid. Paid later, they are added to this day as late sales.',
  },
  drawer: {
    id: 'stillOpen.drawer',
    defaultMessage:
      '{letters} is still open, last heard at {time}. You can close; its sales will be added and the report will say so.',
  },
});

/** What is not finished: shown, and never waited for. */
export function StillOpen({ read }: { readonly read: DayRead }) {
  const { db, device, zone, place, now } = useStall();
  const money = useMoney();
  const dates = useDates();
  const tablets = useTablets(read);
  const open = useLive(
    async () => ({
      status: await readSyncStatus(db),
      // Payments have a row of their own here.
      cards: (await readInbox(db, place, now())).cards.filter(({ kind }) => kind !== 'payment-unclear').length,
      carts: await db.drafts.count(),
    }),
    [db, place, now],
  );
  if (!open || !tablets) return null;
  const unconfirmed = read.ledger.unconfirmed.filter(isOpen);
  const drawers = openDrawersIn(read.reads);
  const others = tablets.filter(
    (tablet) =>
      tablet.device !== device.key.device &&
      read.reads.some(
        (each) => each.type === 'drawer.opened' && each.device === tablet.device && drawers.includes(each.body.drawer),
      ),
  );
  const { status, cards, carts } = open;
  const isQuiet = unconfirmed.length === 0 && cards === 0 && carts === 0 && others.length === 0;
  if (isQuiet && (!status.joined || status.unsent === 0)) return null;
  return (
    <ul className="still-open">
      {others.map(({ device: id, letters, at }) => (
        <Row key={id}>
          <FormattedMessage {...text.drawer} values={{ letters, time: at === null ? '–' : dates.time(at, zone) }} />
        </Row>
      ))}
      {unconfirmed.length > 0 && (
        <Row>
          <FormattedMessage
            {...text.payments}
            values={{
              count: unconfirmed.length,
              amount: money.text(sum(unconfirmed.map(({ amount }) => amount))),
            }}
          />
        </Row>
      )}
      {status.joined && status.unsent > 0 && (
        <Row>
          <FormattedMessage {...text.unsent} values={{ count: status.unsent }} />
        </Row>
      )}
      {carts > 0 && (
        <Row>
          <FormattedMessage {...text.carts} values={{ count: carts }} />
        </Row>
      )}
      {cards > 0 && (
        <Row>
          <FormattedMessage {...text.cards} values={{ count: cards }} />
        </Row>
      )}
    </ul>
  );
}

function Row({ children }: { readonly children: React.ReactNode }) {
  return (
    <li>
      <Icon name="clock" size={22} />
      <span>{children}</span>
    </li>
  );
}
