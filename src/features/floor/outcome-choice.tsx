import { useEffect, useLayoutEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Stall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { endPause, endUnseen, type NotKept, type Outcome } from './actions.ts';

const text = defineMessages({
  how: { id: 'floor.howEnded', defaultMessage: 'How did it end?' },
  bought: { id: 'floor.bought', defaultMessage: 'Bought' },
  asked: { id: 'floor.asked', defaultMessage: 'Asked' },
  left: { id: 'floor.left', defaultMessage: 'Left' },
  moved: { id: 'floor.moved', defaultMessage: 'Went to another picture' },
  unsure: { id: 'floor.unsure', defaultMessage: 'I did not see it' },
});

const outcomes: readonly { readonly outcome: Outcome; readonly icon: IconName }[] = [
  { outcome: 'bought', icon: 'bag' },
  { outcome: 'asked', icon: 'inbox' },
  { outcome: 'left', icon: 'forward' },
];

/** What became of a pause, under its token and always inside the page. */
export function OutcomeChoice({
  stall,
  pause,
  onKeep,
  onMove,
  onClose,
}: {
  readonly stall: Stall;
  readonly pause: string;
  readonly onKeep: (writing: Promise<NotKept>) => void;
  /** They stand before something else now: which one is asked of the pad. */
  readonly onMove: () => void;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (box.current) keepInside(box.current);
    box.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <fieldset ref={box} className="outcomes" aria-label={intl.formatMessage(text.how)}>
      {outcomes.map(({ outcome, icon }) => (
        <Button key={outcome} icon={icon} onClick={() => onKeep(endPause(stall, pause, outcome))}>
          <FormattedMessage {...text[outcome]} />
        </Button>
      ))}
      <Button kind="text" onClick={onMove}>
        <FormattedMessage {...text.moved} />
      </Button>
      <Button kind="text" onClick={() => onKeep(endUnseen(stall, pause))}>
        <FormattedMessage {...text.unsure} />
      </Button>
    </fieldset>
  );
}

/** A choice at the edge of the pad moves in, so that every answer can be tapped. */
function keepInside(box: HTMLElement): void {
  box.style.setProperty('--shift', '0px');
  const room = box.closest('.page')?.getBoundingClientRect();
  const { left, right } = box.getBoundingClientRect();
  if (!room) return;
  const shift = Math.max(0, room.left + 12 - left) - Math.max(0, right - (room.right - 12));
  box.style.setProperty('--shift', `${shift}px`);
  box.scrollIntoView({ block: 'nearest' });
}
