import { FormattedMessage } from 'react-intl';
import { isRehearsal } from '../store/rehearsal.ts';
import { useStall } from '../store/stall.tsx';
import { useTablet } from '../store/tablet.tsx';
import { Button } from '../ui/button.tsx';
import { defineMessages } from '../ui/messages.ts';
import './rehearsal-mark.css';

const text = defineMessages({
  mark: { id: 'rehearsal.mark', defaultMessage: 'Rehearsal: nothing here is kept' },
  end: { id: 'rehearsal.end', defaultMessage: 'End it' },
});

/** On every screen of a rehearsal: that it is one, and the way out. */
export function RehearsalMark() {
  const { db } = useStall();
  const { endRehearsal } = useTablet();
  if (!isRehearsal(db)) return null;
  return (
    <p className="rehearsal-mark">
      <span>
        <FormattedMessage {...text.mark} />
      </span>
      <Button size="small" onClick={() => void endRehearsal()}>
        <FormattedMessage {...text.end} />
      </Button>
    </p>
  );
}
