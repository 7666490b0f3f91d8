import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { Edition, Tablet, Variant, Place } from '../../domain/catalogue/catalogue.ts';
import { openSales, type CopyRow } from '../../domain/editions/copies.ts';
import { pickCopy } from '../../domain/editions/pick-copy.ts';
import type { SoldCopy } from '../../domain/sales/facts.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { PickerFrame } from './picker-frame.tsx';
import { PriceLadder } from './price-ladder.tsx';
import { useTill } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { WallData } from './use-wall.ts';
import { leftOf } from './wall-tiles.ts';
import './copy-picker.css';

const text = defineMessages({
  wall: { id: 'copies.toWall', defaultMessage: 'The wall' },
  scan: { id: 'copies.scan', defaultMessage: 'Scan a label' },
  copies: { id: 'copies.title', defaultMessage: 'Copies' },
  left: { id: 'copies.left', defaultMessage: '{left} of {size} left' },
  next: { id: 'copies.next', defaultMessage: 'next' },
  here: { id: 'copies.here', defaultMessage: 'here' },
  onPaper: { id: 'copies.onPaper', defaultMessage: 'on print' },
  tablet: { id: 'copies.tablet', defaultMessage: 'tablet {letters}' },
  spoilt: { id: 'copies.spoilt', defaultMessage: 'spoilt' },
  inCart: { id: 'copies.inCart', defaultMessage: 'in cart' },
  planned: { id: 'copies.planned', defaultMessage: 'planned' },
  nameSold: { id: 'copies.nameSold', defaultMessage: 'Copy {number}, sold' },
  name: { id: 'copies.name', defaultMessage: 'Copy {number}, {where}' },
  hint: {
    id: 'copies.hint',
    defaultMessage:
      '{numbers} are this tablet’s to write on a print. A number that is already on the print sells from any tablet: scan it, or tap it.',
  },
  hintMarked: {
    id: 'copies.hintMarked',
    defaultMessage: 'Tap the number you read on the print. A number that is on the paper sells from any tablet.',
  },
  soldOut: {
    id: 'copies.soldOut',
    defaultMessage: 'All {size} are sold. If one is in your hand all the same, tap its number.',
  },
  none: { id: 'copies.none', defaultMessage: 'This print is not numbered' },
});

type State = 'next' | 'here' | 'paper' | 'cart' | 'elsewhere' | 'sold' | 'spoilt';

interface Cell {
  readonly number: number;
  readonly state: State;
  readonly where: string;
  readonly copy: SoldCopy;
}

/** Numbers of an edition, each with its place; price steps below. The wall is replaced, the cart stays. */
export function CopyPicker({
  variant: id,
  line,
  wall,
  cart,
}: {
  readonly variant: string;
  readonly line: string | undefined;
  readonly wall: WallData;
  readonly cart: CartActions;
}) {
  const intl = useIntl();
  const { till } = useTill();
  const { catalogue, device, place } = useStall();
  const variant = catalogue.variantById.get(id);
  const work = variant && catalogue.workById.get(variant.work);
  const back = () => till.setState({ view: { kind: 'wall' } });
  if (!variant || !work?.edition) {
    return (
      <div className="picker">
        <EmptyState
          title={<FormattedMessage {...text.none} />}
          action={<Button onClick={back}>{intl.formatMessage(text.wall)}</Button>}
        />
      </div>
    );
  }
  const { edition } = work;
  const rows = wall.copies.get(edition.id) ?? [];
  const pick = pickCopy(
    rows,
    { edition: edition.id, variant: id },
    { device: device.key.device, place, inCarts: wall.taken, levels: wall.levels },
  );
  const next = pick.kind === 'take' ? pick.copy.number : null;
  const cells = cellsOf({
    intl,
    edition,
    rows,
    next,
    taken: wall.taken,
    device: device.key.device,
    place,
    tablets: catalogue.tablets,
    places: catalogue.places,
  });
  const mine = cells
    .filter((cell) => (cell.state === 'next' || cell.state === 'here') && !cell.copy.marked)
    .map((cell) => cell.number);
  const left = leftOf(rows).length;
  const choose = (copy: SoldCopy) => (line === undefined ? cart.addCopy(id, copy) : cart.changeCopy(line, copy));
  return (
    <PickerFrame
      work={work}
      action={
        <Button className="scan" icon="scan" onClick={() => till.setState({ sheet: { kind: 'scan' } })}>
          <FormattedMessage {...text.scan} />
        </Button>
      }
      about={
        <>
          <p className="q">{labelOf(variant)}</p>
          <p className="q">
            <FormattedMessage {...text.left} values={{ left, size: edition.size }} />
          </p>
        </>
      }
      choices={
        <ul className={edition.size > 40 ? 'numbers many' : 'numbers'} aria-label={intl.formatMessage(text.copies)}>
          {cells.map((cell) => (
            <li key={cell.number}>
              <button
                type="button"
                className={cell.state}
                aria-label={
                  cell.state === 'sold'
                    ? intl.formatMessage(text.nameSold, { number: cell.number })
                    : intl.formatMessage(text.name, { number: cell.number, where: cell.where })
                }
                onClick={() => choose(cell.copy)}
              >
                <b>{cell.number}</b> {cell.where && <small>{cell.where}</small>}
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <PriceLadder edition={edition} price={variant.price} at={next ?? leftOf(rows)[0]?.number ?? 1} />
      <p className="q picker-hint">
        {left === 0 ? (
          <FormattedMessage {...text.soldOut} values={{ size: edition.size }} />
        ) : mine.length > 0 ? (
          <FormattedMessage {...text.hint} values={{ numbers: intl.formatList(mine.slice(0, 12).map(String)) }} />
        ) : (
          <FormattedMessage {...text.hintMarked} />
        )}
      </p>
    </PickerFrame>
  );
}

export function labelOf(variant: Variant): string {
  return [variant.size, variant.paper, variant.frame].filter(Boolean).join(', ');
}

interface CellSources {
  readonly intl: IntlShape;
  readonly edition: Edition;
  readonly rows: readonly CopyRow[];
  readonly next: number | null;
  readonly taken: ReadonlySet<string>;
  readonly device: string;
  readonly place: string;
  readonly tablets: readonly Tablet[];
  readonly places: readonly Place[];
}

function cellsOf(sources: CellSources): readonly Cell[] {
  const byNumber = new Map(sources.rows.map((row) => [row.number, row]));
  return Array.from({ length: sources.edition.size }, (_, at) => cellOf(at + 1, byNumber.get(at + 1), sources));
}

function cellOf(number: number, row: CopyRow | undefined, sources: CellSources): Cell {
  const { intl, edition, next, taken, device, place } = sources;
  const say = (message: keyof typeof text) => intl.formatMessage(text[message]);
  // Reading a number off the paper marks it; only an unmarked number of this tablet's is written at the sale.
  const isMine = row?.marked === null && row.holder?.device === device;
  const cell = (state: State, where: string): Cell => ({
    number,
    state,
    where,
    copy: { edition: edition.id, number, marked: !isMine },
  });
  if (row && openSales(row).length > 0) return cell('sold', '');
  if (row?.spoilt) return cell('spoilt', say('spoilt'));
  if (taken.has(`${edition.id}:${number}`)) return cell('cart', say('inCart'));
  if (number === next) return cell('next', say('next'));
  if (row?.marked != null)
    return row.lies?.place === place ? cell('paper', say('onPaper')) : cell('elsewhere', placeName(row, sources));
  if (isMine)
    return row?.lies && row.lies.place !== place
      ? cell('elsewhere', placeName(row, sources))
      : cell('here', say('here'));
  return cell('elsewhere', row?.holder ? tabletName(row.holder.device, sources) : say('planned'));
}

function placeName(row: CopyRow, { intl, places }: CellSources): string {
  return places.find(({ id }) => id === row.lies?.place)?.name ?? intl.formatMessage(text.onPaper);
}

function tabletName(device: string, { intl, tablets }: CellSources): string {
  const letters = tablets.find(({ id }) => id === device)?.letters;
  return intl.formatMessage(text.tablet, { letters: letters ?? '?' });
}
