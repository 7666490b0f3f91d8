import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isPin } from '../../store/pin.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';

const text = defineMessages({
  title: { id: 'pin.title', defaultMessage: 'A lead’s PIN' },
  pin: { id: 'pin.pin', defaultMessage: 'PIN' },
  hint: { id: 'pin.hint', defaultMessage: 'On this tablet a lead says yes before money goes back.' },
  wrong: { id: 'pin.wrong', defaultMessage: 'That is not the PIN. Nothing was given back.' },
  go: { id: 'pin.go', defaultMessage: 'Give it back' },
});

/** Asked on stall tablets only; it unlocks this one action, and never shows shares. */
export function PinSheet({ onRight, onClose }: { readonly onRight: () => void; readonly onClose: () => void }) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = async () => {
    const { leadPin } = catalogue.collective;
    if (!leadPin || (await isPin(pin, leadPin))) return onRight();
    setWrong(true);
    setPin('');
  };
  return (
    <Sheet title={<FormattedMessage {...text.title} />} onClose={onClose}>
      <Field
        label={intl.formatMessage(text.pin)}
        hint={intl.formatMessage(text.hint)}
        problem={wrong ? intl.formatMessage(text.wrong) : undefined}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        onChange={(event) => setPin(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void check();
        }}
      />
      <Button kind="go" onClick={() => void check()}>
        <FormattedMessage {...text.go} />
      </Button>
    </Sheet>
  );
}
