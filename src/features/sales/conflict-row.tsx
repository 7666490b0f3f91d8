import { FormattedMessage, useIntl } from 'react-intl';
import { pickCopy } from '../../domain/editions/pick-copy.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { problemText } from './problem-text.ts';
import { useTill, useTillState } from './till-context.tsx';
import type { CartActions } from './use-cart.ts';
import type { WallData } from './use-wall.ts';
import './conflict-row.css';

const text = defineMessages({
  inHand: { id: 'till.inMyHand', defaultMessage: 'It is in my hand: sell it' },
  take: { id: 'till.takeOther', defaultMessage: 'Take {number}/{size}' },
});

/** A number that was sold elsewhere, is spoilt or is another tablet's: a person decides, nothing is refused for good. */
export function ConflictRow({ cart, wall }: { readonly cart: CartActions; readonly wall: WallData }) {
  const intl = useIntl();
  const { till, priced } = useTill();
  const stall = useStall();
  const { device, place } = stall;
  const conflict = useTillState((state) => state.conflict);
  const line = priced.lines.find(
    ({ line }) => line.copy && `${line.copy.edition}:${line.copy.number}` === conflict?.key,
  )?.line;
  if (!conflict || !line?.copy) return null;
  const { edition } = line.copy;
  const pick = pickCopy(
    wall.copies.get(edition) ?? [],
    { edition, variant: line.goods.variant },
    { device: device.key.device, place, inCarts: wall.taken, levels: wall.levels },
  );
  const clear = { conflict: null, trouble: null };
  return (
    <div className="conflict" role="alert">
      <p>{problemText(intl, conflict, stall)}</p>
      <div className="row">
        <Button
          size="small"
          onClick={() =>
            till.setState((state) => ({
              ...clear,
              draft: { ...state.draft, inHand: [...state.draft.inHand, conflict.key] },
            }))
          }
        >
          <FormattedMessage {...text.inHand} />
        </Button>
        {pick.kind === 'take' && (
          <Button
            size="small"
            onClick={() => {
              till.setState(clear);
              cart.changeCopy(line.id, pick.copy);
            }}
          >
            <FormattedMessage {...text.take} values={{ number: pick.copy.number, size: line.goods.edition?.size }} />
          </Button>
        )}
      </div>
    </div>
  );
}
