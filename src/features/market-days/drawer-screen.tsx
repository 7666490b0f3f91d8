import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { uncovered, xReport } from '../../domain/market-days/drawer.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { ownDrawer } from '../../store/drawer.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { useStall } from '../../store/stall.tsx';
import { useDayRead, useDays } from '../../store/use-days.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { printPage } from '../../ui/print-page.ts';
import { defineMessages } from '../../ui/messages.ts';
import { useDates, useDayName } from '../../ui/use-dates.ts';
import { MoveCashSheet } from './move-cash-sheet.tsx';
import { priceRowsIn } from './price-rows.ts';
import { ZPaper } from './z-paper.tsx';
import './drawer-screen.css';
import './report.css';

const text = defineMessages({
  title: { id: 'drawer.title', defaultMessage: 'Drawer of tablet {letters}' },
  back: { id: 'drawer.back', defaultMessage: 'Board' },
  none: { id: 'drawer.none', defaultMessage: 'This drawer is not open.' },
  noneBody: { id: 'drawer.noneBody', defaultMessage: 'It opens with a market, or by itself with the first sale.' },
  market: { id: 'drawer.market', defaultMessage: 'Open a market' },
  paidIn: { id: 'drawer.paidIn', defaultMessage: 'Pay in' },
  paidOut: { id: 'drawer.paidOut', defaultMessage: 'Pay out' },
  moves: { id: 'drawer.moves', defaultMessage: 'In and out' },
  noMoves: { id: 'drawer.noMoves', defaultMessage: 'Nothing but sales so far.' },
  float: { id: 'drawer.float', defaultMessage: 'Float' },
  uncounted: { id: 'drawer.uncounted', defaultMessage: 'not counted' },
  print: { id: 'drawer.print', defaultMessage: 'Print 80 mm' },
});

/** This tablet's drawer as it stands: the X report, cash paid in and out. Nothing is closed by looking. */
export function DrawerScreen() {
  const { day: selected, device } = useStall();
  const days = useDays();
  const [, go] = useLocation();
  const day = days?.find(({ id, openedAt }) => id === selected && openedAt !== null);
  const read = useDayRead(day?.id);
  if (!days || (day && !read)) return null;
  if (day && read) return <OpenDrawer day={day} read={read} />;
  return (
    <Page title={<FormattedMessage {...text.title} values={{ letters: device.letters }} />}>
      <EmptyState
        title={<FormattedMessage {...text.none} />}
        action={
          <Button kind="go" onClick={() => go('/market')}>
            <FormattedMessage {...text.market} />
          </Button>
        }
      >
        <FormattedMessage {...text.noneBody} />
      </EmptyState>
    </Page>
  );
}

function OpenDrawer({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const intl = useIntl();
  const dates = useDates();
  const { device, now } = useStall();
  const nameOf = useDayName();
  const [, go] = useLocation();
  const [way, setWay] = useState<'in' | 'out'>();
  const drawer = ownDrawer(device);
  const report = xReport(read.reads, drawer);
  const moves = read.ledger.cashMoves.filter((move) => move.drawer === drawer && move.kind !== 'counted');
  const covered = read.ledger.drawers.find((each) => each.drawer === drawer)?.closings.flatMap(({ covers }) => covers);
  const closed = new Set(covered?.map(({ first }) => first));
  return (
    <Page
      title={<FormattedMessage {...text.title} values={{ letters: device.letters }} />}
      lead={nameOf(day)}
      back={
        <Button kind="quiet" icon="back" onClick={() => go('/market')}>
          <FormattedMessage {...text.back} />
        </Button>
      }
      actions={
        <>
          <Button icon="plus" onClick={() => setWay('in')}>
            <FormattedMessage {...text.paidIn} />
          </Button>
          <Button icon="minus" onClick={() => setWay('out')}>
            <FormattedMessage {...text.paidOut} />
          </Button>
          <Button kind="quiet" icon="print" onClick={() => printPage('roll')}>
            <FormattedMessage {...text.print} />
          </Button>
        </>
      }
    >
      <div className="report">
        <section className="papers">
          <ZPaper
            kind="x"
            number=""
            day={day}
            letters={device.letters}
            sums={report.sums}
            cash={{ expected: report.expected, isFloatCounted: report.isFloatCounted }}
            from={report.openedAt}
            to={now()}
            lines={read.ledger.lines.filter((line) => line.drawer === drawer && !closed.has(line.fact))}
            priceRows={priceRowsIn(uncovered(read.reads, drawer))}
            overlaps={[]}
          />
        </section>
        <section className="report-side">
          <div>
            <h2>
              <FormattedMessage {...text.moves} />
            </h2>
            {moves.length === 0 && (
              <p className="q">
                <FormattedMessage {...text.noMoves} />
              </p>
            )}
            <ul className="cash-moves">
              {moves.map((move) => (
                <li key={move.fact}>
                  <span className="note q">{dates.time(move.at, day.zone)}</span>
                  <span>{move.kind === 'float' ? intl.formatMessage(text.float) : move.reason}</span>
                  <b>{move.amount === null ? intl.formatMessage(text.uncounted) : <Money minor={move.amount} />}</b>
                </li>
              ))}
            </ul>
          </div>
        </section>
      </div>
      {way && <MoveCashSheet way={way} onClose={() => setWay(undefined)} />}
    </Page>
  );
}
