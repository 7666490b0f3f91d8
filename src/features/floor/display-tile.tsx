import { useIntl } from 'react-intl';
import type { Work } from '../../domain/catalogue/catalogue.ts';
import type { DisplayCount, Token } from '../../domain/floor/pauses.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import type { NotKept } from './actions.ts';
import { clockText } from './displays.ts';
import { OutcomeChoice } from './outcome-choice.tsx';

const text = defineMessages({
  start: { id: 'floor.start', defaultMessage: '{title}: somebody stops here' },
  moveTo: { id: 'floor.moveTo', defaultMessage: '{title}: they stand here now' },
  token: {
    id: 'floor.token',
    defaultMessage: '{people, plural, one {One person} other {# people}} at {title} for {time}: how did it end',
  },
  here: { id: 'floor.stillHere', defaultMessage: '{time} here?' },
  count: {
    id: 'floor.count',
    defaultMessage: '{pauses, plural, one {# pause} other {# pauses}}, half stay {median}',
  },
  countOnly: { id: 'floor.countOnly', defaultMessage: '{pauses, plural, one {# pause} other {# pauses}}' },
});

/** One display: its picture to tap, what was counted there, and a token for everybody who stands before it now. */
export function DisplayTile({
  work,
  count,
  tokens,
  now,
  chosen,
  isMoving,
  onChoose,
  onStart,
  onMove,
  onKeep,
}: {
  readonly work: Work;
  readonly count: DisplayCount | undefined;
  readonly tokens: readonly Token[];
  readonly now: number;
  /** The pause whose outcome is being asked. */
  readonly chosen: string | null;
  /** A token waits for the display it goes to: the next tap is that, and no start. */
  readonly isMoving: boolean;
  readonly onChoose: (pause: string | null) => void;
  readonly onStart: () => void;
  readonly onMove: (pause: string) => void;
  readonly onKeep: (writing: Promise<NotKept>) => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const url = usePicture(work.picture?.medium);
  return (
    <li className="display">
      <button type="button" className="display-start" onClick={onStart}>
        <span className="hidden-text">
          {intl.formatMessage(isMoving ? text.moveTo : text.start, { title: work.title })}
        </span>
        <span className="display-picture" aria-hidden="true">
          {url ? <img alt="" src={url} /> : <span className="display-blank t">{work.title}</span>}
        </span>
        <span className="t" aria-hidden="true">
          {work.title}
        </span>
      </button>
      <p className="note q">{count && count.pauses > 0 ? <CountText count={count} /> : ' '}</p>
      <div className="tokens">
        {tokens.map((token) => {
          const time = clockText(now - token.movedAt);
          return (
            <button
              key={token.pause}
              type="button"
              className={token.isForgotten ? 'token asks' : token.people > 1 ? 'token group' : 'token'}
              aria-expanded={chosen === token.pause}
              aria-label={intl.formatMessage(text.token, { people: token.people, title: work.title, time })}
              onClick={() => onChoose(chosen === token.pause ? null : token.pause)}
            >
              {token.people > 1 && (
                <>
                  <Icon name="person" size={20} />
                  {token.people} ·{' '}
                </>
              )}
              {token.isForgotten ? intl.formatMessage(text.here, { time }) : time}
            </button>
          );
        })}
        {tokens.some((token) => token.pause === chosen) && chosen && (
          <OutcomeChoice
            key={chosen}
            stall={stall}
            pause={chosen}
            onKeep={onKeep}
            onMove={() => onMove(chosen)}
            onClose={() => onChoose(null)}
          />
        )}
      </div>
    </li>
  );
}

function CountText({ count: { pauses, medianMs } }: { readonly count: DisplayCount }) {
  const intl = useIntl();
  return medianMs === null
    ? intl.formatMessage(text.countOnly, { pauses })
    : intl.formatMessage(text.count, { pauses, median: clockText(medianMs) });
}
