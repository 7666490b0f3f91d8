import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { UnitRef } from '../../domain/sales/cart.ts';
import type { SaleHistory } from '../../domain/sales/sale-history.ts';
import { askPin, leadPin } from '../../store/pin.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { PinSheet } from '../../ui/pin-sheet.tsx';
import { problemText } from './problem-text.ts';
import { useStartExchange } from './start-exchange.ts';
import './exchange.css';
import './trouble.css';

const text = defineMessages({
  exchange: { id: 'exchange.start', defaultMessage: 'Exchange instead' },
  damaged: { id: 'exchange.startDamaged', defaultMessage: 'Exchange, damaged' },
});

/** The chosen pieces go to the till as a credit: back on the wall, or damaged. Nothing moves before the new sale is made. */
export function ExchangeStart({
  history,
  units,
}: {
  readonly history: SaleHistory;
  readonly units: readonly UnitRef[];
}) {
  const intl = useIntl();
  const stall = useStall();
  const start = useStartExchange(history);
  const [asking, setAsking] = useState<boolean | null>(null);
  const [trouble, setTrouble] = useState('');
  const begin = async (putBack: boolean) => {
    setAsking(null);
    const begun = await start(units, putBack);
    if (begun.ok) return;
    const words = problemText(intl, begun.problem, stall);
    setTrouble(words);
    announce(words, 'assertive');
  };
  const pin = leadPin(stall);
  const ask = (putBack: boolean) => (pin ? setAsking(putBack) : void begin(putBack));
  return (
    <>
      {trouble && <p className="trouble">{trouble}</p>}
      <Button onClick={() => ask(true)}>
        <FormattedMessage {...text.exchange} />
      </Button>
      <Button onClick={() => ask(false)}>
        <FormattedMessage {...text.damaged} />
      </Button>
      {asking !== null && pin && (
        <PinSheet
          purpose="exchange"
          ask={(typed) => askPin(stall, typed, pin)}
          onClose={() => setAsking(null)}
          onRight={() => void begin(asking)}
        />
      )}
    </>
  );
}
