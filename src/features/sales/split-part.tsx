import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { allocate, sum } from '../../domain/money.ts';
import { cartDifference } from '../../domain/sales/cart-exchange.ts';
import { cashTender } from '../../domain/sales/tenders.ts';
import type { Tender } from '../../domain/sales/facts.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { PayBar } from './pay-bar.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { Payment } from './use-payment.ts';
import './split-part.css';

const text = defineMessages({
  card: { id: 'pay.partCard', defaultMessage: 'Card' },
  cash: { id: 'pay.partCash', defaultMessage: 'Cash' },
  paid: { id: 'pay.partsPaid', defaultMessage: '{paid} of {total} paid' },
  undo: { id: 'pay.undoPart', defaultMessage: 'Undo' },
  undoName: { id: 'pay.undoPartName', defaultMessage: 'Undo {name} {amount}' },
  next: { id: 'pay.nextPart', defaultMessage: 'Next part' },
  all: { id: 'pay.partAll', defaultMessage: 'All {amount}' },
  half: { id: 'pay.partHalf', defaultMessage: 'Half {amount}' },
  third: { id: 'pay.partThird', defaultMessage: 'Third {amount}' },
  other: { id: 'pay.partOther', defaultMessage: 'Other' },
  charged: { id: 'pay.partCharged', defaultMessage: 'charged' },
});

type Share = 'all' | 'half' | 'third' | 'other';

/** One part after the other; a bar fills, and what is left is always the biggest number. */
export function SplitPart({ payment }: { readonly payment: Payment }) {
  const intl = useIntl();
  const money = useMoney();
  const { priced } = useTill();
  const { catalogue } = useStall();
  const parts = useTillState((state) => state.draft.parts);
  const [share, setShare] = useState<Share>(parts.length > 0 ? 'all' : 'half');
  const [typed, setTyped] = useState(0);
  const { due } = payment;
  const shares = { all: due, half: allocate(due, [1, 1])[0] ?? due, third: allocate(due, [1, 1, 1])[0] ?? due };
  const amount = share === 'other' ? Math.min(typed, due) : shares[share];
  const paid = sum(parts.map((part) => part.amount));
  const take = (zone: string) => {
    if (amount <= 0) return;
    if (zone === 'card') payment.handPart('card', amount, 'card');
    else if (zone === 'cash' && amount === due) payment.open('cash');
    else if (zone === 'cash') payment.part(cashTender(due, amount, 1));
    else {
      const tender = catalogue.collective.tenders.find((each) => each.name === zone);
      if (tender?.kind === 'qr') payment.handPart('qr', amount, `named:${zone}`, zone);
      else if (tender) payment.named({ kind: tender.kind, name: zone, amount });
    }
    setShare('all');
    setTyped(0);
  };
  const named = catalogue.collective.tenders.slice(0, 2);
  const hint = <Money minor={amount} />;
  return (
    <div className="split">
      <p className="hidden-text">
        {intl.formatMessage(text.paid, { paid: money.text(paid), total: money.text(cartDifference(priced)) })}
      </p>
      <div className="split-bar" aria-hidden="true">
        {paid > 0 && <i style={{ flexGrow: paid }} />}
        {due > 0 && <i className="left" style={{ flexGrow: due }} />}
      </div>
      <ul className="parts">
        {parts.map((part, at) => (
          // Parts are only added at the end and taken away by place.
          // oxlint-disable-next-line react/no-array-index-key
          <PaidPart key={at} part={part} onUndo={() => payment.undoPart(at)} />
        ))}
      </ul>
      {share === 'other' && <Keypad amount={typed} onChange={setTyped} />}
      <p className="q split-next">
        <FormattedMessage {...text.next} />
      </p>
      <div className="shares">
        {(['all', 'half', 'third', 'other'] as const).map((each) => (
          <Button
            key={each}
            aria-pressed={share === each}
            className={share === each ? 'chosen' : ''}
            onClick={() => setShare(each)}
          >
            <FormattedMessage {...text[each]} values={{ amount: each === 'other' ? '' : money.short(shares[each]) }} />
          </Button>
        ))}
      </div>
      <PayBar
        amount={amount}
        zones={[
          { id: 'card', icon: 'card', label: <FormattedMessage {...text.card} />, hint, onPay: () => take('card') },
          { id: 'cash', icon: 'cash', label: <FormattedMessage {...text.cash} />, hint, onPay: () => take('cash') },
          ...named.map(({ name, kind }) => ({
            id: name,
            icon: kind as IconName,
            label: name,
            hint,
            onPay: () => take(name),
          })),
        ]}
      />
    </div>
  );
}

function PaidPart({ part, onUndo }: { readonly part: Tender; readonly onUndo: () => void }) {
  const intl = useIntl();
  const money = useMoney();
  const name = part.name ?? intl.formatMessage(part.kind === 'card' ? text.card : text.cash);
  return (
    <li>
      {/* A part is always money; what is exchanged is no part of it. */}
      <Icon name={part.kind === 'exchange' ? 'other' : part.kind} />
      <span>{name}</span>
      <b>
        <Money minor={part.amount} />
      </b>
      {part.attempt === undefined ? (
        <Button
          kind="text"
          icon="undo"
          aria-label={intl.formatMessage(text.undoName, { name, amount: money.text(part.amount) })}
          onClick={onUndo}
        >
          <FormattedMessage {...text.undo} />
        </Button>
      ) : (
        <span className="q part-charged">
          <FormattedMessage {...text.charged} />
        </span>
      )}
    </li>
  );
}
