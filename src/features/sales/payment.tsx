import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { noteSuggestions } from '../../domain/sales/currency.ts';
import { cashTender } from '../../domain/sales/tenders.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Money, useMoney } from '../../ui/money.tsx';
import { PillSlot } from '../../ui/page.tsx';
import { Segmented, type Segment } from '../../ui/segmented.tsx';
import { BoughtPrints } from './bought-prints.tsx';
import { SplitPart } from './split-part.tsx';
import { useTill, useTillState } from './till-context.tsx';
import type { PayBy } from './till-store.ts';
import type { Payment } from './use-payment.ts';

const text = defineMessages({
  payment: { id: 'pay.title', defaultMessage: 'Payment' },
  how: { id: 'pay.how', defaultMessage: 'How it is paid' },
  card: { id: 'pay.card', defaultMessage: 'Card' },
  cash: { id: 'pay.cash', defaultMessage: 'Cash' },
  split: { id: 'pay.split', defaultMessage: 'Split' },
  toPay: { id: 'pay.toPay', defaultMessage: 'To pay' },
  still: { id: 'pay.stillToPay', defaultMessage: 'Still to pay' },
  exact: { id: 'pay.exact', defaultMessage: 'Exact' },
  back: { id: 'pay.givenBack', defaultMessage: '{change} back' },
  other: { id: 'pay.otherAmount', defaultMessage: 'Other amount' },
  given: { id: 'pay.given', defaultMessage: 'Given' },
  short: { id: 'pay.short', defaultMessage: '{missing} missing' },
  take: { id: 'pay.take', defaultMessage: 'Take {given}' },
  takePart: { id: 'pay.takePart', defaultMessage: 'Take {given} now, the rest after' },
  onReader: { id: 'pay.onReader', defaultMessage: 'The amount is on the reader.' },
  hold: { id: 'pay.holdCard', defaultMessage: 'Hold the card to it, then read its screen.' },
  approved: { id: 'pay.approved', defaultMessage: 'Approved' },
  declined: { id: 'pay.declined', defaultMessage: 'Declined' },
  noAnswer: { id: 'pay.doesNotSay', defaultMessage: 'It does not say' },
  seen: { id: 'pay.sawItPaid', defaultMessage: 'I saw it paid' },
  notPaid: { id: 'pay.notPaid', defaultMessage: 'Not paid' },
  showCode: { id: 'pay.showCode', defaultMessage: 'Show the code of {name}.' },
  lookAtPhone: { id: 'pay.lookAtPhone', defaultMessage: 'Look at the shopper’s phone until it says paid.' },
  take2: { id: 'pay.takeNamed', defaultMessage: 'Take {amount} as {name}' },
  namedHint: { id: 'pay.namedHint', defaultMessage: 'Keep the slip, or note its number.' },
  toWall: { id: 'pay.backToWall', defaultMessage: 'Back to the wall' },
  park: { id: 'pay.park', defaultMessage: 'Park' },
});

/** The wall gives way to the prints being bought; the money column grows. */
export function PaymentView({ by, payment }: { readonly by: PayBy; readonly payment: Payment }) {
  const intl = useIntl();
  const { till, priced } = useTill();
  const parts = useTillState((state) => state.draft.parts);
  const trouble = useTillState((state) => state.trouble);
  const attempt = useTillState((state) => state.draft.attempt);
  const due = by === 'cash' ? payment.cashDue : (attempt?.amount ?? payment.due);
  return (
    <div className="paying">
      <BoughtPrints priced={priced} />
      <section className="money-panel" aria-label={intl.formatMessage(text.payment)}>
        <div className="panel-pill">
          <PillSlot />
        </div>
        <TenderTabs by={by} payment={payment} />
        <div className="due">
          <span className="q">
            <FormattedMessage {...(parts.length > 0 ? text.still : text.toPay)} />
          </span>
          <span className="due-amount">
            <Money minor={due} sign />
          </span>
        </div>
        {trouble && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        {by === 'cash' && <CashNotes payment={payment} />}
        {by === 'card' && <CardWait payment={payment} amount={due} />}
        {by === 'split' && <SplitPart payment={payment} />}
        {by.startsWith('named:') && <Named payment={payment} name={by.slice(6)} />}
        <div className="panel-foot">
          <Button kind="quiet" icon="back" onClick={payment.back}>
            <FormattedMessage {...text.toWall} />
          </Button>
          <Button kind="quiet" onClick={() => till.setState({ sheet: { kind: 'park' } })}>
            <FormattedMessage {...text.park} />
          </Button>
        </div>
      </section>
    </div>
  );
}

function TenderTabs({ by, payment }: { readonly by: PayBy; readonly payment: Payment }) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const named = catalogue.collective.tenders.slice(0, 3).map(({ name, kind }): Segment<PayBy> => ({
    id: `named:${name}`,
    label: name,
    icon: kind,
  }));
  const segments: readonly Segment<PayBy>[] = [
    { id: 'card', label: intl.formatMessage(text.card), icon: 'card' },
    { id: 'cash', label: intl.formatMessage(text.cash), icon: 'cash' },
    ...named,
    { id: 'split', label: intl.formatMessage(text.split), icon: 'split' },
  ];
  return (
    <Segmented
      label={intl.formatMessage(text.how)}
      segments={segments}
      chosen={by}
      onChoose={(next) => {
        if (next !== by) payment.open(next);
      }}
    />
  );
}

/** Exact, the sums people really hand over, and any other by keypad. */
function CashNotes({ payment }: { readonly payment: Payment }) {
  const money = useMoney();
  const [typed, setTyped] = useState<number | null>(null);
  if (typed !== null) return <CashTyped payment={payment} typed={typed} onType={setTyped} />;
  const { cashDue } = payment;
  return (
    <div className="notes">
      <button type="button" className="note-button exact" onClick={() => payment.cashGiven(null)}>
        <b>
          <Money minor={cashDue} />
        </b>
        <span>
          <FormattedMessage {...text.exact} />
        </span>
      </button>
      {noteSuggestions(cashDue, money.currency).map((given) => (
        <button key={given} type="button" className="note-button" onClick={() => payment.cashGiven(given)}>
          <b>
            <Money minor={given} short />
          </b>
          <span>
            <FormattedMessage {...text.back} values={{ change: money.text(given - cashDue) }} />
          </span>
        </button>
      ))}
      <button type="button" className="note-button other" onClick={() => setTyped(0)}>
        <FormattedMessage {...text.other} />
      </button>
    </div>
  );
}

function CashTyped({
  payment,
  typed,
  onType,
}: {
  readonly payment: Payment;
  readonly typed: number;
  readonly onType: (typed: number | null) => void;
}) {
  const money = useMoney();
  const { cashDue, due } = payment;
  const enough = typed >= cashDue;
  const take = () => {
    if (enough) payment.cashGiven(typed);
    else if (typed > 0) payment.part(cashTender(due, typed, 1));
  };
  return (
    <div className="typed">
      <div className="typed-sum">
        <span className="q">
          <FormattedMessage {...text.given} />
        </span>
        <b>
          <Money minor={typed} />
        </b>
        <span className="q">
          {enough ? (
            <FormattedMessage {...text.back} values={{ change: money.text(typed - cashDue) }} />
          ) : (
            <FormattedMessage {...text.short} values={{ missing: money.text(cashDue - typed) }} />
          )}
        </span>
      </div>
      <Keypad amount={typed} onChange={onType} onEnter={take} />
      {typed > 0 && (
        <Button kind="go" size="big" onClick={take}>
          <FormattedMessage {...(enough ? text.take : text.takePart)} values={{ given: money.text(typed) }} />
        </Button>
      )}
    </div>
  );
}

function CardWait({ payment, amount }: { readonly payment: Payment; readonly amount: number }) {
  const money = useMoney();
  return (
    <>
      <div className="reader">
        <Reader amount={money.text(amount)} />
        <div>
          <h2>
            <FormattedMessage {...text.onReader} />
          </h2>
          <p className="q">
            <FormattedMessage {...text.hold} />
          </p>
        </div>
      </div>
      <Button kind="go" size="big" icon="check" onClick={() => payment.answer('succeeded')}>
        <FormattedMessage {...text.approved} />
      </Button>
      <div className="two">
        <Button onClick={() => payment.answer('failed')}>
          <FormattedMessage {...text.declined} />
        </Button>
        <Button onClick={() => payment.unclear('cash')}>
          <FormattedMessage {...text.noAnswer} />
        </Button>
      </div>
    </>
  );
}

/** A way of paying the lead named: a bank's own code, a voucher. */
function Named({ payment, name }: { readonly payment: Payment; readonly name: string }) {
  const money = useMoney();
  const { catalogue } = useStall();
  const kind = catalogue.collective.tenders.find((tender) => tender.name === name)?.kind ?? 'other';
  const amount = useTillState((state) => state.draft.attempt?.amount) ?? payment.due;
  if (kind === 'qr') {
    return (
      <>
        <div className="reader">
          <span className="named-mark">
            <Icon name="qr" size={96} />
          </span>
          <div>
            <h2>
              <FormattedMessage {...text.showCode} values={{ name }} />
            </h2>
            <p className="q">
              <FormattedMessage {...text.lookAtPhone} />
            </p>
          </div>
        </div>
        <Button kind="go" size="big" icon="check" onClick={() => payment.answer('succeeded')}>
          <FormattedMessage {...text.seen} />
        </Button>
        <div className="two">
          <Button onClick={() => payment.answer('failed')}>
            <FormattedMessage {...text.notPaid} />
          </Button>
          <Button onClick={() => payment.unclear('cash')}>
            <FormattedMessage {...text.noAnswer} />
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <div className="reader">
        <span className="named-mark">
          <Icon name={kind} size={96} />
        </span>
        <p className="q">
          <FormattedMessage {...text.namedHint} />
        </p>
      </div>
      <Button kind="go" size="big" icon="check" onClick={() => payment.named({ kind, name, amount })}>
        <FormattedMessage {...text.take2} values={{ amount: money.text(amount), name }} />
      </Button>
    </>
  );
}

const unclearText = defineMessages({
  title: { id: 'pay.unclearTitle', defaultMessage: 'We do not know yet if the card was charged.' },
  titleCode: { id: 'pay.unclearTitleCode', defaultMessage: 'We do not know yet if the code was paid.' },
  safe: { id: 'pay.unclearSafe', defaultMessage: '{amount} is still on the reader. The cart is saved on this tablet.' },
  look: { id: 'pay.unclearLook', defaultMessage: 'Look at the reader. <b>What does it say?</b>' },
  lookPhone: { id: 'pay.unclearLookPhone', defaultMessage: 'Look at the shopper’s phone. <b>What does it say?</b>' },
  paid: { id: 'pay.unclearPaid', defaultMessage: 'Paid, or approved' },
  paidHint: { id: 'pay.unclearPaidHint', defaultMessage: 'Close the sale as paid' },
  declined: { id: 'pay.unclearDeclined', defaultMessage: 'Declined, or cancelled' },
  declinedHint: { id: 'pay.unclearDeclinedHint', defaultMessage: 'Choose another way to pay' },
  cannot: { id: 'pay.unclearCannot', defaultMessage: 'Nothing, or cannot tell' },
  cannotHint: {
    id: 'pay.unclearCannotHint',
    defaultMessage: 'Keep it as unclear and sell on. It stays in the inbox until somebody knows',
  },
  never: { id: 'pay.unclearNever', defaultMessage: 'Do not charge a second time before it is clear.' },
});

const strong = (chunks: React.ReactNode) => <b>{chunks}</b>;

/** The three answers are the three things a person can see. */
export function UnclearView({ instead, payment }: { readonly instead: PayBy; readonly payment: Payment }) {
  const { priced } = useTill();
  const money = useMoney();
  const attempt = useTillState((state) => state.draft.attempt);
  const isCode = attempt?.kind === 'qr';
  return (
    <div className="paying">
      <BoughtPrints priced={priced} />
      <section className="money-panel">
        <div className="panel-pill">
          <PillSlot />
        </div>
        <span className="unclear-mark">
          <Icon name="alert" />
        </span>
        <h1>
          <FormattedMessage {...(isCode ? unclearText.titleCode : unclearText.title)} />
        </h1>
        <p className="unclear-words">
          <FormattedMessage {...unclearText.safe} values={{ amount: money.text(attempt?.amount ?? payment.due) }} />
        </p>
        <p className="unclear-words">
          <FormattedMessage {...(isCode ? unclearText.lookPhone : unclearText.look)} values={{ b: strong }} />
        </p>
        <div className="answers">
          <Answer icon="check" title="paid" onAnswer={() => payment.answer('succeeded')} />
          <Answer icon="close" title="declined" onAnswer={() => payment.answer('failed', instead)} />
          <Answer icon="none" title="cannot" onAnswer={() => payment.answer('unknown')} />
        </div>
        <p className="q unclear-never">
          <FormattedMessage {...unclearText.never} />
        </p>
      </section>
    </div>
  );
}

function Answer({
  icon,
  title,
  onAnswer,
}: {
  readonly icon: IconName;
  readonly title: 'paid' | 'declined' | 'cannot';
  readonly onAnswer: () => void;
}) {
  return (
    <Button className="answer" icon={icon} onClick={onAnswer}>
      <span>
        <FormattedMessage {...unclearText[title]} />
        <small>
          <FormattedMessage {...unclearText[`${title}Hint`]} />
        </small>
      </span>
    </Button>
  );
}

/** A card reader, drawn, with the amount it should show. */
function Reader({ amount }: { readonly amount: string }) {
  const dots = [152, 172, 192, 212].flatMap((y) => [82, 110, 138].map((x) => ({ x, y })));
  return (
    <svg className="reader-drawing" viewBox="0 0 220 250" aria-hidden="true">
      <rect x="50" y="62" width="120" height="172" rx="18" />
      <rect className="reader-screen" x="66" y="80" width="88" height="54" rx="5" />
      <text x="110" y="116" textAnchor="middle" fontSize={amount.length > 6 ? 20 : 26} fontWeight="600">
        {amount}
      </text>
      {dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="4.6" />
      ))}
      <g className="reader-waves">
        <path d="M92 44a26 26 0 0 1 36 0" />
        <path d="M80 30a43 43 0 0 1 60 0" />
        <path d="M68 16a60 60 0 0 1 84 0" />
      </g>
    </svg>
  );
}
