import { FormattedMessage, useIntl } from 'react-intl';
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
  const { till } = useTill();
  const [, go] = useLocation();
  return (
    <div className="more">
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'amount' } })}>
        <FormattedMessage {...text.amount} />
      </button>
      <button type="button" onClick={() => go('/sales/latest')}>
        <FormattedMessage {...text.sales} />
      </button>
      <button type="button" onClick={() => go('/sales')}>
        <FormattedMessage {...text.refund} />
      </button>
      <button type="button" onClick={() => go('/market')}>
        <FormattedMessage {...text.drawer} />
      </button>
    </div>
  );
}

/** Under a credit for which nothing goes out yet: the shopper may take a while to choose. */
export function ExchangeMore() {
  const { till } = useTill();
  const [, go] = useLocation();
  return (
    <div className="more">
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'amount' } })}>
        <FormattedMessage {...text.amount} />
      </button>
      <button type="button" onClick={() => go('/sales')}>
        <FormattedMessage {...text.sales} />
      </button>
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'park' } })}>
        <FormattedMessage {...text.park} />
      </button>
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
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'discount' } })}>
        <FormattedMessage {...text.discount} />
      </button>
      <button type="button" onClick={() => till.setState({ sheet: { kind: 'park' } })}>
        <FormattedMessage {...text.park} />
      </button>
      <IconButton
        icon="more"
        label={intl.formatMessage(text.more)}
        onClick={() => till.setState({ sheet: { kind: 'more' } })}
      />
    </div>
  );
}
