import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation, useParams } from 'wouter';
import type { DayLedger } from '../../domain/ledger/day-ledger.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { useStall } from '../../store/stall.tsx';
import { useDayRead, useDays } from '../../store/use-days.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page.tsx';
import { hasOwnName, useDates } from '../../ui/use-dates.ts';
import { LedgerFiles } from './ledger-files.tsx';
import { LedgerSums } from './ledger-sums.tsx';
import { LedgerTables } from './ledger-tables.tsx';
import './ledger.css';

const text = defineMessages({
  title: { id: 'ledger.title', defaultMessage: 'Ledger' },
  none: { id: 'ledger.none', defaultMessage: 'No ledger yet.' },
  noneBody: { id: 'ledger.noneBody', defaultMessage: 'It begins with the first sale of a market day.' },
  till: { id: 'ledger.till', defaultMessage: 'Open the till' },
  day: { id: 'ledger.day', defaultMessage: 'Market day' },
  report: { id: 'ledger.report', defaultMessage: 'Z reports' },
  example: { id: 'ledger.example', defaultMessage: 'Example: nothing here is real' },
});

/** A day's money, line by line and summed up, with its files. */
export function LedgerScreen() {
  const { id } = useParams<{ id?: string }>();
  const { day: selected } = useStall();
  const [, go] = useLocation();
  const days = useDays()?.filter(({ openedAt }) => openedAt !== null);
  const chosen = days?.find((day) => day.id === (id ?? selected)) ?? days?.[0];
  const read = useDayRead(chosen?.id);
  if (!days) return null;
  if (!chosen) {
    return (
      <Page title={<FormattedMessage {...text.title} />}>
        <EmptyState
          title={<FormattedMessage {...text.none} />}
          action={
            <Button kind="go" onClick={() => go('/')}>
              <FormattedMessage {...text.till} />
            </Button>
          }
        >
          <FormattedMessage {...text.noneBody} />
        </EmptyState>
      </Page>
    );
  }
  if (!read) return null;
  return <DayLedgerPage days={days} day={chosen} ledger={read.ledger} />;
}

function DayLedgerPage({
  days,
  day,
  ledger,
}: {
  readonly days: readonly MarketDay[];
  readonly day: MarketDay;
  readonly ledger: DayLedger;
}) {
  const intl = useIntl();
  const [, go] = useLocation();
  const { catalogue } = useStall();
  const dates = useDates();
  const nameOf = (each: MarketDay) => (hasOwnName(each) ? each.name : dates.dated(each.date));
  const dateBeside = (each: MarketDay) => (hasOwnName(each) ? dates.dated(each.date) : '');
  const name = nameOf(day);
  return (
    <Page
      title={name}
      lead={[dateBeside(day), day.venue].filter(Boolean).join(' · ')}
      actions={
        <>
          <Select
            label={intl.formatMessage(text.day)}
            value={day.id}
            onChoose={(id) => go(`/market/ledger/${id}`)}
            choices={days.map((each) => ({
              id: each.id,
              label: [dateBeside(each), nameOf(each)].filter(Boolean).join(', '),
            }))}
          />
          <Button onClick={() => go(`/market/report/${day.id}`)}>
            <FormattedMessage {...text.report} />
          </Button>
        </>
      }
    >
      <div className="ledger">
        {catalogue.collective.example && (
          <p className="ledger-example">
            <FormattedMessage {...text.example} />
          </p>
        )}
        <LedgerSums ledger={ledger} />
        <LedgerFiles day={day} name={name} ledger={ledger} />
        <LedgerTables ledger={ledger} zone={day.zone} />
      </div>
    </Page>
  );
}
