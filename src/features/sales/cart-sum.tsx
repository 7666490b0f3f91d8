import { FormattedMessage } from 'react-intl';
import { cartDifference } from '../../domain/sales/cart-exchange.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { CountedMoney } from './counted-money.tsx';
import { RecentButton } from './recent-button.tsx';
import { useTill } from './till-context.tsx';
import type { Payment } from './use-payment.ts';
import './cart-sum.css';

const text = defineMessages({
  total: { id: 'till.total', defaultMessage: 'Total, {pieces, plural, one {# piece} other {# pieces}}' },
  pay: { id: 'till.exchangePay', defaultMessage: 'To pay' },
  back: { id: 'till.exchangeBack', defaultMessage: 'To give back' },
  even: { id: 'till.exchangeEven', defaultMessage: 'Nothing to pay' },
  toGo: { id: 'till.toGo', defaultMessage: 'To go, of {total}' },
  pieces: { id: 'till.pieces', defaultMessage: '{pieces, plural, one {# piece} other {# pieces}}' },
});

/** What is to pay, or to give back: the only figure of its size. On a phone the pictures stand beside it. */
export function CartSum({ payment, onPull }: { readonly payment: Payment; readonly onPull: () => void }) {
  const { priced, left } = useTill();
  const difference = cartDifference(priced);
  const { settling, backFirst } = payment;
  const back = backFirst === 'card' ? settling.amount : settling.cash;
  const shown = settling.way === 'pay' ? left : settling.way === 'even' ? 0 : back;
  const money = useMoney();
  return (
    <div className="sum">
      <RecentButton />
      <span className="q sum-words">
        {left !== difference ? (
          <FormattedMessage {...text.toGo} values={{ total: <Money minor={difference} /> }} />
        ) : (
          <FormattedMessage
            {...(priced.cart.exchange ? text[settling.way] : text.total)}
            values={{ pieces: priced.pieces }}
          />
        )}
      </span>
      <button type="button" className="shelf-stack" onClick={onPull}>
        <span className="shelf-pictures" aria-hidden="true">
          {priced.lines.slice(-3).map(({ line }) => (
            <Small key={line.id} work={line.goods.work} />
          ))}
        </span>
        <span className="q">
          <FormattedMessage {...text.pieces} values={{ pieces: priced.pieces }} />
        </span>
      </button>
      <span className={money.text(shown).length > 6 ? 'total long' : 'total'}>
        <CountedMoney minor={shown} />
      </span>
    </div>
  );
}

function Small({ work }: { readonly work: string }) {
  const { catalogue } = useStall();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  return <span>{url && <img src={url} alt="" />}</span>;
}
