import { FormattedMessage } from 'react-intl';
import { useLocation } from 'wouter';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { worksSold } from '../../domain/market-days/board.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import type { DayRead } from '../../store/read-ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { useDates } from '../../ui/use-dates.ts';
import { BoardPauses } from './board-pauses.tsx';
import { useLevelsOfWorks } from './use-levels.ts';
import { useTablets, type TabletSeen } from './use-tablets.ts';
import './board-aside.css';

const text = defineMessages({
  low: { id: 'board.low', defaultMessage: 'Nearly gone' },
  lastOne: { id: 'board.lastOne', defaultMessage: 'Last one' },
  left: { id: 'board.left', defaultMessage: '{count} left, last sold {time}' },
  gone: { id: 'board.gone', defaultMessage: 'Sold out, {time}' },
  tablets: { id: 'board.tablets', defaultMessage: 'Tablets' },
  alone: { id: 'board.alone', defaultMessage: 'saved here' },
  allSent: { id: 'board.allSent', defaultMessage: 'all sent {time}' },
  toSend: { id: 'board.toSend', defaultMessage: '{count, number} to send' },
  heard: { id: 'board.heard', defaultMessage: 'heard {time}' },
  notHeard: { id: 'board.notHeard', defaultMessage: 'not heard yet' },
  drawer: { id: 'board.drawer', defaultMessage: 'Drawer' },
  close: { id: 'board.close', defaultMessage: 'Close the day' },
  report: { id: 'board.report', defaultMessage: 'Z report' },
});

const LOW = 3;
/** The way to the close stays on the first screen. */
const MOST_ROWS = 3;

/** Beside the day: what runs out, which tablets are in, who stands still, and the way to the close. */
export function BoardAside({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const [, go] = useLocation();
  return (
    <aside className="board-aside">
      <LowList day={day} read={read} />
      <Tablets day={day} read={read} />
      <BoardPauses reads={read.reads} />
      <span className="sp" />
      <div className="board-end">
        <Button kind="quiet" icon="cash" onClick={() => go('/market/drawer')}>
          <FormattedMessage {...text.drawer} />
        </Button>
        {day.state === 'open' ? (
          <Button onClick={() => go('/market/close')}>
            <FormattedMessage {...text.close} />
          </Button>
        ) : (
          <Button onClick={() => go(`/market/report/${day.id}`)}>
            <FormattedMessage {...text.report} />
          </Button>
        )}
      </div>
    </aside>
  );
}

function LowList({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const levels = useLevelsOfWorks();
  const low = worksSold(read.ledger.lines)
    .flatMap((sold) => {
      const level = levels?.get(sold.work);
      return level !== undefined && level <= LOW ? [{ ...sold, level }] : [];
    })
    .toSorted((a, b) => a.level - b.level || b.lastAt - a.lastAt)
    .slice(0, MOST_ROWS);
  if (low.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage {...text.low} />
      </h2>
      <ul className="low-list">
        {low.map((each) => (
          <LowRow key={each.work} {...each} zone={day.zone} />
        ))}
      </ul>
    </section>
  );
}

function LowRow({
  work,
  title,
  level,
  lastAt,
  zone,
}: {
  readonly work: string;
  readonly title: string;
  readonly level: number;
  readonly lastAt: number;
  readonly zone: string;
}) {
  const { catalogue } = useStall();
  const dates = useDates();
  const url = usePicture(catalogue.workById.get(work)?.picture?.small);
  const time = dates.time(lastAt, zone);
  return (
    <li>
      <span className="low-picture">{url && <img alt="" src={url} />}</span>
      <span>
        <span className="t">{title}</span>
        <span className="note q">
          {level <= 0 && <i className="sold-dot" />}
          {level <= 0 && <FormattedMessage {...text.gone} values={{ time }} />}
          {level === 1 && <FormattedMessage {...text.lastOne} />}
          {level > 1 && <FormattedMessage {...text.left} values={{ count: level, time }} />}
        </span>
      </span>
    </li>
  );
}

function Tablets({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const tablets = useTablets(read);
  if (!tablets) return null;
  return (
    <section>
      <h2>
        <FormattedMessage {...text.tablets} />
      </h2>
      <ul className="tablet-cards">
        {tablets.map((tablet) => (
          <li key={tablet.device} className={tablet.isIn ? '' : 'waits'}>
            <b>{tablet.letters}</b>
            <Icon name={tablet.isIn ? 'check' : 'clock'} size={22} />
            <span className="note">
              <TabletWords tablet={tablet} zone={day.zone} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TabletWords({ tablet, zone }: { readonly tablet: TabletSeen; readonly zone: string }) {
  const dates = useDates();
  const time = tablet.at === null ? '' : dates.time(tablet.at, zone);
  if (tablet.isOwn && !tablet.isJoined) return <FormattedMessage {...text.alone} />;
  if (tablet.isOwn && tablet.unsent > 0) return <FormattedMessage {...text.toSend} values={{ count: tablet.unsent }} />;
  if (tablet.isOwn) return <FormattedMessage {...text.allSent} values={{ time }} />;
  return time ? <FormattedMessage {...text.heard} values={{ time }} /> : <FormattedMessage {...text.notHeard} />;
}
