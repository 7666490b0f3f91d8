import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import type { PricedLine } from '../../domain/sales/pricing.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { AGREED } from './agreed.ts';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import './cart-line.css';

const text = defineMessages({
  story: { id: 'till.story', defaultMessage: 'Story' },
  quote: { id: 'till.quote', defaultMessage: '“{story}”' },
  copy: { id: 'till.copyChip', defaultMessage: '{number}/{size}' },
  write: { id: 'till.writeChip', defaultMessage: 'write {number}/{size} on it' },
  follows: { id: 'till.followsChip', defaultMessage: 'number follows' },
  otherCopy: { id: 'till.otherCopy', defaultMessage: '{copy}, {title}: choose another' },
  menu: { id: 'till.lineMenu', defaultMessage: '{line}: discount, note, remove' },
  below: {
    id: 'till.belowFloor',
    defaultMessage: '{price} is under {name}’s lowest price, {floor}. Sell anyway?',
  },
  sellAt: { id: 'till.sellAt', defaultMessage: 'Sell at {price}' },
  backTo: { id: 'till.backTo', defaultMessage: 'Back to {floor}' },
  count: { id: 'till.lineCount', defaultMessage: 'How many {title}' },
});

/** A line of the cart. The newest one is open: its stepper or copy, the maker's sentence, the way to the story. */
export function CartLineRow({
  priced,
  open,
  cart,
}: {
  readonly priced: PricedLine;
  readonly open: boolean;
  readonly cart: CartActions;
}) {
  const intl = useIntl();
  const money = useMoney();
  const { till } = useTill();
  const { catalogue } = useStall();
  const { line, list, discounted } = priced;
  const { goods, quantity, note } = line;
  const work = catalogue.workById.get(goods.work);
  const url = usePicture(work?.picture?.small);
  const menu = () => till.setState({ sheet: { kind: 'line', line: line.id } });
  const shownPrice = list - discounted;
  const shownLabel = line.copy && goods.label === '' ? '' : goods.label;
  // What stands on the button, in its order: who speaks to the till says what is there to read.
  const shown = [goods.title, shownLabel, note, discounted > 0 && money.text(list), money.text(shownPrice)];
  return (
    <li className={open ? 'line open' : 'line'} data-line={line.id}>
      <button
        type="button"
        className="line-main"
        aria-label={intl.formatMessage(text.menu, { line: shown.filter(Boolean).join(', ') })}
        onClick={menu}
      >
        <span className="thumb">
          {url ? (
            <img src={url} alt="" draggable={false} />
          ) : work ? (
            <span className="thumb-blank t" aria-hidden="true">
              {goods.title}
            </span>
          ) : (
            <Icon name="cash" />
          )}
        </span>
        <span className="line-words">
          <span className="t">{goods.title}</span> {shownLabel && <span className="line-variant">{shownLabel}</span>}{' '}
          {note && <span className="line-variant">{note}</span>}
        </span>{' '}
        <span className="line-price">
          {discounted > 0 && (
            <s>
              <Money minor={list} />
            </s>
          )}{' '}
          <Money minor={shownPrice} />
        </span>
      </button>
      {line.copy && <CopyChip priced={priced} />}
      {!line.copy && (open || quantity > 1) && goods.variant !== '' && (
        <span className="line-step">
          <Stepper
            value={quantity}
            label={intl.formatMessage(text.count, { title: goods.title })}
            onChange={(next) => cart.setQuantity(line.id, next)}
          />
        </span>
      )}
      {priced.belowFloor && !line.discount?.reason?.startsWith(AGREED) && <BelowFloor priced={priced} cart={cart} />}
      {open && work?.story && <Tell story={work.story} work={work.id} copy={line.copy?.number ?? null} />}
    </li>
  );
}

function CopyChip({ priced }: { readonly priced: PricedLine }) {
  const intl = useIntl();
  const { till } = useTill();
  const { copy, goods, id } = priced.line;
  if (!copy) return null;
  const size = goods.edition?.size ?? 0;
  const message = copy.number === null ? text.follows : copy.marked ? text.copy : text.write;
  const words = intl.formatMessage(message, { number: copy.number, size });
  return (
    <button
      type="button"
      className="copy-chip"
      aria-label={intl.formatMessage(text.otherCopy, { copy: words, title: goods.title })}
      onClick={() => till.setState({ view: { kind: 'copies', variant: goods.variant, line: id } })}
    >
      <span>{words}</span>
    </button>
  );
}

function Tell({ story, work, copy }: { readonly story: string; readonly work: string; readonly copy: number | null }) {
  const [, go] = useLocation();
  return (
    <div className="tell">
      <p className="t">
        <FormattedMessage {...text.quote} values={{ story: firstSentence(story) }} />
      </p>
      <Button size="small" icon="play" onClick={() => go(copy === null ? `/story/${work}` : `/story/${work}/${copy}`)}>
        <FormattedMessage {...text.story} />
      </Button>
    </div>
  );
}

/** The till shows one sentence; the rest is on the story's page. */
function firstSentence(story: string): string {
  return /^.*?[.!?…](?=\s|$)/su.exec(story)?.[0] ?? story;
}

function BelowFloor({ priced, cart }: { readonly priced: PricedLine; readonly cart: CartActions }) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue } = useStall();
  const { line, belowFloor } = priced;
  if (!belowFloor) return null;
  const name = catalogue.photographerById.get(line.goods.photographer)?.name.split(' ')[0] ?? catalogue.collective.name;
  const [price, floor] = [money.text(belowFloor.price), money.text(belowFloor.floor)];
  return (
    <div className="below-floor" role="alert">
      <p>
        <FormattedMessage {...text.below} values={{ price, name, floor }} />
      </p>
      <div className="row">
        {line.discount && (
          <Button size="small" onClick={() => cart.agreeBelowFloor(line.id)}>
            {intl.formatMessage(text.sellAt, { price: money.short(belowFloor.price) })}
          </Button>
        )}
        <Button size="small" kind="text" onClick={() => cart.backToFloor(line.id, belowFloor.floor)}>
          {intl.formatMessage(text.backTo, { floor: money.short(belowFloor.floor) })}
        </Button>
      </div>
    </div>
  );
}
