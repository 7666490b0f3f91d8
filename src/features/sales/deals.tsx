import { group } from 'd3-array';
import { FormattedMessage, useIntl } from 'react-intl';
import { done as ok } from '../../domain/result.ts';
import { bringBackRow, removeRow } from '../../domain/sales/cart.ts';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import './deals.css';

const text = defineMessages({
  removeRow: { id: 'till.removeRow', defaultMessage: '{row}: take it off' },
  backRow: { id: 'till.backRow', defaultMessage: '{name}: tap to have it back' },
  rowOff: { id: 'till.rowOff', defaultMessage: '{name} taken off' },
  rowOn: { id: 'till.rowOn', defaultMessage: '{name} is back' },
  hint: { id: 'till.rowHint', defaultMessage: '1 more for “{name}”' },
  discount: { id: 'till.discount', defaultMessage: 'Discount' },
  discountOff: { id: 'till.discountOff', defaultMessage: 'Discount taken off' },
  tax: { id: 'till.taxOnTop', defaultMessage: 'Tax on top' },
  note: { id: 'till.cartNote', defaultMessage: 'Note: {note}' },
});

/** Price rows, discount and tax: each comes off by a tap and comes back by one. */
export function Deals({ cart }: { readonly cart: CartActions }) {
  const intl = useIntl();
  const money = useMoney();
  const { priced } = useTill();
  const { catalogue } = useStall();
  const draft = useTillState((state) => state.draft);
  const applied = [...group(priced.rows, (row) => row.priceRow)];
  const off = catalogue.priceRows.filter((row) => draft.cart.removedRows.includes(row.id));
  const hint = priced.hints[0]?.row;
  return (
    <div className="deals">
      {applied.map(([id, uses]) => {
        const name = uses[0]?.name ?? '';
        const shown = uses.length > 1 ? `${uses.length} × ${name}` : name;
        const saved = uses.reduce((sum, use) => sum + use.saved, 0);
        return (
          <button
            key={id}
            type="button"
            className="deal"
            aria-label={intl.formatMessage(text.removeRow, { row: `${shown}, ${money.text(-saved)}` })}
            onClick={() => cart.change((held) => ok(removeRow(held, id)), intl.formatMessage(text.rowOff, { name }))}
          >
            <span>{shown}</span> <span className="deal-amount">{money.text(-saved)}</span>
          </button>
        );
      })}
      {off.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="deal off"
          onClick={() => cart.change((held) => ok(bringBackRow(held, id)), intl.formatMessage(text.rowOn, { name }))}
        >
          {intl.formatMessage(text.backRow, { name })}
        </button>
      ))}
      {draft.cart.discount && (
        <button
          type="button"
          className="deal"
          onClick={() => cart.change(dropDiscount, intl.formatMessage(text.discountOff))}
        >
          <FormattedMessage {...text.discount} />
          <span className="deal-amount">{money.text(-priced.discounted)}</span>
        </button>
      )}
      {priced.tax > 0 && !priced.taxIncluded && (
        <p className="deal-note">
          <FormattedMessage {...text.tax} /> <Money minor={priced.tax} />
        </p>
      )}
      {hint && (
        <p className="deal-note">
          <FormattedMessage {...text.hint} values={{ name: hint.name }} />
        </p>
      )}
      {draft.cart.note && (
        <p className="deal-note">
          <FormattedMessage {...text.note} values={{ note: draft.cart.note }} />
        </p>
      )}
    </div>
  );
}

function dropDiscount(cart: Parameters<typeof removeRow>[0]) {
  const { discount: _, ...rest } = cart;
  return ok(rest);
}
