import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation, useParams } from 'wouter';
import { accountingFile, csvFiles, dialectOf } from '../../domain/ledger/day-files.ts';
import type { CsvDialect } from '../../domain/ledger/csv.ts';
import type { DayLedger } from '../../domain/ledger/day-ledger.ts';
import { marketDayList, type MarketDay } from '../../domain/market-days/day-list.ts';
import { wallClock } from '../../domain/time.ts';
import { askPin, leadPin } from '../../store/pin.ts';
import { readLedger } from '../../store/read-ledger.ts';
import { readMarketDays } from '../../store/read.ts';
import { useLive, useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { Money, useMoney } from '../../ui/money.tsx';
import { Page } from '../../ui/page.tsx';
import { percent } from '../../ui/percent.ts';
import { PinSheet } from '../../ui/pin-sheet.tsx';
import { printPage } from '../../ui/print-page.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { saveOut, shareFiles } from '../../ui/share-files.ts';
import { tenderWords } from '../../ui/tender-text.ts';
import { defineMessages } from '../../ui/messages.ts';
import { LedgerTables } from './ledger-tables.tsx';
import './ledger.css';

const text = defineMessages({
  title: { id: 'ledger.title', defaultMessage: 'Ledger' },
  none: { id: 'ledger.none', defaultMessage: 'No ledger yet.' },
  noneBody: { id: 'ledger.noneBody', defaultMessage: 'It begins with the first sale of a market day.' },
  till: { id: 'ledger.till', defaultMessage: 'Open the till' },
  day: { id: 'ledger.day', defaultMessage: 'Market day' },
  report: { id: 'ledger.report', defaultMessage: 'Z reports' },
  share: { id: 'ledger.share', defaultMessage: 'Share' },
  print: { id: 'ledger.print', defaultMessage: 'Print A4' },
  files: { id: 'ledger.files', defaultMessage: 'Files' },
  decimals: { id: 'ledger.decimals', defaultMessage: 'Decimals in tables' },
  point: { id: 'ledger.point', defaultMessage: '1234.50' },
  comma: { id: 'ledger.comma', defaultMessage: '1234,50' },
  shared: { id: 'ledger.shared', defaultMessage: 'The ledger was handed over.' },
  saved: { id: 'ledger.saved', defaultMessage: 'The ledger is among this tablet’s downloads.' },
  byTender: { id: 'ledger.byTender', defaultMessage: 'Ways of paying' },
  byRate: { id: 'ledger.byRate', defaultMessage: 'Tax' },
  byMaker: { id: 'ledger.byMaker', defaultMessage: 'Makers' },
  takings: { id: 'ledger.takings', defaultMessage: 'Takings' },
  sold: { id: 'ledger.sold', defaultMessage: 'Sold' },
  refunded: { id: 'ledger.refunded', defaultMessage: 'Given back' },
  refundedTwice: { id: 'ledger.refundedTwice', defaultMessage: 'Given back twice' },
  rounding: { id: 'ledger.rounding', defaultMessage: 'Cash rounding' },
  together: { id: 'ledger.together', defaultMessage: 'Together' },
  noTax: { id: 'ledger.noTax', defaultMessage: 'No tax' },
  rate: { id: 'ledger.rate', defaultMessage: '{rate}, net {net}' },
  collective: { id: 'ledger.collective', defaultMessage: 'The collective' },
  keeps: { id: 'ledger.keeps', defaultMessage: '{name} keeps {maker}, the collective {collective}' },
  example: { id: 'ledger.example', defaultMessage: 'Example: nothing here is real' },
});

/** A day's money, line by line and summed up, with its files. */
export function LedgerScreen() {
  const { id } = useParams<{ id?: string }>();
  const { db, catalogue, day: selected, zone, now } = useStall();
  const [, go] = useLocation();
  const rows = useLive(() => readMarketDays(db), [db]);
  const days = useMemo(() => {
    const today = wallClock(now(), zone).date;
    return rows && marketDayList(catalogue.plans, rows, catalogue.collective, today).filter(hasBeenOpen);
  }, [rows, catalogue, zone, now]);
  const chosen = days?.find((day) => day.id === (id ?? selected)) ?? days?.[0];
  const read = useLive(
    async () => (chosen ? { id: chosen.id, ledger: (await readLedger(db, chosen.id, catalogue)).ledger } : undefined),
    [db, chosen?.id, catalogue],
  );
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
  if (read?.id !== chosen.id || !read) return null;
  return <DayLedgerPage days={days} day={chosen} ledger={read.ledger} />;
}

function hasBeenOpen({ openedAt }: MarketDay): boolean {
  return openedAt !== null;
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
  const nameOf = useDayName();
  const name = nameOf(day);
  return (
    <Page
      title={name}
      lead={[writtenDate(intl, day.date), day.venue].filter(Boolean).join(' · ')}
      actions={
        <>
          <Select
            label={intl.formatMessage(text.day)}
            value={day.id}
            onChoose={(id) => go(`/market/ledger/${id}`)}
            choices={days.map((each) => ({ id: each.id, label: `${writtenDate(intl, each.date)}, ${nameOf(each)}` }))}
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
        <div className="ledger-sums">
          <Totals ledger={ledger} />
          <ByTender ledger={ledger} />
          <ByRate ledger={ledger} />
          <ByMaker ledger={ledger} />
        </div>
        <Files day={day} name={name} ledger={ledger} />
        <LedgerTables ledger={ledger} zone={day.zone} />
      </div>
    </Page>
  );
}

function Totals({ ledger }: { readonly ledger: DayLedger }) {
  const { takings, refunded, refundedTwice, rounding, tenders } = ledger.totals;
  return (
    <section>
      <h2>
        <FormattedMessage {...text.takings} />
      </h2>
      <p className="ledger-total">
        <Money minor={takings - refunded} sign />
      </p>
      <dl>
        <SumRow label={<FormattedMessage {...text.sold} />} minor={takings} />
        {refunded !== 0 && <SumRow label={<FormattedMessage {...text.refunded} />} minor={0 - refunded} />}
        {refundedTwice !== 0 && (
          <SumRow label={<FormattedMessage {...text.refundedTwice} />} minor={0 - refundedTwice} />
        )}
        {rounding !== 0 && <SumRow label={<FormattedMessage {...text.rounding} />} minor={rounding} />}
        <SumRow label={<FormattedMessage {...text.together} />} minor={tenders} isSum />
      </dl>
    </section>
  );
}

function ByTender({ ledger }: { readonly ledger: DayLedger }) {
  const intl = useIntl();
  return (
    <section>
      <h2>
        <FormattedMessage {...text.byTender} />
      </h2>
      <dl>
        {ledger.byTender.map(({ key, amount }) => (
          <SumRow key={key} label={tenderWords(intl, key)} minor={amount} />
        ))}
        <SumRow label={<FormattedMessage {...text.together} />} minor={ledger.totals.tenders} isSum />
      </dl>
    </section>
  );
}

function ByRate({ ledger }: { readonly ledger: DayLedger }) {
  const intl = useIntl();
  const money = useMoney();
  return (
    <section>
      <h2>
        <FormattedMessage {...text.byRate} />
      </h2>
      <dl>
        {ledger.taxes.map(({ rate, net, tax }) => (
          <SumRow
            key={rate ?? 'none'}
            label={
              rate === null ? (
                <FormattedMessage {...text.noTax} />
              ) : (
                <FormattedMessage
                  {...text.rate}
                  values={{ rate: percent(intl, rate / 1_000_000), net: money.text(net) }}
                />
              )
            }
            minor={tax}
          />
        ))}
        <SumRow label={<FormattedMessage {...text.together} />} minor={ledger.totals.tax} isSum />
      </dl>
    </section>
  );
}

function ByMaker({ ledger }: { readonly ledger: DayLedger }) {
  const money = useMoney();
  const { catalogue, device } = useStall();
  return (
    <section className="ledger-makers">
      <h2>
        <FormattedMessage {...text.byMaker} />
      </h2>
      <dl>
        {ledger.photographers.map(({ photographer, takings, shares }) => {
          const name = catalogue.photographerById.get(photographer)?.name;
          return (
            <div key={photographer} className="sum-row maker">
              <dt>{name ?? <FormattedMessage {...text.collective} />}</dt>
              <dd>
                <Money minor={takings} />
              </dd>
              {name && shares && device.class === 'lead' && (
                <dd className="note q maker-keeps">
                  <FormattedMessage
                    {...text.keeps}
                    values={{
                      name: name.split(' ')[0],
                      maker: money.text(shares.photographer),
                      collective: money.text(shares.collective),
                    }}
                  />
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function SumRow({
  label,
  minor,
  isSum = false,
}: {
  readonly label: React.ReactNode;
  readonly minor: number;
  readonly isSum?: boolean;
}) {
  return (
    <div className={isSum ? 'sum-row last' : 'sum-row'}>
      <dt>{label}</dt>
      <dd>
        <Money minor={minor} />
      </dd>
    </div>
  );
}

function Files({ day, name, ledger }: { readonly day: MarketDay; readonly name: string; readonly ledger: DayLedger }) {
  const intl = useIntl();
  const stall = useStall();
  const { catalogue } = stall;
  const pin = leadPin(stall);
  const [asked, setAsked] = useState<{ readonly act: () => void }>();
  const [dialect, setDialect] = useState<CsvDialect>(() => dialectOf(catalogue.collective.locale));
  const [said, setSaid] = useState('');
  const named = { name, date: day.date, zone: day.zone };
  const tables = csvFiles(ledger, catalogue, named, dialect);
  const accounts = (['hledger', 'beancount'] as const).map((format) =>
    accountingFile(ledger, catalogue, named, format),
  );
  /** Files leave a stall's tablet with a lead's PIN only. */
  const handOver = (act: () => void) => (pin ? setAsked({ act }) : act());
  const share = async () => {
    const what = await shareFiles(tables, name);
    if (what === 'left') return;
    const words = intl.formatMessage(text[what]);
    setSaid(words);
    announce(words);
  };
  return (
    <section className="ledger-files">
      <h2>
        <FormattedMessage {...text.files} />
      </h2>
      <div className="file-row">
        <Button kind="go" icon="share" onClick={() => handOver(() => void share())}>
          <FormattedMessage {...text.share} />
        </Button>
        <Button icon="print" onClick={() => printPage('a4')}>
          <FormattedMessage {...text.print} />
        </Button>
        <span className="q" aria-hidden="true">
          <FormattedMessage {...text.decimals} />
        </span>
        <Segmented
          label={intl.formatMessage(text.decimals)}
          chosen={dialect}
          onChoose={setDialect}
          segments={[
            { id: 'point', label: intl.formatMessage(text.point) },
            { id: 'comma', label: intl.formatMessage(text.comma) },
          ]}
        />
      </div>
      <ul className="file-list">
        {[...tables, ...accounts].map((file) => (
          <li key={file.name}>
            <Button kind="quiet" icon="file" onClick={() => handOver(() => saveOut(file))}>
              {shortNameOf(file.name)}
            </Button>
          </li>
        ))}
      </ul>
      {said && <p className="q">{said}</p>}
      {asked && pin && (
        <PinSheet
          purpose="files"
          ask={(typed) => askPin(stall, typed, pin)}
          onClose={() => setAsked(undefined)}
          onRight={() => {
            setAsked(undefined);
            asked.act();
          }}
        />
      )}
    </section>
  );
}

/** What is in the file: date and market stand above the list, `2026-06-14-harbour-market-lines.csv` is `lines.csv`. */
function shortNameOf(name: string): string {
  const [stem = '', ending = ''] = name.split(/\.(?=\w+$)/);
  return ending === 'csv' ? `${stem.split('-').at(-1)}.csv` : `${ending === 'journal' ? 'hledger' : ending}.${ending}`;
}

function useDayName(): (day: MarketDay) => string {
  const intl = useIntl();
  return ({ name, date }) => (name === '' || name === date ? writtenDate(intl, date) : name);
}

function writtenDate(intl: ReturnType<typeof useIntl>, date: string): string {
  // A calendar date has no zone: noon UTC is that date wherever it is written.
  const options = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return date ? intl.formatDate(`${date}T12:00:00Z`, options).replace(',', '') : '';
}
