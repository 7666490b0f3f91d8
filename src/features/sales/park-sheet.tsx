import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { parkCart } from './park-cart.ts';
import { problemText } from './problem-text.ts';
import { useTill } from './till-context.tsx';

const text = defineMessages({
  park: { id: 'till.sheetPark', defaultMessage: 'Park this cart' },
  remark: { id: 'till.remark', defaultMessage: 'A remark to know it by' },
  remarkHint: { id: 'till.remarkHint', defaultMessage: 'Never how somebody looks' },
  parkIt: { id: 'till.parkIt', defaultMessage: 'Park it' },
  back10: { id: 'till.remarkTen', defaultMessage: 'Back in ten minutes' },
  cashPoint: { id: 'till.remarkCash', defaultMessage: 'Gone for cash' },
  later: { id: 'till.remarkLater', defaultMessage: 'Comes back later' },
});

/** Puts the cart aside under a remark; the next shopper is served meanwhile. */
export function ParkSheet({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl();
  const { till } = useTill();
  const stall = useStall();
  const [remark, setRemark] = useState('');
  const park = async (words: string) => {
    const parked = await parkCart(stall, till, words);
    const trouble = parked.ok ? null : problemText(intl, parked.problem, stall);
    till.setState({ sheet: null, view: { kind: 'wall' }, trouble });
    if (trouble) announce(trouble, 'assertive');
  };
  const ready = [text.back10, text.cashPoint, text.later].map((message) => intl.formatMessage(message));
  return (
    <Sheet title={<FormattedMessage {...text.park} />} onClose={onClose}>
      <div className="stack-4">
        {ready.map((words) => (
          <Button key={words} onClick={() => void park(words)}>
            {words}
          </Button>
        ))}
      </div>
      <Field
        label={intl.formatMessage(text.remark)}
        hint={intl.formatMessage(text.remarkHint)}
        value={remark}
        maxLength={60}
        onChange={(event) => setRemark(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void park(remark);
        }}
      />
      <Button kind="go" onClick={() => void park(remark)}>
        <FormattedMessage {...text.parkIt} />
      </Button>
    </Sheet>
  );
}
