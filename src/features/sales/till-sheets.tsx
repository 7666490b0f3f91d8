import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { done as ok } from '../../domain/result.ts';
import { setLineDiscount, setLineNote, setNote, setOrderDiscount } from '../../domain/sales/cart.ts';
import type { Discount } from '../../domain/sales/facts.ts';
import { customGoods } from '../../domain/sales/goods.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { percent } from '../../ui/percent.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useTill, useTillState } from './till-context.tsx';
import { newDraft } from './till-store.ts';
import type { CartActions } from './use-cart.ts';

const text = defineMessages({
  amount: { id: 'till.sheetAmount', defaultMessage: 'An amount' },
  what: { id: 'till.amountWhat', defaultMessage: 'What for' },
  whatDefault: { id: 'till.amountDefault', defaultMessage: 'Amount' },
  whose: { id: 'till.amountWhose', defaultMessage: 'Whose' },
  collective: { id: 'till.amountCollective', defaultMessage: 'The collective' },
  add: { id: 'till.amountAdd', defaultMessage: 'Add {amount}' },
  discount: { id: 'till.sheetDiscount', defaultMessage: 'Discount' },
  discountOf: { id: 'till.sheetDiscountOf', defaultMessage: 'Discount on {title}' },
  percent: { id: 'till.percent', defaultMessage: 'Percent' },
  money: { id: 'till.discountMoney', defaultMessage: 'Amount' },
  kind: { id: 'till.discountKind', defaultMessage: 'How much comes off' },
  takeOff: { id: 'till.takeOff', defaultMessage: 'Take {amount} off' },
  none: { id: 'till.noDiscount', defaultMessage: 'No discount' },
  given: { id: 'till.discountGiven', defaultMessage: 'Discount {amount}' },
  note: { id: 'till.sheetNote', defaultMessage: 'Note' },
  noteFor: { id: 'till.noteFor', defaultMessage: 'Stands on the receipt' },
  keep: { id: 'till.keepNote', defaultMessage: 'Keep the note' },
  noted: { id: 'till.noted', defaultMessage: 'Note kept' },
  park: { id: 'till.sheetPark', defaultMessage: 'Park this cart' },
  remark: { id: 'till.remark', defaultMessage: 'A remark to know it by' },
  remarkHint: { id: 'till.remarkHint', defaultMessage: 'Never how somebody looks' },
  parkIt: { id: 'till.parkIt', defaultMessage: 'Park it' },
  back10: { id: 'till.remarkTen', defaultMessage: 'Back in ten minutes' },
  cashPoint: { id: 'till.remarkCash', defaultMessage: 'Gone for cash' },
  later: { id: 'till.remarkLater', defaultMessage: 'Comes back later' },
  more: { id: 'till.sheetMore', defaultMessage: 'More' },
  addAmount: { id: 'till.moreAmount', defaultMessage: 'Add an amount' },
  cartNote: { id: 'till.moreNote', defaultMessage: 'Note for this sale' },
  sales: { id: 'till.moreSales', defaultMessage: 'Sales' },
  empty: { id: 'till.emptyCart', defaultMessage: 'Empty the cart' },
  emptied: { id: 'till.emptied', defaultMessage: 'Cart emptied' },
  remove: { id: 'till.removeLine', defaultMessage: 'Remove' },
  otherCopy: { id: 'till.lineOtherCopy', defaultMessage: 'Another copy' },
  story: { id: 'till.lineStory', defaultMessage: 'Show the shopper' },
});

/** Whatever slides over the wall at the till. */
export function TillSheets({ cart }: { readonly cart: CartActions }) {
  const { till } = useTill();
  const sheet = useTillState((state) => state.sheet);
  if (!sheet || sheet.kind === 'scan') return null;
  const close = () => till.setState({ sheet: null });
  if (sheet.kind === 'amount') return <AmountSheet cart={cart} onClose={close} />;
  if (sheet.kind === 'discount') return <DiscountSheet cart={cart} onClose={close} />;
  if (sheet.kind === 'note') return <NoteSheet cart={cart} onClose={close} />;
  if (sheet.kind === 'park') return <ParkSheet onClose={close} />;
  if (sheet.kind === 'line') return <LineSheet key={sheet.line} line={sheet.line} cart={cart} onClose={close} />;
  return <MoreSheet cart={cart} onClose={close} />;
}

interface SheetProps {
  readonly cart: CartActions;
  readonly onClose: () => void;
}

function AmountSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const money = useMoney();
  const { catalogue } = useStall();
  const [amount, setAmount] = useState(0);
  const [what, setWhat] = useState('');
  const [photographer, setPhotographer] = useState('');
  const add = () => {
    if (amount <= 0) return;
    const terms = catalogue.photographerById.get(photographer)?.terms ?? '';
    cart.addGoods(
      customGoods(what || intl.formatMessage(text.whatDefault), amount, { photographer, terms, taxRates: [] }),
    );
    onClose();
  };
  const people = catalogue.photographers.filter((each) => !each.retired);
  return (
    <Sheet title={<FormattedMessage {...text.amount} />} onClose={onClose}>
      <p className="typed-amount">
        <Money minor={amount} sign />
      </p>
      <Keypad amount={amount} onChange={setAmount} onEnter={add} />
      <Field
        label={intl.formatMessage(text.what)}
        value={what}
        maxLength={120}
        onChange={(event) => setWhat(event.target.value)}
      />
      {people.length > 0 && (
        <Select
          label={intl.formatMessage(text.whose)}
          value={photographer}
          onChoose={setPhotographer}
          choices={[
            { id: '', label: catalogue.collective.name || intl.formatMessage(text.collective) },
            ...people.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      )}
      {amount > 0 && (
        <Button kind="go" size="big" onClick={add}>
          <FormattedMessage {...text.add} values={{ amount: money.text(amount) }} />
        </Button>
      )}
    </Sheet>
  );
}

function DiscountSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const held = useTillState((state) => state.draft.cart.discount);
  return (
    <Sheet title={<FormattedMessage {...text.discount} />} onClose={onClose}>
      <DiscountForm
        held={held}
        onGive={(discount, words) => {
          if (cart.change((each) => setOrderDiscount(each, discount), words || intl.formatMessage(text.none)))
            onClose();
        }}
      />
    </Sheet>
  );
}

function DiscountForm({
  held,
  onGive,
}: {
  readonly held: Discount | undefined;
  readonly onGive: (discount: Discount | null, words: string) => void;
}) {
  const intl = useIntl();
  const money = useMoney();
  const [kind, setKind] = useState<Discount['kind']>(held?.kind ?? 'percent');
  const [value, setValue] = useState(0);
  const written = (value: number) => (kind === 'amount' ? money.text(value) : percent(intl, value / 10_000));
  const give = (value: number) => onGive({ kind, value }, intl.formatMessage(text.given, { amount: written(value) }));
  const quick = kind === 'percent' ? [500, 1_000, 2_000] : [1, 5, 10].map((whole) => whole * 10 ** money.digits);
  return (
    <>
      <Segmented
        label={intl.formatMessage(text.kind)}
        chosen={kind}
        onChoose={(next) => {
          setKind(next);
          setValue(0);
        }}
        segments={[
          { id: 'percent', label: intl.formatMessage(text.percent) },
          { id: 'amount', label: intl.formatMessage(text.money) },
        ]}
      />
      <div className="quick">
        {quick.map((each) => (
          <Button key={each} onClick={() => give(each)}>
            {kind === 'percent' ? written(each) : money.short(each)}
          </Button>
        ))}
      </div>
      <p className="typed-amount">{written(value)}</p>
      <Keypad
        amount={value}
        onChange={(next) => setValue(kind === 'percent' ? Math.min(next, 10_000) : next)}
        onEnter={() => value > 0 && give(value)}
      />
      {value > 0 && (
        <Button kind="go" size="big" onClick={() => give(value)}>
          <FormattedMessage {...text.takeOff} values={{ amount: written(value) }} />
        </Button>
      )}
      {held && (
        <Button kind="text" onClick={() => onGive(null, '')}>
          <FormattedMessage {...text.none} />
        </Button>
      )}
    </>
  );
}

function NoteSheet({ cart, onClose }: SheetProps) {
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

function ParkSheet({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl();
  const { till } = useTill();
  const { db, now } = useStall();
  const [remark, setRemark] = useState('');
  const park = async (words: string) => {
    const { draft } = till.getState();
    await till.flush();
    await db.drafts.put({
      id: draft.cart.id,
      state: 'parked',
      changedAt: now(),
      value: { ...draft, remark: words },
    });
    till.leave(newDraft());
    till.setState({ sheet: null, view: { kind: 'wall' } });
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

function MoreSheet({ cart, onClose }: SheetProps) {
  const intl = useIntl();
  const { till } = useTill();
  const [, go] = useLocation();
  return (
    <Sheet title={<FormattedMessage {...text.more} />} onClose={onClose}>
      <div className="stack-4">
        <Button icon="plus" onClick={() => till.setState({ sheet: { kind: 'amount' } })}>
          <FormattedMessage {...text.addAmount} />
        </Button>
        <Button icon="edit" onClick={() => till.setState({ sheet: { kind: 'note' } })}>
          <FormattedMessage {...text.cartNote} />
        </Button>
        <Button icon="file" onClick={() => go('/sales')}>
          <FormattedMessage {...text.sales} />
        </Button>
        <Button
          icon="trash"
          onClick={() => {
            cart.change((each) => ok({ ...each, lines: [] }), intl.formatMessage(text.emptied));
            onClose();
          }}
        >
          <FormattedMessage {...text.empty} />
        </Button>
      </div>
    </Sheet>
  );
}

function LineSheet({ line: id, cart, onClose }: SheetProps & { readonly line: string }) {
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
