import { FormattedMessage } from 'react-intl';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { labelOf } from './copy-picker.tsx';
import { PickerFrame } from './picker-frame.tsx';
import type { CartActions } from './use-cart.ts';
import './variant-picker.css';

const text = defineMessages({
  which: { id: 'till.whichForm', defaultMessage: 'Which one?' },
  here: { id: 'till.formHere', defaultMessage: '{here} here' },
});

/** The sellable forms of a work: one tap more, no question after it. */
export function VariantPicker({
  work,
  levels,
  cart,
}: {
  readonly work: Work;
  readonly levels: ReadonlyMap<string, number>;
  readonly cart: CartActions;
}) {
  const money = useMoney();
  return (
    <PickerFrame
      work={work}
      choices={
        <div>
          <p className="q forms-which">
            <FormattedMessage {...text.which} />
          </p>
          <ul className="forms">
            {work.variants
              .filter((variant) => !variant.retired)
              .map((variant) => (
                <li key={variant.id}>
                  <button type="button" onClick={() => cart.addVariant(variant.id)}>
                    <span>
                      {labelOf(variant) || variant.sku}
                      {levels.has(variant.id) && (
                        <small className="q">
                          <FormattedMessage {...text.here} values={{ here: levels.get(variant.id) }} />
                        </small>
                      )}
                    </span>
                    <b>{money.short(variant.price)}</b>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      }
    />
  );
}
