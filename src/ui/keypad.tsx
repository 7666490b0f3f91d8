import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Minor } from '../domain/money.ts';
import { Icon } from './icon.tsx';
import { defineMessages } from './messages.ts';

const text = defineMessages({
  keypad: { id: 'ui.keypad', defaultMessage: 'Amount' },
  erase: { id: 'ui.keypadErase', defaultMessage: 'Delete the last digit' },
});

const MOST = 999_999_999;
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;

/**
 * 3 × 4 keys, 72 high; digits enter from the right as the smallest unit. Physical digits, Backspace and Enter work as
 * well while the pad is there and no field has focus.
 */
export function Keypad({
  amount,
  onChange,
  onEnter,
}: {
  readonly amount: Minor;
  readonly onChange: (amount: Minor) => void;
  readonly onEnter?: () => void;
}) {
  const intl = useIntl();
  const press = (digits: string) => {
    const next = Number(`${amount}${digits}`);
    if (next <= MOST) onChange(next);
  };
  const erase = () => onChange(Math.floor(amount / 10));
  const onKey = useRef<(event: KeyboardEvent) => void>(undefined);
  useEffect(() => {
    onKey.current = (event) => {
      const isField = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (isField || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) press(event.key);
      else if (event.key === 'Backspace') erase();
      else if (event.key === 'Enter' && onEnter && !(event.target instanceof HTMLButtonElement)) onEnter();
      else return;
      event.preventDefault();
    };
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey.current?.(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
  return (
    <fieldset className="keypad" aria-label={intl.formatMessage(text.keypad)}>
      {keys.map((key) => (
        <button key={key} type="button" onClick={() => press(key)}>
          {key}
        </button>
      ))}
      <button type="button" aria-label={intl.formatMessage(text.erase)} onClick={erase}>
        <Icon name="erase" size={30} />
      </button>
    </fieldset>
  );
}
