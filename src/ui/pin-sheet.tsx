import { useState, type ReactNode } from 'react';
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
  filesHint: { id: 'pin.filesHint', defaultMessage: 'On this tablet a lead says yes before files leave it.' },
  filesWrong: { id: 'pin.filesWrong', defaultMessage: 'That is not the PIN. Nothing left this tablet.' },
  wait: {
    id: 'pin.wait',
    defaultMessage: 'Too many wrong PINs. This one was not looked at: wait a minute, then try again.',
  },
  exchangeHint: { id: 'pin.exchangeHint', defaultMessage: 'On this tablet a lead says yes before prints come back.' },
  exchangeWrong: { id: 'pin.exchangeWrong', defaultMessage: 'That is not the PIN. Nothing was exchanged.' },
  exchangeGo: { id: 'pin.exchangeGo', defaultMessage: 'Exchange it' },
  filesGo: { id: 'pin.filesGo', defaultMessage: 'Hand it over' },
});

const words = {
  refund: { hint: text.hint, wrong: text.wrong, go: text.go },
  exchange: { hint: text.exchangeHint, wrong: text.exchangeWrong, go: text.exchangeGo },
  files: { hint: text.filesHint, wrong: text.filesWrong, go: text.filesGo },
};

type Ask = (pin: string) => Promise<'right' | 'wrong' | 'wait'>;

/**
 * Asks before an act where `ask` is given, does it at once where it is null. `sheet` is to be drawn while it is asked.
 */
export function usePinBefore(
  purpose: keyof typeof words,
  ask: Ask | null,
): { readonly pinBefore: (act: () => void) => void; readonly sheet: ReactNode } {
  const [asked, setAsked] = useState<{ readonly act: () => void }>();
  return {
    pinBefore: (act) => (ask ? setAsked({ act }) : act()),
    sheet: asked && ask && (
      <PinSheet
        purpose={purpose}
        ask={ask}
        onClose={() => setAsked(undefined)}
        onRight={() => {
          setAsked(undefined);
          asked.act();
        }}
      />
    ),
  };
}

/** Asked on stall tablets only; it unlocks this one action, and never shows shares. */
export function PinSheet({
  purpose,
  ask,
  onRight,
  onClose,
}: {
  readonly purpose: keyof typeof words;
  /** `wait`: too many wrong ones; this one was not looked at. */
  readonly ask: Ask;
  readonly onRight: () => void;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const [pin, setPin] = useState('');
  const [answer, setAnswer] = useState<'wrong' | 'wait'>();
  const { hint, wrong: notRight, go } = words[purpose];
  const check = async () => {
    if (pin === '') return;
    const next = await ask(pin);
    if (next === 'right') return onRight();
    setAnswer(next);
    setPin('');
  };
  return (
    <Sheet title={<FormattedMessage {...text.title} />} onClose={onClose}>
      <Field
        label={intl.formatMessage(text.pin)}
        hint={intl.formatMessage(hint)}
        problem={answer && intl.formatMessage(answer === 'wait' ? text.wait : notRight)}
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
