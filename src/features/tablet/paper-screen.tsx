import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { decimalMarkOf } from '../../domain/amount-text.ts';
import { readPrice } from '../../domain/catalogue/import/price.ts';
import { readQuantity } from '../../domain/catalogue/import/numbers.ts';
import { wallClock } from '../../domain/time.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { useOnce } from '../../ui/use-once.ts';
import { emptyLine, PaperLineFields, type TypedLine } from './paper-line.tsx';
import {
  enterPaperSale,
  isTaxIncludedOn,
  pricePaper,
  type PaperLine,
  type PaperProblem,
  type PaperSale,
} from './paper-sale.ts';

const text = defineMessages({
  title: { id: 'paper.title', defaultMessage: 'Sales on paper' },
  lead: {
    id: 'paper.lead',
    defaultMessage:
      'Enter what was sold while the tablet was away, with its own time. It joins the day on which it was made.',
  },
  date: { id: 'paper.date', defaultMessage: 'Day' },
  time: { id: 'paper.time', defaultMessage: 'Time' },
  add: { id: 'paper.add', defaultMessage: 'One more line' },
  how: { id: 'paper.how', defaultMessage: 'Paid by' },
  cash: { id: 'paper.cash', defaultMessage: 'Cash' },
  card: { id: 'paper.card', defaultMessage: 'Card' },
  paid: { id: 'paper.paid', defaultMessage: 'Paid in all' },
  paidHint: { id: 'paper.paidHint', defaultMessage: 'Empty: {total}, the list price. Less is kept as a discount.' },
  save: { id: 'paper.save', defaultMessage: 'Enter the sale' },
  saved: { id: 'paper.saved', defaultMessage: 'Entered as {receipt}. Write that number on the paper.' },
  nothing: { id: 'paper.nothing', defaultMessage: 'Nothing is written yet: choose a print, or type an amount.' },
  time2: { id: 'paper.timeUnusable', defaultMessage: 'Day and time as on the paper, such as 14:05.' },
  ahead: { id: 'paper.timeAhead', defaultMessage: 'This time is still to come. Look at day and time again.' },
  more: {
    id: 'paper.paidMore',
    defaultMessage: 'More was paid than the list says, {total}. Enter the rest as an amount of its own.',
  },
  amount: {
    id: 'paper.amountProblem',
    defaultMessage: 'A line has no amount or count that can be read. Nothing was saved.',
  },
  other: {
    id: 'paper.other',
    defaultMessage:
      'This could not be entered, and nothing was saved. Is a number named twice, or larger than the edition?',
  },
  storage: {
    id: 'paper.storage',
    defaultMessage: 'This tablet cannot save just now, so nothing was saved. What you typed stays here; try again.',
  },
});

/** Sales written on paper, entered afterwards with their time. */
export function PaperScreen() {
  const intl = useIntl();
  const money = useMoney();
  const stall = useStall();
  const once = useOnce();
  const { currency, tenders, taxIncluded } = stall.catalogue.collective;
  const now = wallClock(stall.now(), stall.zone);
  const [date, setDate] = useState(now.date);
  const [time, setTime] = useState('');
  const [lines, setLines] = useState<readonly TypedLine[]>(() => [emptyLine()]);
  const [tender, setTender] = useState('cash');
  const [paid, setPaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const [receipt, setReceipt] = useState<string>();
  const itsTax = useLive(() => isTaxIncludedOn(stall, date), [stall, date]);
  const mark = decimalMarkOf(stall.catalogue.collective.locale);

  const read = (): PaperSale | undefined => {
    const made: PaperLine[] = [];
    for (const line of lines) {
      if (line.variant === '' && line.title.trim() === '' && line.amount.trim() === '') continue;
      const amount = line.variant === '' ? readPrice(line.amount.trim(), currency, mark) : undefined;
      const quantity = readQuantity(line.quantity.trim() || '1');
      const number = readQuantity(line.number.trim());
      if ((amount && !amount.ok) || !quantity.ok || !number.ok || quantity.value === 0) return undefined;
      made.push({
        variant: line.variant,
        title: line.title.trim() || '–',
        amount: amount?.ok ? amount.value : 0,
        quantity: quantity.value ?? 1,
        number: number.value,
      });
    }
    const inAll = paid.trim() === '' ? undefined : readPrice(paid.trim(), currency, mark);
    if (inAll && !inAll.ok) return undefined;
    const named = tenders.find(({ name }) => name === tender);
    const kind = tender === 'cash' || tender === 'card' ? tender : (named?.kind ?? 'other');
    return { date, time, lines: made, paid: inAll?.ok ? inAll.value : null, tender: { kind, name: named?.name ?? '' } };
  };
  const words = (refused: PaperProblem): string => {
    switch (refused.kind) {
      case 'time-unusable':
        return intl.formatMessage(text.time2);
      case 'time-ahead':
        return intl.formatMessage(text.ahead);
      case 'paid-more':
        return intl.formatMessage(text.more, { total: money.text(refused.total) });
      case 'empty-cart':
        return intl.formatMessage(text.nothing);
      case 'storage-full':
      case 'storage-closed':
        return intl.formatMessage(text.storage);
      default:
        return intl.formatMessage(text.other);
    }
  };
  const submit = async () => {
    setReceipt(undefined);
    const sale = read();
    if (!sale) return setProblem(intl.formatMessage(text.amount));
    const entered = await enterPaperSale(stall, sale);
    if (!entered.ok) return setProblem(words(entered.problem));
    setProblem(undefined);
    setReceipt(entered.value);
    announce(intl.formatMessage(text.saved, { receipt: entered.value }));
    setLines([emptyLine()]);
    setPaid('');
    setTime('');
  };
  const sale = read();
  const priced = sale && pricePaper(stall, { ...sale, paid: null }, itsTax ?? taxIncluded);
  const total = priced?.ok ? priced.value.total : 0;
  return (
    <Page title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void once(submit);
        }}
      >
        <div className="fields">
          <Field
            label={intl.formatMessage(text.date)}
            type="date"
            max={now.date}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <Field
            label={intl.formatMessage(text.time)}
            type="time"
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
        {lines.map((line, at) => (
          <PaperLineFields
            key={line.key}
            line={line}
            onChange={(next) => setLines(lines.with(at, next))}
            onRemove={lines.length > 1 ? () => setLines(lines.toSpliced(at, 1)) : undefined}
          />
        ))}
        <div>
          <Button icon="plus" onClick={() => setLines([...lines, emptyLine()])}>
            <FormattedMessage {...text.add} />
          </Button>
        </div>
        <div className="fields">
          <Select
            label={intl.formatMessage(text.how)}
            value={tender}
            onChoose={setTender}
            choices={[
              { id: 'cash', label: intl.formatMessage(text.cash) },
              { id: 'card', label: intl.formatMessage(text.card) },
              ...tenders.map(({ name }) => ({ id: name, label: name })),
            ]}
          />
          <Field
            label={intl.formatMessage(text.paid)}
            hint={intl.formatMessage(text.paidHint, { total: money.text(total) })}
            inputMode="decimal"
            value={paid}
            onChange={(event) => setPaid(event.target.value)}
          />
        </div>
        {problem && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
        {receipt && (
          <output className="form-done">
            <FormattedMessage {...text.saved} values={{ receipt }} />
          </output>
        )}
        <div className="form-end">
          <Button kind="go" type="submit">
            <FormattedMessage {...text.save} />
          </Button>
        </div>
      </form>
    </Page>
  );
}
