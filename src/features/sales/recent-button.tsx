import { useIntl } from 'react-intl';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import { handedBack, hasRecent } from './recent-steps.ts';
import { useTill, useTillState } from './till-context.tsx';
import './recent-button.css';

const text = defineMessages({
  recent: { id: 'till.recent', defaultMessage: 'Recent' },
  change: { id: 'till.recentChange', defaultMessage: 'Change {change}' },
});

/**
 * The way to what was done before; an icon alone where the room is for the total. Stands above the words of the total, where it takes no room from the lines; if the
 * next sale began before the change was given, it says how much that was.
 */
export function RecentButton() {
  const intl = useIntl();
  const { till } = useTill();
  const money = useMoney();
  const shown = useTillState(hasRecent);
  const open = useTillState((state) => state.recent);
  const change = useTillState(({ early }) => (early ? handedBack(early) : 0));
  if (!shown) return null;
  const words = intl.formatMessage(change > 0 ? text.change : text.recent, { change: money.text(change) });
  return (
    <button
      type="button"
      className={change > 0 ? 'recent-button owes' : 'recent-button'}
      aria-label={words}
      aria-expanded={open}
      onClick={() => till.setState({ recent: !open })}
    >
      <Icon name="clock" size={22} />
      <span>{words}</span>
    </button>
  );
}
