import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { FactRead } from '../../domain/fact.ts';
import { floorOf } from '../../domain/floor/pauses.ts';
import { useStall } from '../../store/stall.tsx';
import { useMinute } from '../../store/use-minute.ts';
import { defineMessages } from '../../ui/messages.ts';
import './board-pauses.css';

const text = defineMessages({
  pauses: { id: 'board.pauses', defaultMessage: 'Who stands still' },
  pause: {
    id: 'board.pause',
    defaultMessage:
      '{count, plural, one {# pause} other {# pauses}}{median, select, none {} other {, half of them over {median}}}',
  },
  seconds: { id: 'board.seconds', defaultMessage: '{seconds} s' },
  all: { id: 'board.allDisplays', defaultMessage: 'All {count}' },
  display: { id: 'board.display', defaultMessage: 'Picture' },
  count: { id: 'board.pauseCount', defaultMessage: 'Pauses' },
  half: { id: 'board.halfStay', defaultMessage: 'Half stay' },
  bought: { id: 'board.pauseBought', defaultMessage: 'Bought' },
  asked: { id: 'board.pauseAsked', defaultMessage: 'Asked' },
  left: { id: 'board.pauseLeft', defaultMessage: 'Left' },
  unsure: { id: 'board.pauseUnsure', defaultMessage: 'Not sure' },
});

/** The way to the close stays on the first screen. */
const MOST_ROWS = 3;

/** Who paused where: the pictures with most pauses in sight, every one in a table for people who listen. */
export function BoardPauses({ reads }: { readonly reads: readonly FactRead[] }) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const now = useMinute();
  const displays = [...floorOf(reads, now).displays]
    .map(([display, count]) => ({ display, ...count, title: catalogue.workById.get(display)?.title ?? display }))
    .toSorted((a, b) => b.pauses - a.pauses || (a.display < b.display ? -1 : 1));
  const shown = displays.filter(({ pauses }) => pauses > 0);
  if (shown.length === 0) return null;
  const seconds = (ms: number | null) =>
    ms === null ? null : intl.formatMessage(text.seconds, { seconds: Math.round(ms / 1000) });
  return (
    <section>
      <h2 className="board-pauses-head">
        <FormattedMessage {...text.pauses} />
        {shown.length > MOST_ROWS && (
          <Link href="/floor" className="note">
            <FormattedMessage {...text.all} values={{ count: shown.length }} />
          </Link>
        )}
      </h2>
      <ul className="pause-list" aria-hidden="true">
        {shown.slice(0, MOST_ROWS).map(({ display, title, pauses, medianMs }) => (
          <li key={display}>
            <span className="t">{title}</span>
            <span className="note q">
              <FormattedMessage {...text.pause} values={{ count: pauses, median: seconds(medianMs) ?? 'none' }} />
            </span>
          </li>
        ))}
      </ul>
      <div className="hidden-text">
        <table>
          <caption>
            <FormattedMessage {...text.pauses} />
          </caption>
          <thead>
            <tr>
              {[text.display, text.count, text.half, text.bought, text.asked, text.left, text.unsure].map((head) => (
                <th key={head.id} scope="col">
                  <FormattedMessage {...head} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {displays.map(({ display, title, pauses, medianMs, bought, asked, left, unsure }) => (
              <tr key={display}>
                <th scope="row">{title}</th>
                <td>{pauses}</td>
                <td>{seconds(medianMs) ?? '–'}</td>
                <td>{bought}</td>
                <td>{asked}</td>
                <td>{left}</td>
                <td>{unsure}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
