import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Minor } from '../domain/money.ts';
import { Icon } from './icon.tsx';
import { Keypad } from './keypad.tsx';
import { Money, useMoney } from './money.tsx';
import { defineMessages } from './messages.ts';
import { Segmented } from './segmented.tsx';
import './cash-count.css';

const text = defineMessages({
  way: { id: 'count.way', defaultMessage: 'How to count' },
  byPiece: { id: 'count.byPiece', defaultMessage: 'By note and coin' },
  byTotal: { id: 'count.byTotal', defaultMessage: 'Only the total' },
  notes: { id: 'count.notes', defaultMessage: 'Notes of {value}' },
  coins: { id: 'count.coins', defaultMessage: 'Coins of {value}' },
  piece: { id: 'count.piece', defaultMessage: '{kind}: {count}' },
  counted: { id: 'count.counted', defaultMessage: 'Counted' },
  keys: { id: 'count.keys', defaultMessage: 'How many' },
  erase: { id: 'count.erase', defaultMessage: 'Delete the last digit' },
  next: { id: 'count.next', defaultMessage: 'Next' },
  pieces: { id: 'count.pieces', defaultMessage: 'Notes and coins' },
});

/** A count of cash: pieces by their value in minor units, or only the sum. */
export interface CashCounted {
  readonly way: 'piece' | 'total';
  readonly pieces: Readonly<Record<string, number>>;
  readonly total: Minor;
}

export const NOTHING_COUNTED: CashCounted = { way: 'piece', pieces: {}, total: 0 };

/** What was counted comes to. */
export function countedSum({ way, pieces, total }: CashCounted): Minor {
  if (way === 'total') return total;
  return Object.entries(pieces).reduce((all, [value, count]) => all + Number(value) * count, 0);
}

/** The pieces that are there, for the fact; undefined where only the sum was typed. */
export function countedPieces({ way, pieces }: CashCounted): Readonly<Record<string, number>> | undefined {
  if (way === 'total') return undefined;
  return Object.fromEntries(Object.entries(pieces).filter(([, count]) => count > 0));
}

/** Coins and notes of the currency, small to large. */
interface CashPieces {
  readonly coins: readonly Minor[];
  readonly notes: readonly Minor[];
}

/**
 * Counts a drawer by note and coin, or by its sum. Digits go to the chosen piece, from the keys on the screen or real
 * ones; Enter goes on to the next. `children` stand below the sum: what happens with it.
 */
export function CashCount({
  cash,
  count,
  onCount,
  lead,
  children,
}: {
  readonly cash: CashPieces;
  readonly count: CashCounted;
  readonly onCount: (count: CashCounted) => void;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  const intl = useIntl();
  const money = useMoney();
  const values = [...[...cash.notes].toReversed(), ...[...cash.coins].toReversed()];
  const [chosen, setChosen] = useState<Minor>(values[0] ?? 1);
  // The first digit after a piece was chosen begins its number anew.
  const isFresh = useRef(true);
  const kindOf = (value: Minor) => (cash.notes.includes(value) ? 'note' : 'coin');
  const nameOf = (value: Minor) =>
    intl.formatMessage(kindOf(value) === 'note' ? text.notes : text.coins, { value: money.short(value) });
  const choose = (value: Minor) => {
    isFresh.current = true;
    setChosen(value);
  };
  const set = (pieces: number) => onCount({ ...count, pieces: { ...count.pieces, [chosen]: pieces } });
  const press = (digit: number) => {
    const next = isFresh.current ? digit : (count.pieces[chosen] ?? 0) * 10 + digit;
    isFresh.current = false;
    if (next <= 99_999) set(next);
  };
  const erase = () => {
    isFresh.current = false;
    set(Math.floor((count.pieces[chosen] ?? 0) / 10));
  };
  const next = () => choose(values[(values.indexOf(chosen) + 1) % values.length] ?? chosen);
  useDigits(count.way === 'piece', { press, erase, next });
  return (
    <div className="cash-count">
      <section className="cash-pieces">
        <div className="cash-lead">
          {lead}
          <Segmented
            label={intl.formatMessage(text.way)}
            chosen={count.way}
            onChoose={(way) => onCount({ ...count, way })}
            segments={[
              { id: 'piece', label: <FormattedMessage {...text.byPiece} /> },
              { id: 'total', label: <FormattedMessage {...text.byTotal} /> },
            ]}
          />
        </div>
        {count.way === 'piece' && (
          <fieldset className="piece-grid" aria-label={intl.formatMessage(text.pieces)}>
            {values.map((value) => (
              <button
                key={value}
                type="button"
                className="piece"
                aria-pressed={value === chosen}
                aria-label={intl.formatMessage(text.piece, { kind: nameOf(value), count: count.pieces[value] ?? 0 })}
                onClick={() => choose(value)}
              >
                <span className={kindOf(value)}>{money.short(value)}</span>
                <span className="piece-count">{count.pieces[value] ? `× ${count.pieces[value]}` : ''}</span>
              </button>
            ))}
          </fieldset>
        )}
      </section>
      <section className="cash-keys">
        {count.way === 'piece' ? (
          <>
            <p className="cash-chosen">
              <span className="q">{nameOf(chosen)}</span>
              <b>{count.pieces[chosen] ?? 0}</b>
            </p>
            <CountKeys press={press} erase={erase} next={next} />
          </>
        ) : (
          <Keypad amount={count.total} onChange={(total) => onCount({ ...count, total })} />
        )}
        <span className="sp" />
        <p className="cash-sum">
          <FormattedMessage {...text.counted} />
          <b>
            <Money minor={countedSum(count)} sign />
          </b>
        </p>
        {children}
      </section>
    </div>
  );
}

interface Digits {
  readonly press: (digit: number) => void;
  readonly erase: () => void;
  readonly next: () => void;
}

function CountKeys({ press, erase, next }: Digits) {
  const intl = useIntl();
  return (
    <fieldset className="keypad" aria-label={intl.formatMessage(text.keys)}>
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => (
        <button key={digit} type="button" onClick={() => press(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" aria-label={intl.formatMessage(text.erase)} onClick={erase}>
        <Icon name="erase" size={30} />
      </button>
      <button type="button" onClick={() => press(0)}>
        0
      </button>
      <button type="button" className="key-next" aria-label={intl.formatMessage(text.next)} onClick={next}>
        <Icon name="forward" size={30} />
      </button>
    </fieldset>
  );
}

/** Real keys, while no field and no button other than the pieces has the focus. */
function useDigits(isOn: boolean, digits: Digits): void {
  const latest = useRef(digits);
  // Before the next key, however fast somebody types: what waits for a paint would still know the count before.
  useLayoutEffect(() => {
    latest.current = digits;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const isField = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (isField || event.ctrlKey || event.metaKey || event.altKey) return;
      const isButton = event.target instanceof HTMLButtonElement;
      if (/^\d$/.test(event.key)) latest.current.press(Number(event.key));
      else if (event.key === 'Backspace') latest.current.erase();
      else if (event.key === 'Enter' && (!isButton || event.target.matches('.piece'))) latest.current.next();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOn]);
}
