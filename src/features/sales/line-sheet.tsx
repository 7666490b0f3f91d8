import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { done as ok } from '../../domain/result.ts';
import { setLineDiscount, setLineNote } from '../../domain/sales/cart.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { DiscountForm } from './discount-form.tsx';
import type { SheetProps } from './sheet-props.ts';
import { useTill, useTillState } from './till-context.tsx';

const text = defineMessages({
  discount: { id: 'till.sheetDiscount', defaultMessage: 'Discount' },
  discountOf: { id: 'till.sheetDiscountOf', defaultMessage: 'Discount on {title}' },
  none: { id: 'till.noDiscount', defaultMessage: 'No discount' },
  note: { id: 'till.sheetNote', defaultMessage: 'Note' },
  noteFor: { id: 'till.noteFor', defaultMessage: 'Stands on the receipt' },
  keep: { id: 'till.keepNote', defaultMessage: 'Keep the note' },
  noted: { id: 'till.noted', defaultMessage: 'Note kept' },
  remove: { id: 'till.removeLine', defaultMessage: 'Remove' },
  otherCopy: { id: 'till.lineOtherCopy', defaultMessage: 'Another copy' },
  story: { id: 'till.lineStory', defaultMessage: 'Show the shopper' },
});

/** What can be done with one line: discount, another copy, its story, a note, away with it. */
export function LineSheet({ line: id, cart, onClose }: SheetProps & { readonly line: string }) {
  const intl = useIntl();
  const { till } = useTill();
  const [, go] = useLocation();
  const held = useTillState((state) => state.draft.cart.lines.find((each) => each.id === id));
  const [note, setNoteText] = useState(held?.note ?? '');
  const [discounting, setDiscounting] = useState(false);
  if (!held) return null;
  const { goods, copy, discount } = held;
  if (discounting) {
    return (
      <Sheet title={<FormattedMessage {...text.discountOf} values={{ title: goods.title }} />} onClose={onClose}>
        <DiscountForm
          held={discount}
          onGive={(given, words) => {
            if (cart.change((each) => setLineDiscount(each, id, given), words || intl.formatMessage(text.none)))
              onClose();
          }}
        />
      </Sheet>
    );
  }
  return (
    <Sheet title={<span className="t">{goods.title}</span>} onClose={onClose}>
      <div className="stack-4">
        <Button onClick={() => setDiscounting(true)}>
          <FormattedMessage {...text.discount} />
        </Button>
        {copy && (
          <Button
            onClick={() => {
              onClose();
              till.setState({ view: { kind: 'copies', variant: goods.variant, line: id } });
            }}
          >
            <FormattedMessage {...text.otherCopy} />
          </Button>
        )}
        {goods.work && (
          <Button
            icon="play"
            onClick={() => go(copy?.number ? `/story/${goods.work}/${copy.number}` : `/story/${goods.work}`)}
          >
            <FormattedMessage {...text.story} />
          </Button>
        )}
        <Button
          icon="trash"
          onClick={() => {
            onClose();
            cart.remove(id);
          }}
        >
          <FormattedMessage {...text.remove} />
        </Button>
      </div>
      <TextArea
        label={intl.formatMessage(text.note)}
        hint={intl.formatMessage(text.noteFor)}
        value={note}
        maxLength={500}
        onChange={(event) => setNoteText(event.target.value)}
      />
      {note !== (held.note ?? '') && (
        <Button
          kind="go"
          onClick={() => {
            cart.change((each) => ok(setLineNote(each, id, note)), intl.formatMessage(text.noted));
            onClose();
          }}
        >
          <FormattedMessage {...text.keep} />
        </Button>
      )}
    </Sheet>
  );
}
