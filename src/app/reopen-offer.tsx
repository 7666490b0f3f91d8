import { FormattedMessage } from 'react-intl';
import { useStore } from 'zustand';
import { closures, openAgain } from '../store/closed.ts';
import { useStall } from '../store/stall.tsx';
import { Button } from '../ui/button.tsx';
import { defineMessages } from '../ui/messages.ts';
import './reopen-offer.css';

const text = defineMessages({
  lost: {
    id: 'reopen.lost',
    defaultMessage: 'The browser has closed this till’s storage. Earlier sales are safe, and the cart is kept.',
  },
  taken: {
    id: 'reopen.taken',
    defaultMessage:
      'Another window of this tablet has taken over the till’s storage. Earlier sales are safe, and the cart is kept.',
  },
  again: { id: 'reopen.again', defaultMessage: 'Open the till again' },
});

/** The storage went away under an open till: nothing can be sold until somebody taps here. */
export function ReopenOffer() {
  const { db } = useStall();
  const how = useStore(closures, (all) => all.get(db));
  if (!how) return null;
  const again = async () => {
    // A page of its own where this one's code may not open it: the cart is carried over.
    if (!(await openAgain(db))) location.assign('/app/');
  };
  return (
    <div className="reopen-offer" role="alert">
      <span>
        <FormattedMessage {...text[how]} />
      </span>
      <Button kind="go" onClick={() => void again()}>
        <FormattedMessage {...text.again} />
      </Button>
    </div>
  );
}
