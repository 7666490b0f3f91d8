import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from './button.tsx';
import { defineMessages } from './messages.ts';

const text = defineMessages({ close: { id: 'ui.close', defaultMessage: 'Close' } });

/**
 * Slides over the page from the hand's side; Escape, the cross and a tap beside it close it. The platform's own
 * dialog keeps focus inside and gives it back.
 */
export function Sheet({
  title,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const intl = useIntl();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    // A tap on the backdrop lands on the dialog itself; keys have Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div className="sheet-in">
        <header className="sheet-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={intl.formatMessage(text.close)} onClick={() => dialog.current?.close()} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
