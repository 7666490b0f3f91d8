import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import type { DrawerReport } from '../../domain/market-days/drawer.ts';
import { explainVariance, type VarianceGuess } from '../../domain/market-days/variance.ts';
import type { Minor } from '../../domain/money.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Money, useMoney } from '../../ui/money.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { StillOpen } from './still-open.tsx';
import './close-compare.css';
import './why.css';

const text = defineMessages({
  cash: { id: 'close.cash', defaultMessage: 'Cash, tablet {letters}' },
  short: { id: 'close.short', defaultMessage: '{amount} short' },
  over: { id: 'close.over', defaultMessage: '{amount} over' },
  even: { id: 'close.even', defaultMessage: 'It fits' },
  float: { id: 'close.float', defaultMessage: 'float {amount}' },
  noFloat: { id: 'close.noFloat', defaultMessage: 'float not counted' },
  sales: { id: 'close.sales', defaultMessage: 'cash sales {amount}' },
  paidIn: { id: 'close.paidIn', defaultMessage: '{amount} paid in' },
  paidOut: { id: 'close.paidOut', defaultMessage: 'less {amount} paid out' },
  counted: { id: 'close.counted', defaultMessage: 'counted' },
  spoken: { id: 'close.spoken', defaultMessage: 'Expected {expected}, counted {counted}' },
  why: { id: 'close.why', defaultMessage: 'A word why?' },
  changeWrong: { id: 'close.changeWrong', defaultMessage: 'Change given wrong' },
  missed: { id: 'close.missed', defaultMessage: 'Note or coin missed' },
  notNoted: { id: 'close.notNoted', defaultMessage: 'Paid out, not noted' },
  moreFloat: { id: 'close.moreFloat', defaultMessage: 'Float was not counted' },
  unknown: { id: 'close.unknown', defaultMessage: 'Do not know' },
  other: { id: 'close.other', defaultMessage: 'Other words' },
  otherLabel: { id: 'close.otherLabel', defaultMessage: 'What happened' },
  closeWith: { id: 'close.closeWith', defaultMessage: 'Close with {difference}' },
  closeEven: { id: 'close.closeEven', defaultMessage: 'Close the drawer' },
  any: {
    id: 'close.any',
    defaultMessage:
      'Any count is accepted. The difference stays in the report with your word and is never spread over the photographers.',
  },
  again: { id: 'close.again', defaultMessage: 'Count again' },
  guessPiece: { id: 'close.guessPiece', defaultMessage: 'Most likely one piece of {piece}.' },
  guessSwapped: { id: 'close.guessSwapped', defaultMessage: 'As if a {taken} was taken for a {given}.' },
  guessEntry: {
    id: 'close.guessEntry',
    defaultMessage: 'Exactly one amount of today: {amount}. Made twice, or not written down?',
  },
  guessPieces: { id: 'close.guessPieces', defaultMessage: 'As if {pieces} pieces of {piece}.' },
});

/** What was counted beside what was expected, and a word why: the word closes the drawer. */
export function CloseCompare({
  report,
  read,
  counted,
  said,
  onAgain,
  onClose,
}: {
  readonly report: DrawerReport;
  readonly read: DayRead;
  readonly counted: Minor;
  readonly said: string;
  readonly onAgain: () => void;
  readonly onClose: (reason: string) => void;
}) {
  const intl = useIntl();
  const money = useMoney();
  const variance = counted - report.expected;
  const difference =
    variance === 0
      ? intl.formatMessage(text.even)
      : intl.formatMessage(variance < 0 ? text.short : text.over, { amount: money.text(Math.abs(variance)) });
  const letters = read.ledger.drawers.find(({ drawer }) => drawer === report.drawer)?.letters ?? '';
  const moves = cashAmounts(read, report.drawer);
  const guess = guessWords(intl, money.short, explainVariance(variance, money.currency, moves));
  return (
    <div className="compare">
      <p className="compare-of q">
        <FormattedMessage {...text.cash} values={{ letters }} />
      </p>
      <p className="compare-head voice" role="alert">
        {difference}
      </p>
      {guess && <p className="compare-guess">{guess}</p>}
      <CompareBars report={report} counted={counted} />
      {variance === 0 ? (
        <div className="why">
          <Button kind="go" size="big" onClick={() => onClose('')}>
            <FormattedMessage {...text.closeEven} />
          </Button>
        </div>
      ) : (
        <Why report={report} difference={difference} onClose={onClose} />
      )}
      {said && (
        <p className="said-problem" role="alert">
          {said}
        </p>
      )}
      <p className="q">
        <FormattedMessage {...text.any} />
      </p>
      <StillOpen read={read} />
      <div>
        <Button kind="quiet" icon="undo" onClick={onAgain}>
          <FormattedMessage {...text.again} />
        </Button>
      </div>
    </div>
  );
}

function Why({
  report,
  difference,
  onClose,
}: {
  readonly report: DrawerReport;
  readonly difference: string;
  readonly onClose: (reason: string) => void;
}) {
  const intl = useIntl();
  const [words, setWords] = useState<string>();
  const reasons = [
    ...(report.isFloatCounted ? [] : [text.moreFloat]),
    text.changeWrong,
    text.missed,
    text.notNoted,
    text.unknown,
  ];
  return (
    <section className="why-section">
      <h2>
        <FormattedMessage {...text.why} />
      </h2>
      <div className="why">
        {reasons.map((reason) => (
          <Button key={reason.id} onClick={() => onClose(intl.formatMessage(reason))}>
            <FormattedMessage {...reason} />
          </Button>
        ))}
        {words === undefined && (
          <Button onClick={() => setWords('')}>
            <FormattedMessage {...text.other} />
          </Button>
        )}
      </div>
      {words !== undefined && (
        <form
          className="why-words"
          onSubmit={(event) => {
            event.preventDefault();
            onClose(words.trim());
          }}
        >
          <Field
            label={intl.formatMessage(text.otherLabel)}
            value={words}
            maxLength={500}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button kind="go" type="submit">
            <FormattedMessage {...text.closeWith} values={{ difference }} />
          </Button>
        </form>
      )}
    </section>
  );
}

/** Two bars on one scale: what should be there, in its parts, and what is. */
function CompareBars({ report, counted }: { readonly report: DrawerReport; readonly counted: Minor }) {
  const intl = useIntl();
  const money = useMoney();
  const { sums, expected, isFloatCounted } = report;
  const most = Math.max(expected, counted, 1);
  const width = scaleLinear([0, most], [0, 100]).clamp(true);
  const cash = expected - sums.float - sums.paidIn + sums.paidOut;
  const float = Math.max(0, Math.min(sums.float, expected));
  const parts = [
    intl.formatMessage(text.sales, { amount: money.text(cash) }),
    ...(sums.paidIn > 0 ? [intl.formatMessage(text.paidIn, { amount: money.text(sums.paidIn) })] : []),
    ...(sums.paidOut > 0 ? [intl.formatMessage(text.paidOut, { amount: money.text(sums.paidOut) })] : []),
  ];
  const spoken = intl.formatMessage(text.spoken, { expected: money.text(expected), counted: money.text(counted) });
  const missing = width(expected) - width(counted);
  return (
    <div className="compare-bars">
      <p className="note q compare-parts">
        <span>
          <FormattedMessage
            {...(isFloatCounted ? text.float : text.noFloat)}
            values={{ amount: money.text(sums.float) }}
          />
        </span>
        <span>{parts.join(', ')}</span>
      </p>
      <p className="hidden-text">{spoken}</p>
      <div className="compare-row" aria-hidden="true">
        <span className="compare-bar">
          {float > 0 && <i className="compare-float" style={{ inlineSize: `${width(float)}%` }} />}
          <i className="compare-expected" style={{ inlineSize: `${Math.max(0, width(expected) - width(float))}%` }} />
        </span>
        <b>
          <Money minor={expected} />
        </b>
      </div>
      <div className="compare-row" aria-hidden="true">
        <span className="compare-bar">
          <i className="compare-counted" style={{ inlineSize: `${width(Math.min(counted, expected))}%` }} />
          {missing > 0 && <i className="compare-missing" style={{ inlineSize: `max(7px, ${missing}%)` }} />}
          {missing < 0 && <i className="compare-more" style={{ inlineSize: `max(7px, ${-missing}%)` }} />}
        </span>
        <b>
          <Money minor={counted} />
        </b>
      </div>
      <p className="note q">
        <FormattedMessage {...text.counted} />
      </p>
    </div>
  );
}

/** Amounts that changed this drawer's cash today, to find one that was booked wrongly. */
function cashAmounts({ ledger }: DayRead, drawer: string): Minor[] {
  const tenders = ledger.tenders.filter((each) => each.drawer === drawer && each.tender.kind === 'cash');
  const moves = ledger.cashMoves.filter((move) => move.drawer === drawer && move.kind !== 'counted');
  return [...tenders.map(({ amount }) => amount), ...moves.flatMap(({ amount }) => amount ?? [])];
}

function guessWords(intl: IntlShape, short: (minor: Minor) => string, guess: VarianceGuess): string {
  switch (guess.kind) {
    case 'even':
    case 'unknown':
      return '';
    case 'piece':
      return intl.formatMessage(text.guessPiece, { piece: short(guess.piece) });
    case 'swapped':
      return intl.formatMessage(text.guessSwapped, { taken: short(guess.taken), given: short(guess.given) });
    case 'entry':
      return intl.formatMessage(text.guessEntry, { amount: short(guess.amount) });
    case 'pieces':
      return intl.formatMessage(text.guessPieces, { pieces: guess.pieces, piece: short(guess.piece) });
  }
}
