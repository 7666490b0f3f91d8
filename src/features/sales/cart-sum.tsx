import { FormattedMessage } from 'react-intl';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';
import { useTill } from './till-context.tsx';
import './cart-sum.css';

const text = defineMessages({
  total: { id: 'till.total', defaultMessage: 'Total, {pieces, plural, one {# piece} other {# pieces}}' },
  toGo: { id: 'till.toGo', defaultMessage: 'To go, of {total}' },
  pieces: { id: 'till.pieces', defaultMessage: '{pieces, plural, one {# piece} other {# pieces}}' },
});

/** What is to pay: the only figure of its size. On a phone the pictures stand beside it. */
export function CartSum({ onPull }: { readonly onPull: () => void }) {
  const { priced, left } = useTill();
  const paid = left !== priced.total;
  return (
    <div className="sum">
      <span className="q sum-words">
        {paid ? (
          <FormattedMessage {...text.toGo} values={{ total: <Money minor={priced.total} /> }} />
        ) : (
          <FormattedMessage {...text.total} values={{ pieces: priced.pieces }} />
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
      <span className="total">
        <Money minor={left} sign />
      </span>
    </div>
  );
}

function Small({ work }: { readonly work: string }) {
  const { catalogue } = useStall();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  return <span>{url && <img src={url} alt="" />}</span>;
}
