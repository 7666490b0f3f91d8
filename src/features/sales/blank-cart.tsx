import { FormattedMessage } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import { ParkedList } from './parked-list.tsx';
import type { WallData } from './use-wall.ts';
import './blank-cart.css';

const text = defineMessages({
  nothing: { id: 'till.nothingYet', defaultMessage: 'Nothing yet' },
  start: { id: 'till.start', defaultMessage: 'Tap a picture, scan a label, or scan a shopper’s phone.' },
});

/** No sale yet: how to start one, and the carts that wait. */
export function BlankCart({ wall }: { readonly wall: WallData }) {
  return (
    <div className="blank">
      <div className="blank-words">
        <b>
          <FormattedMessage {...text.nothing} />
        </b>
        <span>
          <FormattedMessage {...text.start} />
        </span>
      </div>
      <ParkedList parked={wall.parked} />
    </div>
  );
}
