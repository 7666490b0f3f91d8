import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** The truth about the network in one line. Red only when a person must do something. */
export function Pill({
  head,
  detail,
  alert = false,
  onPress,
}: {
  readonly head: ReactNode;
  readonly detail?: ReactNode;
  readonly alert?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={alert ? 'pill alert' : 'pill'} onClick={onPress}>
      <span className="pill-in">
        <Icon name={alert ? 'alert' : 'check'} size={20} />
        <span>{head}</span>
        {detail && <span className="q"> · {detail}</span>}
      </span>
    </button>
  );
}
