import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import { ParkedList } from './parked-list.tsx';
import type { WallData } from './use-wall.ts';
import './blank-cart.css';

const text = defineMessages({
  nothing: { id: 'till.nothingYet', defaultMessage: 'Nothing yet' },
  exchange: { id: 'till.exchange', defaultMessage: 'Exchange' },
  instead: {
    id: 'till.exchangeInstead',
    defaultMessage: 'Nothing has moved yet. To give all of it back instead, take it off and open the sale.',
  },
  start: { id: 'till.start', defaultMessage: 'Tap a picture, scan a label, or scan a shopper’s phone.' },
});

/** No sale yet: how to start one, and the carts that wait. */
export function BlankCart({ wall, exchange }: { readonly wall: WallData; readonly exchange: boolean }) {
  return (
    <div className="blank">
      <div className="blank-words">
        <b>
          <FormattedMessage {...(exchange ? text.exchange : text.nothing)} />
        </b>
        <span>
          <FormattedMessage {...(exchange ? text.instead : text.start)} />
        </span>
      </div>
      {/* A parked cart takes the place of the open one: not of one that has a credit. */}
      {!exchange && <ParkedList parked={wall.parked} />}
    </div>
  );
}
