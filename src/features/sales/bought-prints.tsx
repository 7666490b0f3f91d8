import type { CSSProperties } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { cartDifference } from '../../domain/sales/cart-exchange.ts';
import type { PricedCart, PricedLine } from '../../domain/sales/pricing.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import './bought-prints.css';

const text = defineMessages({
  pieces: { id: 'pay.pieces', defaultMessage: '{pieces, plural, one {# piece} other {# pieces}}' },
  piecesRow: { id: 'pay.piecesRow', defaultMessage: '{pieces, plural, one {# piece} other {# pieces}}, {row}' },
  copy: { id: 'pay.copyOf', defaultMessage: 'copy {number} of {size}' },
  times: { id: 'pay.times', defaultMessage: '{count} ×' },
  comesBack: { id: 'pay.comesBack', defaultMessage: 'exchanged {amount}' },
  others: { id: 'pay.others', defaultMessage: 'and {count} more' },
});

const SHOWN = 5;

/** What is being bought, hung large: turn the tablet and the shopper sees it with the total. */
export function BoughtPrints({ priced }: { readonly priced: PricedCart }) {
  const dearest = priced.lines.toSorted((a, b) => b.paid - a.paid);
  const shown = dearest.slice(0, SHOWN);
  const rest = priced.lines.length - shown.length;
  const row = priced.rows[0]?.name;
  const money = useMoney();
  const { exchange } = priced.cart;
  return (
    <main className="bought">
      <div className={`hung of-${shown.length}`}>
        {shown.map((line) => (
          <Hung key={line.line.id} priced={line} />
        ))}
      </div>
      {rest > 0 && (
        <p className="q bought-rest">
          <FormattedMessage {...text.others} values={{ count: rest }} />
        </p>
      )}
      <p className="bought-foot">
        <span className="q">
          <FormattedMessage
            {...(row ? text.piecesRow : text.pieces)}
            values={{ pieces: priced.pieces, row: lowerFirst(row) }}
          />
        </span>
        {exchange && (
          <span className="q">
            <FormattedMessage {...text.comesBack} values={{ amount: money.text(-exchange.credit) }} />
          </span>
        )}
        <b>
          <Money minor={cartDifference(priced)} />
        </b>
      </p>
    </main>
  );
}

function Hung({ priced }: { readonly priced: PricedLine }) {
  const { catalogue } = useStall();
  const intl = useIntl();
  const money = useMoney();
  const { goods, copy, quantity } = priced.line;
  const work = catalogue.workById.get(goods.work);
  const url = usePicture(work?.picture?.medium);
  const by = catalogue.photographerById.get(goods.photographer)?.name ?? '';
  const ratio = work?.picture ? work.picture.width / work.picture.height : 1;
  return (
    <figure>
      {url ? (
        <img src={url} alt="" style={{ '--ratio': ratio } as CSSProperties} />
      ) : (
        <span className="no-picture t">{goods.title}</span>
      )}
      <figcaption>
        <span className="t">{goods.title}</span>
        <span className="q">
          {[
            by,
            copy?.number && intl.formatMessage(text.copy, { number: copy.number, size: goods.edition?.size }),
            quantity > 1 && intl.formatMessage(text.times, { count: quantity }),
            money.text(priced.list),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </figcaption>
    </figure>
  );
}

function lowerFirst(name: string | undefined): string {
  return name ? name.charAt(0).toLowerCase() + name.slice(1) : '';
}
