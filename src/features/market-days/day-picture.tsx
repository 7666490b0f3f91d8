import { rollup } from 'd3-array';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import { halfHours, worksSold, type HalfHour, type WorkSold } from '../../domain/market-days/board.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { useMinute } from '../../store/use-minute.ts';
import { defineMessages } from '../../ui/messages.ts';
import { useDates } from '../../ui/use-dates.ts';
import { useLevelsOfWorks } from './use-levels.ts';
import './day-picture.css';

const text = defineMessages({
  key: { id: 'board.key', defaultMessage: 'each picture is one piece sold' },
  spoken: {
    id: 'board.picture',
    defaultMessage:
      'Pieces sold by half hour from {from} to {to}{count, plural, =0 {: none yet} one {, busiest at {time} with # piece} other {, busiest at {time} with # pieces}}',
  },
  halfHour: { id: 'board.halfHour', defaultMessage: 'Half hour' },
  pieces: { id: 'board.piecesSold', defaultMessage: 'Pieces sold' },
  prints: { id: 'board.printsSold', defaultMessage: 'What was sold' },
  soldOut: { id: 'board.soldOut', defaultMessage: 'sold out, {time}' },
});

/** More names than this above the columns and nobody reads any; the list beside has them all. */
const MOST_MARKS = 3;

/** Columns of half an hour, one small picture a piece; a red dot and a dashed line to where a print sold out. */
export function DayPicture({ day, lines }: { readonly day: MarketDay; readonly lines: readonly LedgerLine[] }) {
  const now = useMinute();
  const columns = halfHours(lines, day);
  const gone = useSoldOut(lines);
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
      <SoldOutMarks day={day} gone={gone} columns={columns} />
      <div className="hidden-text">
        <HalfHourTable columns={columns} caption={<FormattedMessage {...text.spoken} values={values} />} />
      </div>
      <div
        className="columns"
        aria-hidden="true"
        style={{ '--most': Math.max(1, busiest.pieces.length) } as React.CSSProperties}
      >
        {columns.map((column, at) => (
          <div key={column.from} className={isNow(column, now) ? 'column now' : 'column'}>
            {gone.some(({ lastAt }) => columnOf(columns, lastAt) === at) && <i className="gone-line" />}
            <div className="beads">
              {column.pieces.map(({ key, work }) => (
                <Bead key={key} work={work} />
              ))}
            </div>
            <span className="note q">{labelOf(column, at, columns.length)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** The columns for people who listen: the same figures, row by row. */
function HalfHourTable({ columns, caption }: { readonly columns: readonly HalfHour[]; readonly caption: ReactNode }) {
  const intl = useIntl();
  const { catalogue } = useStall();
  const titles = ({ pieces }: HalfHour) =>
    [
      ...rollup(
        pieces,
        (of) => of.length,
        ({ work }) => catalogue.workById.get(work)?.title ?? '',
      ),
    ]
      .filter(([title]) => title !== '')
      .map(([title, count]) => (count > 1 ? `${count} × ${title}` : title));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[text.halfHour, text.pieces, text.prints].map((head) => (
            <th key={head.id} scope="col">
              <FormattedMessage {...head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.from}>
            <th scope="row">{column.time}</th>
            <td>{column.pieces.length}</td>
            <td>{intl.formatList(titles(column))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bead({ work }: { readonly work: string }) {
  const { catalogue } = useStall();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  return url ? <img alt="" src={url} /> : <i />;
}

function SoldOutMarks({
  day,
  gone,
  columns,
}: {
  readonly day: MarketDay;
  readonly gone: readonly WorkSold[];
  readonly columns: readonly HalfHour[];
}) {
  const dates = useDates();
  if (gone.length === 0) return null;
  return (
    <div className="sold-out-marks">
      {gone.map(({ work, title, lastAt }, row) => {
        const at = columnOf(columns, lastAt);
        const isLate = at / columns.length > 0.6;
        const place = { '--at': at, '--of': columns.length, '--below': gone.length - 1 - row };
        return (
          <p key={work} className={isLate ? 'late' : ''} style={place as React.CSSProperties}>
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

/** Works of which nothing is left, as they went; only where somebody counted. */
function useSoldOut(lines: readonly LedgerLine[]): readonly WorkSold[] {
  const levels = useLevelsOfWorks();
  return worksSold(lines)
    .filter(({ work }) => (levels?.get(work) ?? 1) <= 0)
    .toSorted((a, b) => a.lastAt - b.lastAt)
    .slice(-MOST_MARKS);
}

function columnOf(columns: readonly HalfHour[], at: number): number {
  return Math.max(
    0,
    columns.findLastIndex(({ from }) => from <= at),
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
