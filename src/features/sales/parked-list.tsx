import { FormattedMessage, useIntl } from 'react-intl';
import { unitsIn } from '../../domain/sales/cart.ts';
import { cartDifference } from '../../domain/sales/cart-exchange.ts';
import { priceCart } from '../../domain/sales/pricing.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';
import { exchangeWords } from './exchange-words.ts';
import { resumeCart } from './resume-cart.ts';
import { useTill } from './till-context.tsx';
import type { Draft } from './till-store.ts';
import './parked-list.css';

const text = defineMessages({
  parked: { id: 'till.parked', defaultMessage: 'Parked' },
  pieces: { id: 'till.parkedPieces', defaultMessage: '{pieces, plural, one {# piece} other {# pieces}}' },
});

/** Carts that wait, each under its remark. A tap takes one up again; the open one must be empty for that. */
export function ParkedList({ parked }: { readonly parked: readonly Draft[] }) {
  if (parked.length === 0) return null;
  return (
    <div className="parked">
      <p className="q">
        <FormattedMessage {...text.parked} />
      </p>
      <ul>
        {parked.map((draft) => (
          <ParkedCart key={draft.cart.id} draft={draft} />
        ))}
      </ul>
    </div>
  );
}

function ParkedCart({ draft }: { readonly draft: Draft }) {
  const { till, priced } = useTill();
  const { db, catalogue } = useStall();
  const intl = useIntl();
  const { exchange } = draft.cart;
  const first = draft.cart.lines[0]?.goods;
  const url = usePicture(catalogue.workById.get(first?.work ?? '')?.picture?.small);
  const waiting = priceCart(draft.cart, { taxIncluded: priced.taxIncluded, rows: catalogue.priceRows });
  return (
    <li>
      <button type="button" onClick={() => void resumeCart(db, till, draft)}>
        <span className="parked-picture">{url && <img src={url} alt="" />}</span>
        <span>
          {draft.remark || first?.title || (exchange && exchangeWords(intl, exchange))}
          <br />
          <span className="q">
            <FormattedMessage {...text.pieces} values={{ pieces: unitsIn(draft.cart) }} />
          </span>
        </span>
        <span className="parked-amount">
          <Money minor={cartDifference(waiting)} />
        </span>
      </button>
    </li>
  );
}
