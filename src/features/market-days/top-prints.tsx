import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { FormattedMessage } from 'react-intl';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import { worksSold, type WorkSold } from '../../domain/market-days/board.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Money } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import './top-prints.css';

const text = defineMessages({
  sold: { id: 'board.sold', defaultMessage: '{count} sold' },
});

const MOST = 6;

/** What brought most, as pictures; the more it brought, the larger it hangs. */
export function TopPrints({ lines }: { readonly lines: readonly LedgerLine[] }) {
  const works = worksSold(lines).slice(0, MOST);
  if (works.length === 0) return null;
  const height = scaleLinear([0, max(works, ({ takings }) => takings) ?? 1], [56, 104]);
  return (
    <ul className="top-prints">
      {works.map((sold) => (
        <TopPrint key={sold.work} sold={sold} height={height(sold.takings)} />
      ))}
    </ul>
  );
}

function TopPrint({ sold, height }: { readonly sold: WorkSold; readonly height: number }) {
  const { catalogue } = useStall();
  const picture = catalogue.workById.get(sold.work)?.picture;
  const url = usePicture(picture?.medium);
  const aspect = picture ? picture.width / picture.height : 1;
  return (
    <li style={{ flexGrow: aspect, flexBasis: Math.max(64, height * aspect) }}>
      {url ? (
        <img alt={sold.title} src={url} style={{ maxBlockSize: height, aspectRatio: aspect }} />
      ) : (
        <span className="t no-picture">{sold.title}</span>
      )}
      <span className="note">
        <b>
          <Money minor={sold.takings} short />
        </b>{' '}
        <span className="q">
          <FormattedMessage {...text.sold} values={{ count: sold.pieces }} />
        </span>
      </span>
    </li>
  );
}
