import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { done as ok } from '../../domain/result.ts';
import { setExchange } from '../../domain/sales/cart.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { SheetProps } from './sheet-props.ts';
import { useTill } from './till-context.tsx';

const text = defineMessages({
  more: { id: 'till.sheetMore', defaultMessage: 'More' },
  addAmount: { id: 'till.moreAmount', defaultMessage: 'Add an amount' },
  cartNote: { id: 'till.moreNote', defaultMessage: 'Note for this sale' },
  sales: { id: 'till.moreSales', defaultMessage: 'Sales' },
  empty: { id: 'till.emptyCart', defaultMessage: 'Empty the cart' },
  emptied: { id: 'till.emptied', defaultMessage: 'Cart emptied' },
});

/** What is needed less often than once a sale. */
export function MoreSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const { till } = useTill();
  const [, go] = useLocation();
  return (
    <Sheet title={<FormattedMessage {...text.more} />} onClose={onClose}>
      <div className="stack-4">
        <Button icon="plus" onClick={() => till.setState({ sheet: { kind: 'amount' } })}>
          <FormattedMessage {...text.addAmount} />
        </Button>
        <Button icon="edit" onClick={() => till.setState({ sheet: { kind: 'note' } })}>
          <FormattedMessage {...text.cartNote} />
        </Button>
        <Button icon="file" onClick={() => go('/sales')}>
          <FormattedMessage {...text.sales} />
        </Button>
        <Button
          icon="trash"
          onClick={() => {
            cart.change((each) => ok(setExchange({ ...each, lines: [] }, null)), intl.formatMessage(text.emptied));
            onClose();
          }}
        >
          <FormattedMessage {...text.empty} />
        </Button>
      </div>
    </Sheet>
  );
}
