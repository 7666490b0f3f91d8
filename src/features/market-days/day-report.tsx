import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { csvFiles, dialectOf } from '../../domain/ledger/day-files.ts';
import type { FactRead } from '../../domain/fact.ts';
import type { DrawerDay } from '../../domain/ledger/day-ledger.ts';
import { lateReport } from '../../domain/market-days/amendments.ts';
import { uncovered } from '../../domain/market-days/drawer.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { ownDrawer } from '../../store/drawer.ts';
import { leadAsked } from '../../store/pin.ts';
import type { DayRead } from '../../store/read-ledger.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { usePinBefore } from '../../ui/pin-sheet.tsx';
import { printPage } from '../../ui/print-page.ts';
import { shareFiles } from '../../ui/share-files.ts';
import { defineMessages } from '../../ui/messages.ts';
import { hasOwnName, useDates, useDayName } from '../../ui/use-dates.ts';
import { useOnce } from '../../ui/use-once.ts';
import { closeDay, openDrawersIn } from './actions.ts';
import { CloseFrame } from './close-frame.tsx';
import { priceRowsIn } from './price-rows.ts';
import { problemWords } from './problem-text.ts';
import { StillOpen } from './still-open.tsx';
import { TabletsIn } from './tablets-in.tsx';
import { WhoEarned } from './who-earned.tsx';
import { ZPaper } from './z-paper.tsx';
import './report.css';

const text = defineMessages({
  closed: { id: 'report.closed', defaultMessage: '{name} is closed' },
  drawerClosed: { id: 'report.drawerClosed', defaultMessage: 'The drawer is closed, {name} is open' },
  report: { id: 'report.title', defaultMessage: 'Z reports of {name}' },
  none: { id: 'report.none', defaultMessage: 'No drawer of this day is closed yet.' },
  count: { id: 'report.count', defaultMessage: 'Close the day' },
  toLedger: { id: 'report.toLedger', defaultMessage: 'Files for the books' },
  share: { id: 'report.share', defaultMessage: 'Share ledger' },
  shared: { id: 'report.shared', defaultMessage: 'The ledger was handed over.' },
  saved: { id: 'report.saved', defaultMessage: 'The ledger is among this tablet’s downloads.' },
  printA4: { id: 'report.printA4', defaultMessage: 'Print A4' },
  printRoll: { id: 'report.printRoll', defaultMessage: 'Print 80 mm' },
  closeDay: { id: 'report.closeDay', defaultMessage: 'Close the day all the same' },
});

/** The day's Z reports, who earned what, and the ledger to share. `steps`: as the last step of the close. */
export function DayReport({
  day,
  read,
  steps = false,
}: {
  readonly day: MarketDay;
  readonly read: DayRead;
  readonly steps?: boolean;
}) {
  const nameOf = useDayName();
  const dates = useDates();
  const name = nameOf(day);
  const body = (
    <div className="report">
      <section className="papers">
        <Papers day={day} read={read} />
      </section>
      <section className="report-side">
        <TabletsIn read={read} />
        <WhoEarned ledger={read.ledger} />
        <StillOpen read={read} />
      </section>
      <ReportEnd day={day} read={read} />
    </div>
  );
  if (!steps) {
    return (
      <Page
        title={<FormattedMessage {...text.report} values={{ name }} />}
        lead={hasOwnName(day) && dates.long(day.date)}
      >
        {body}
      </Page>
    );
  }
  const title = day.closedAt === null ? text.drawerClosed : text.closed;
  return (
    <CloseFrame step={3} title={<FormattedMessage {...title} values={{ name }} />}>
      {body}
    </CloseFrame>
  );
}

function Papers({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const { day: selected, device } = useStall();
  const [, go] = useLocation();
  const isOwnOpen = selected === day.id && openDrawersIn(read.reads).includes(ownDrawer(device));
  const papers = read.ledger.drawers.flatMap((drawer) => papersOf(day, read, drawer));
  if (papers.length > 0) return papers;
  return (
    <EmptyState
      title={<FormattedMessage {...text.none} />}
      action={
        isOwnOpen && (
          <Button onClick={() => go('/market/close')}>
            <FormattedMessage {...text.count} />
          </Button>
        )
      }
    />
  );
}

/** A drawer's Z reports as they were written, below them its numbered amendments, and what waits for a number. */
function papersOf(day: MarketDay, read: DayRead, { drawer, letters, closings, amendments }: DrawerDay) {
  const late = lateReport(read.reads, drawer);
  const last = closings.at(-1)?.closed.body.z ?? '';
  const loose = late ? uncovered(read.reads, drawer) : [];
  const linesOf = (some: readonly FactRead[]) => {
    const facts = new Set(some.map(({ first }) => first));
    return read.ledger.lines.filter(({ fact }) => facts.has(fact));
  };
  return [
    ...closings.map((closing) => {
      const { closed, again, overlaps } = closing;
      return (
        <ZPaper
          key={closed.body.z}
          kind="z"
          number={closed.body.z}
          day={day}
          letters={letters}
          sums={closed.body.sums}
          cash={closed.body}
          from={again.openedAt}
          to={closed.at}
          lines={linesOf(closing.covers)}
          priceRows={priceRowsIn(closing.covers)}
          overlaps={overlaps}
        />
      );
    }),
    ...amendments.map(({ amended, z, says, report, overlaps }) => (
      <ZPaper
        key={`${drawer}-${amended.hash}`}
        kind="amendment"
        number={z}
        amendment={amended.body.number}
        numberedAt={amended.at}
        day={day}
        letters={letters}
        sums={report.sums}
        cash={null}
        from={null}
        to={null}
        lines={linesOf(says)}
        priceRows={priceRowsIn(says)}
        overlaps={overlaps}
      />
    )),
    ...(late
      ? [
          <ZPaper
            key={`${drawer}-late`}
            kind="late"
            number={last}
            day={day}
            letters={letters}
            sums={late.sums}
            cash={null}
            from={null}
            to={null}
            lines={linesOf(loose)}
            priceRows={priceRowsIn(loose)}
            overlaps={[]}
          />,
        ]
      : []),
  ];
}

function ReportEnd({ day, read }: { readonly day: MarketDay; readonly read: DayRead }) {
  const intl = useIntl();
  const stall = useStall();
  const nameOf = useDayName();
  const once = useOnce();
  const [, go] = useLocation();
  const [said, setSaid] = useState('');
  const { pinBefore, sheet } = usePinBefore('files', leadAsked(stall));
  const { catalogue, device } = stall;
  const open = openDrawersIn(read.reads);
  // An own drawer is counted, not passed over.
  const areOthersOpen = open.length > 0 && !open.includes(ownDrawer(device));
  const share = async () => {
    const name = nameOf(day);
    const dialect = dialectOf(catalogue.collective.locale);
    const files = csvFiles(read.ledger, catalogue, { name, date: day.date, zone: day.zone }, dialect);
    const what = await shareFiles(files, name);
    if (what === 'left') return;
    const words = intl.formatMessage(text[what]);
    setSaid(words);
    announce(words);
  };
  const end = async () => {
    const written = await closeDay(stall, day.id);
    if (!written.ok) setSaid(problemWords(intl, written.problem));
  };
  return (
    <footer className="report-end">
      <span className="q">{said}</span>
      <span className="sp" />
      {day.closedAt === null && areOthersOpen && device.class === 'lead' && (
        <Button onClick={() => void once(end)}>
          <FormattedMessage {...text.closeDay} />
        </Button>
      )}
      <Button kind="quiet" icon="print" onClick={() => printPage('roll')}>
        <FormattedMessage {...text.printRoll} />
      </Button>
      <Button kind="quiet" icon="print" onClick={() => printPage('a4')}>
        <FormattedMessage {...text.printA4} />
      </Button>
      <Button kind="quiet" icon="file" onClick={() => go(`/market/ledger/${day.id}`)}>
        <FormattedMessage {...text.toLedger} />
      </Button>
      <Button kind="go" size="big" icon="share" onClick={() => pinBefore(() => void share())}>
        <FormattedMessage {...text.share} />
      </Button>
      {sheet}
    </footer>
  );
}
