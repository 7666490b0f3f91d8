import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { done as ok } from '../../domain/result.ts';
import { setNote } from '../../domain/sales/cart.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { SheetProps } from './sheet-props.ts';
import { useTillState } from './till-context.tsx';

const text = defineMessages({
  note: { id: 'till.sheetNote', defaultMessage: 'Note' },
  noteFor: { id: 'till.noteFor', defaultMessage: 'Stands on the receipt' },
  keep: { id: 'till.keepNote', defaultMessage: 'Keep the note' },
  noted: { id: 'till.noted', defaultMessage: 'Note kept' },
});

/** A note for the whole sale; it stands on the receipt. */
export function NoteSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const held = useTillState((state) => state.draft.cart.note) ?? '';
  const [note, setNoteText] = useState(held);
  const keep = () => {
    cart.change((each) => ok(setNote(each, note)), intl.formatMessage(text.noted));
    onClose();
  };
  return (
    <Sheet title={<FormattedMessage {...text.note} />} onClose={onClose}>
      <TextArea
        label={intl.formatMessage(text.noteFor)}
        value={note}
        maxLength={2_000}
        onChange={(event) => setNoteText(event.target.value)}
      />
      <Button kind="go" onClick={keep}>
        <FormattedMessage {...text.keep} />
      </Button>
    </Sheet>
  );
}
