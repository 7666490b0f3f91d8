import { scalePoint } from 'd3-scale';
import { FormattedMessage } from 'react-intl';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import { halfHours, worksSold, type HalfHour } from '../../domain/market-days/board.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useLevelsOfWorks } from './use-levels.ts';
import { useDates, useMinute } from './use-days.ts';

const text = defineMessages({
  key: { id: 'board.key', defaultMessage: 'each picture is one piece sold' },
  spoken: {
    id: 'board.picture',
    defaultMessage:
      'Pieces sold by half hour from {from} to {to}{count, plural, =0 {: none yet} one {, busiest at {time} with # piece} other {, busiest at {time} with # pieces}}',
  },
  soldOut: { id: 'board.soldOut', defaultMessage: 'sold out, {time}' },
});

/** More names than this above the columns and nobody reads any; the list beside has them all. */
const MOST_MARKS = 3;

/** Columns of half an hour, one small picture a piece; a red dot where a print sold out. */
export function DayPicture({ day, lines }: { readonly day: MarketDay; readonly lines: readonly LedgerLine[] }) {
  const now = useMinute();
  const columns = halfHours(lines, day);
  const busiest = columns.reduce((most, each) => (each.pieces.length > most.pieces.length ? each : most));
  const values = {
    from: columns[0]?.time,
    to: day.closes,
    time: busiest.time,
    count: busiest.pieces.length,
  };
  return (
    <figure className="day-picture">
      <figcaption className="note q">
        <FormattedMessage {...text.key} />
      </figcaption>
      <SoldOutMarks day={day} lines={lines} columns={columns} />
      <p className="hidden-text">
        <FormattedMessage {...text.spoken} values={values} />
      </p>
      <div className="columns" aria-hidden="true">
        {columns.map((column, at) => (
          <div key={column.from} className={isNow(column, now) ? 'column now' : 'column'}>
            <div className="beads">
              {column.pieces.map((piece, bead) => (
                // Pieces of a column have no identity of their own.
                // oxlint-disable-next-line react/no-array-index-key
                <Bead key={bead} work={piece.work} />
              ))}
            </div>
            <span className="note q">{labelOf(column, at, columns.length)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Bead({ work }: { readonly work: string }) {
  const { catalogue } = useStall();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  return url ? <img alt="" src={url} /> : <i />;
}

function SoldOutMarks({
  day,
  lines,
  columns,
}: {
  readonly day: MarketDay;
  readonly lines: readonly LedgerLine[];
  readonly columns: readonly HalfHour[];
}) {
  const dates = useDates();
  const levels = useLevelsOfWorks();
  const gone = worksSold(lines)
    .filter(({ work }) => (levels?.get(work) ?? 1) <= 0)
    .toSorted((a, b) => a.lastAt - b.lastAt)
    .slice(-MOST_MARKS);
  if (gone.length === 0) return null;
  const x = scalePoint<number>(
    columns.map(({ from }) => from),
    [0, 100],
  ).padding(0.5);
  return (
    <div className="sold-out-marks">
      {gone.map(({ work, title, lastAt }, row) => {
        const column = columns.findLast(({ from }) => from <= lastAt) ?? columns[0];
        const left = (column && x(column.from)) ?? 0;
        const isLate = left > 60;
        return (
          <p
            key={work}
            className={isLate ? 'late' : ''}
            style={{ '--x': `${left}%`, '--row': row } as React.CSSProperties}
          >
            <i className="sold-dot" />
            <span>
              <span className="t">{title}</span>{' '}
              <span className="note">
                <FormattedMessage {...text.soldOut} values={{ time: dates.time(lastAt, day.zone) }} />
              </span>
            </span>
          </p>
        );
      })}
    </div>
  );
}

function isNow({ from }: HalfHour, now: number): boolean {
  return now >= from && now < from + 1_800_000;
}

/** Full hours only, and fewer of them where a day is long. */
function labelOf({ time }: HalfHour, at: number, count: number): string {
  if (!time.endsWith(':00')) return at === 0 && count < 3 ? time : '';
  return count <= 20 || Number(time.slice(0, 2)) % 2 === 0 ? time : '';
}
