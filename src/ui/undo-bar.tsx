import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from './icon.tsx';
import { defineMessages } from './messages.ts';

const text = defineMessages({
  undo: { id: 'ui.undo', defaultMessage: 'Undo' },
  left: { id: 'ui.undoLeft', defaultMessage: '{seconds} s' },
});

/** How long an undo is offered; a void is allowed no longer. */
export const UNDO_MS = 10_000;

/** What just happened, and for ten seconds the way back. With calm motion the shrinking line becomes a number. */
export function UndoBar({
  since,
  children,
  onUndo,
  onOver,
}: {
  /** When it happened; a new instant starts a new line. */
  readonly since: number;
  readonly children: ReactNode;
  readonly onUndo: () => void;
  readonly onOver: () => void;
}) {
  const intl = useIntl();
  const [left, setLeft] = useState(() => secondsLeft(since));
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsLeft(since);
      setLeft(seconds);
      if (seconds <= 0) over.current();
    }, 250);
    return () => clearInterval(timer);
  }, [since]);
  if (left <= 0) return null;
  return (
    <div className="undo-bar">
      <span className="undo-what">{children}</span>
      <span className="undo-seconds">{intl.formatMessage(text.left, { seconds: left })}</span>
      <button type="button" onClick={onUndo}>
        <Icon name="undo" size={24} />
        <FormattedMessage {...text.undo} />
      </button>
      <i key={since} className="undo-line" aria-hidden="true" />
    </div>
  );
}

function secondsLeft(since: number): number {
  return Math.ceil((since + UNDO_MS - Date.now()) / 1000);
}
