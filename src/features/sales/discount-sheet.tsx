import { FormattedMessage, useIntl } from 'react-intl';
import { setOrderDiscount } from '../../domain/sales/cart.ts';
import { defineMessages } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { DiscountForm } from './discount-form.tsx';
import type { SheetProps } from './sheet-props.ts';
import { useTillState } from './till-context.tsx';

const text = defineMessages({
  discount: { id: 'till.sheetDiscount', defaultMessage: 'Discount' },
  none: { id: 'till.noDiscount', defaultMessage: 'No discount' },
});

/** A discount on the whole cart. */
export function DiscountSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const held = useTillState((state) => state.draft.cart.discount);
  return (
    <Sheet title={<FormattedMessage {...text.discount} />} onClose={onClose}>
      <DiscountForm
        held={held}
        onGive={(discount, words) => {
          if (cart.change((each) => setOrderDiscount(each, discount), words || intl.formatMessage(text.none)))
            onClose();
        }}
      />
    </Sheet>
  );
}
