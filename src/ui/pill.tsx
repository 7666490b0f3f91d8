import { Icon } from './icon.tsx';

/**
 * The truth about the network in one line. Red only when a person must do something. Where the room is short it drops
 * `more`, then `head`, and is called by its full text all the same.
 */
export function Pill({
  head,
  detail = '',
  more = '',
  alert = false,
  onPress,
}: {
  readonly head: string;
  readonly detail?: string;
  readonly more?: string;
  readonly alert?: boolean;
  readonly onPress: () => void;
}) {
  const name = [head, detail, more].filter(Boolean).join(SEPARATOR);
  return (
    <button type="button" className={alert ? 'pill alert' : 'pill'} aria-label={name} onClick={onPress}>
      <span className="pill-in">
        <Icon name={alert ? 'alert' : 'check'} size={20} />
        <span className="pill-words">
          <span>
            {head}
            {detail && <span className="q">{SEPARATOR}</span>}
          </span>
          {detail && (
            <span className="q">
              {detail}
              {more && <span className="pill-more">{SEPARATOR + more}</span>}
            </span>
          )}
        </span>
      </span>
    </button>
  );
}

const SEPARATOR = ' · ';
