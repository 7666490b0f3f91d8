import { memo, useRef, type CSSProperties, type ReactNode } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { usePicture } from '../../store/pictures.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { isSoldOut, type WallTile } from './wall-tiles.ts';
import './print-tile.css';

const text = defineMessages({
  left: { id: 'till.copiesLeft', defaultMessage: '<b>{left}</b> of {size} left' },
  last: { id: 'till.lastOne', defaultMessage: '<b>last one</b> of {size}' },
  soldOut: { id: 'till.soldOut', defaultMessage: '<b>Sold out</b> all {size} of {size}' },
  here: { id: 'till.here', defaultMessage: '<b>{here}</b> here' },
  hereOpen: { id: 'till.hereOpen', defaultMessage: '<b>{here}</b> here · open edition' },
  open: { id: 'till.openEdition', defaultMessage: 'open edition' },
  held: { id: 'till.held', defaultMessage: '{held} held in parked carts' },
  nameFrom: { id: 'till.nameFrom', defaultMessage: 'from {price}' },
  sizes: { id: 'till.sizes', defaultMessage: '{forms} sizes' },
  forms: { id: 'till.forms', defaultMessage: '{forms} forms' },
  nameInCart: { id: 'till.nameInCart', defaultMessage: '{count} in the cart' },
  nameLeft: { id: 'till.nameLeft', defaultMessage: '{left} of {size} left' },
  nameHere: { id: 'till.nameHere', defaultMessage: '{here} here' },
  nameSoldOut: { id: 'till.nameSoldOut', defaultMessage: 'sold out, all {size} sold' },
});

const bold = (chunks: ReactNode) => <b>{chunks}</b>;
const LONG_MS = 550;

interface PrintTileProps {
  readonly tile: WallTile;
  readonly onTap: (work: string) => void;
  /** Shift+Enter or a long press: choose the copy. Never the only way to it. */
  readonly onChoose: (work: string) => void;
}

/** A picture on the wall with its caption; the whole tile is the target. */
export const PrintTile = memo(function PrintTile({ tile, onTap, onChoose }: PrintTileProps) {
  const intl = useIntl();
  const money = useMoney();
  const soldOut = isSoldOut(tile);
  const held = useRef<{ timer?: ReturnType<typeof setTimeout>; long: boolean }>({ long: false });
  const stop = () => clearTimeout(held.current.timer);
  return (
    <button
      type="button"
      className={soldOut ? 'tile out' : 'tile'}
      aria-label={tileName(tile, intl, money.spoken(tile.price))}
      data-work={tile.work}
      onClick={(event) => {
        if (held.current.long) held.current.long = false;
        else if (event.shiftKey) onChoose(tile.work);
        else onTap(tile.work);
      }}
      onPointerDown={() => {
        held.current = {
          long: false,
          timer: setTimeout(() => {
            held.current.long = true;
            onChoose(tile.work);
          }, LONG_MS),
        };
      }}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
    >
      <TilePicture tile={tile} />
      <span className="cap">
        <span className="t">{tile.title}</span>
        <span className="price">
          <Money minor={tile.price} short />
        </span>
        <span className="by">
          {tile.by}
          {tile.forms > 1 && (
            <span className="by-forms">
              <FormattedMessage {...(tile.sized ? text.sizes : text.forms)} values={{ forms: tile.forms }} />
            </span>
          )}
        </span>
        <span className="st">
          <TileStock tile={tile} />
        </span>
      </span>
    </button>
  );
});

function TilePicture({ tile }: { readonly tile: WallTile }) {
  const url = usePicture(tile.picture);
  return (
    <span className="pic">
      {tile.picture ? (
        <span className="frame" style={{ '--ratio': tile.width / Math.max(1, tile.height) } as CSSProperties}>
          {url && <img src={url} alt="" decoding="async" draggable={false} />}
          <Badge count={tile.inCart} />
        </span>
      ) : (
        <span className="frame no-picture t">
          {tile.title}
          <Badge count={tile.inCart} />
        </span>
      )}
    </span>
  );
}

function Badge({ count }: { readonly count: number }) {
  return count > 0 ? <span className="badge">{count}</span> : null;
}

function TileStock({ tile }: { readonly tile: WallTile }) {
  const { left, size, here, held, merch } = tile;
  if (held > 0) return <FormattedMessage {...text.held} values={{ held }} />;
  if (isSoldOut(tile)) {
    return (
      <>
        <span className="sold-dot" />
        <span>
          <FormattedMessage {...text.soldOut} values={{ size, b: bold }} />
        </span>
      </>
    );
  }
  if (size > 0) {
    return (
      <>
        <Ticks left={left} size={size} />
        <span>
          <FormattedMessage {...(left === 1 ? text.last : text.left)} values={{ left, size, b: bold }} />
        </span>
      </>
    );
  }
  if (here === null) return merch ? null : <FormattedMessage {...text.open} />;
  return (
    <span>
      <FormattedMessage {...(merch ? text.here : text.hereOpen)} values={{ here, b: bold }} />
    </span>
  );
}

/** "Harbour, 5 a.m., Mira Tellund, from 95 euros, 3 of 25 left, 1 in the cart". */
function tileName(tile: WallTile, intl: IntlShape, price: string): string {
  const { title, by, left, size, here, inCart } = tile;
  const asked = tile.from ? intl.formatMessage(text.nameFrom, { price }) : price;
  const stock = isSoldOut(tile)
    ? intl.formatMessage(text.nameSoldOut, { size })
    : size > 0
      ? intl.formatMessage(text.nameLeft, { left, size })
      : here === null
        ? ''
        : intl.formatMessage(text.nameHere, { here });
  const cart = inCart > 0 ? intl.formatMessage(text.nameInCart, { count: inCart }) : '';
  return [title, by, asked, stock, cart].filter(Boolean).join(', ');
}
