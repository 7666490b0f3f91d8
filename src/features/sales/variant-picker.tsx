import { FormattedMessage } from 'react-intl';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { labelOf } from './copy-picker.tsx';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import './copy-picker.css';
import './variant-picker.css';

const text = defineMessages({
  wall: { id: 'copies.toWall', defaultMessage: 'The wall' },
  which: { id: 'till.whichForm', defaultMessage: 'Which one?' },
  here: { id: 'till.formHere', defaultMessage: '{here} here' },
});

/** The sellable forms of a work: one tap more, no question after it. */
export function VariantPicker({
  work: found,
  levels,
  cart,
}: {
  readonly work: Work;
  readonly levels: ReadonlyMap<string, number>;
  readonly cart: CartActions;
}) {
  const { till } = useTill();
  const money = useMoney();
  const { catalogue } = useStall();
  const url = usePicture(found.picture?.medium);
  return (
    <div className="picker">
      <div className="picker-top">
        <Button kind="quiet" icon="back" onClick={() => till.setState({ view: { kind: 'wall' } })}>
          <FormattedMessage {...text.wall} />
        </Button>
      </div>
      <div className="picker-two">
        <figure>
          {url && <img src={url} alt="" />}
          <figcaption>
            <h1 className="t">{found.title}</h1>
            <p>{catalogue.photographerById.get(found.photographer)?.name}</p>
          </figcaption>
        </figure>
        <div>
          <p className="q forms-which">
            <FormattedMessage {...text.which} />
          </p>
          <ul className="forms">
            {found.variants
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
      </div>
    </div>
  );
}
