import { FormattedMessage, useIntl } from 'react-intl';
import type { CountingWindow } from '../../domain/floor/windows.ts';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { WINDOW_MINUTES } from './actions.ts';
import { clockText } from './displays.ts';
import { rich } from '../../ui/rich.tsx';

const text = defineMessages({
  left: {
    id: 'floor.windowLeft',
    defaultMessage:
      '<b>{left}</b> left in this window, the {count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} today',
  },
  bar: { id: 'floor.windowBar', defaultMessage: 'Time left in this window' },
  start: { id: 'floor.windowStart', defaultMessage: 'Count for {minutes} minutes' },
  how: {
    id: 'floor.windowHow',
    defaultMessage:
      'Tap a picture when somebody stops, tap their time when they go. Outside these minutes a pause is kept as not sure.',
  },
});

/** What is left of the counting window, or the way to start one. */
export function WindowBar({
  open,
  count,
  now,
  onStart,
}: {
  readonly open: CountingWindow | undefined;
  /** Windows of this day, the open one included. */
  readonly count: number;
  readonly now: number;
  readonly onStart: () => void;
}) {
  const intl = useIntl();
  if (!open) {
    return (
      <div className="window-bar">
        <Button kind="go" icon="clock" onClick={onStart}>
          <FormattedMessage {...text.start} values={{ minutes: WINDOW_MINUTES }} />
        </Button>
        <p className="q">
          <FormattedMessage {...text.how} />
        </p>
      </div>
    );
  }
  const [length, left] = [open.end.at - open.start.at, Math.max(0, open.end.at - now)];
  return (
    <div className="window-bar">
      <p>
        <FormattedMessage {...text.left} values={{ left: clockText(left), count, ...rich }} />
      </p>
      <progress aria-label={intl.formatMessage(text.bar)} max={length} value={length - left} />
    </div>
  );
}
