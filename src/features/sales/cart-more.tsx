import { FormattedMessage, useIntl, type MessageDescriptor } from 'react-intl';
import { useLocation } from 'wouter';
import { useStall } from '../../store/stall.tsx';
import { IconButton } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useTill } from './till-context.tsx';
import type { Payment } from './use-payment.ts';
import './cart-more.css';

const text = defineMessages({
  discount: { id: 'till.discount', defaultMessage: 'Discount' },
  park: { id: 'till.park', defaultMessage: 'Park' },
  split: { id: 'till.split', defaultMessage: 'Split' },
  more: { id: 'till.more', defaultMessage: 'More' },
  amount: { id: 'till.amount', defaultMessage: 'Amount' },
  sales: { id: 'till.sales', defaultMessage: 'Sales' },
  refund: { id: 'till.refund', defaultMessage: 'Refund' },
  drawer: { id: 'till.drawer', defaultMessage: 'Drawer' },
});

/** Under an empty cart: what needs no print. */
export function EmptyMore() {
  return (
    <div className="more">
      <OpenSheet kind="amount" />
      <GoTo path="/sales/latest" name={text.sales} />
      <GoTo path="/sales" name={text.refund} />
      <GoTo path="/market" name={text.drawer} />
    </div>
  );
}

/** Under a credit for which nothing goes out yet: the shopper may take a while to choose. */
export function ExchangeMore() {
  return (
    <div className="more">
      <OpenSheet kind="amount" />
      <GoTo path="/sales" name={text.sales} />
      <OpenSheet kind="park" />
    </div>
  );
}

/** Under a cart: the other ways to pay it, and what happens to it otherwise. */
export function FullMore({ payment }: { readonly payment: Payment }) {
  const intl = useIntl();
  const { till } = useTill();
  const { catalogue } = useStall();
  const [named] = catalogue.collective.tenders;
  const isPaid = payment.settling.way === 'pay';
  return (
    <div className="more full">
      {named && isPaid && (
        <button type="button" onClick={() => payment.open(`named:${named.name}`)}>
          {named.name}
        </button>
      )}
      {isPaid && (
        <button type="button" onClick={() => payment.open('split')}>
          <FormattedMessage {...text.split} />
        </button>
      )}
      <OpenSheet kind="discount" />
      <OpenSheet kind="park" />
      <IconButton
        icon="more"
        label={intl.formatMessage(text.more)}
        onClick={() => till.setState({ sheet: { kind: 'more' } })}
      />
    </div>
  );
}

function OpenSheet({ kind }: { readonly kind: 'amount' | 'discount' | 'park' }) {
  const { till } = useTill();
  return (
    <button type="button" onClick={() => till.setState({ sheet: { kind } })}>
      <FormattedMessage {...text[kind]} />
    </button>
  );
}

function GoTo({ path, name }: { readonly path: string; readonly name: MessageDescriptor }) {
  const [, go] = useLocation();
  return (
    <button type="button" onClick={() => go(path)}>
      <FormattedMessage {...name} />
    </button>
  );
}
