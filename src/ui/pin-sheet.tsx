import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { defineMessages } from './messages.ts';
import { Sheet } from './sheet.tsx';

const text = defineMessages({
  title: { id: 'pin.title', defaultMessage: 'A lead’s PIN' },
  pin: { id: 'pin.pin', defaultMessage: 'PIN' },
  hint: { id: 'pin.hint', defaultMessage: 'On this tablet a lead says yes before money goes back.' },
  wrong: { id: 'pin.wrong', defaultMessage: 'That is not the PIN. Nothing was given back.' },
  go: { id: 'pin.go', defaultMessage: 'Give it back' },
  filesHint: { id: 'pin.filesHint', defaultMessage: 'On this tablet a lead says yes before the ledger leaves it.' },
  filesWrong: { id: 'pin.filesWrong', defaultMessage: 'That is not the PIN. Nothing left this tablet.' },
  filesGo: { id: 'pin.filesGo', defaultMessage: 'Hand it over' },
});

const words = {
  refund: { hint: text.hint, wrong: text.wrong, go: text.go },
  files: { hint: text.filesHint, wrong: text.filesWrong, go: text.filesGo },
};

/** Asked on stall tablets only; it unlocks this one action, and never shows shares. */
export function PinSheet({
  purpose,
  isRight,
  onRight,
  onClose,
}: {
  readonly purpose: keyof typeof words;
  readonly isRight: (pin: string) => Promise<boolean>;
  readonly onRight: () => void;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState(false);
  const { hint, wrong: notRight, go } = words[purpose];
  const check = async () => {
    if (await isRight(pin)) return onRight();
    setWrong(true);
    setPin('');
  };
  return (
    <Sheet title={<FormattedMessage {...text.title} />} onClose={onClose}>
      <Field
        label={intl.formatMessage(text.pin)}
        hint={intl.formatMessage(hint)}
        problem={wrong ? intl.formatMessage(notRight) : undefined}
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
        <FormattedMessage {...go} />
      </Button>
    </Sheet>
  );
}
