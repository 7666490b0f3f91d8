import { max } from 'd3-array';
import { FormattedMessage } from 'react-intl';
import type { LedgerLine } from '../../domain/ledger/ledger-lines.ts';
import { halfHours } from '../../domain/market-days/board.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { defineMessages } from '../../ui/messages.ts';
import { useMoney } from '../../ui/money.tsx';
import './hour-bars.css';

const text = defineMessages({
  most: { id: 'paper.most', defaultMessage: 'most from {time}, {amount}' },
  hours: { id: 'paper.hours', defaultMessage: 'Takings by half hour' },
});

/** Takings by half hour; nothing where there are none. */
export function HourBars({ day, lines }: { readonly day: MarketDay; readonly lines: readonly LedgerLine[] }) {
  const money = useMoney();
  const columns = halfHours(lines, day);
  const most = max(columns, ({ takings }) => takings) ?? 0;
  if (most <= 0) return null;
  const best = columns.find(({ takings }) => takings === most);
  return (
    <figure className="hour-bars">
      <p className="hidden-text">
        <FormattedMessage {...text.hours} />
      </p>
      <div aria-hidden="true">
        {columns.map((column) => (
          <i
            key={column.from}
            className={column === best ? 'most' : ''}
            style={{ blockSize: `${(Math.max(0, column.takings) / most) * 100}%` }}
          />
        ))}
      </div>
      <figcaption className="note q">
        <span>{columns[0]?.time}</span>
        <span>
          <FormattedMessage {...text.most} values={{ time: best?.time, amount: money.text(most) }} />
        </span>
        <span>{columns.at(-1)?.time}</span>
      </figcaption>
    </figure>
  );
}
