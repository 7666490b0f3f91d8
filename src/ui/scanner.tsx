import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { defineMessages } from './messages.ts';
import { Sheet } from './sheet.tsx';

const text = defineMessages({
  title: { id: 'scanner.title', defaultMessage: 'Scan a label' },
  field: { id: 'scanner.field', defaultMessage: 'Type what stands under the code' },
  hint: { id: 'scanner.hint', defaultMessage: 'A hardware scanner works at any time, on every page of the till.' },
  take: { id: 'scanner.take', defaultMessage: 'Look it up' },
});

/** Codes by hand, where there is no camera. A hardware scanner needs none of this. */
export function Scanner({
  onText,
  onClose,
}: {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const take = () => typed.trim() !== '' && onText(typed);
  return (
    <Sheet title={<FormattedMessage {...text.title} />} onClose={onClose}>
      <Field
        label={intl.formatMessage(text.field)}
        hint={intl.formatMessage(text.hint)}
        value={typed}
        autoCapitalize="characters"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <Button kind="go" onClick={take}>
        <FormattedMessage {...text.take} />
      </Button>
    </Sheet>
  );
}
