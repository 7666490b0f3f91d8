import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CsvDialect } from '../../domain/ledger/csv.ts';
import { accountingFile, csvFiles, dialectOf } from '../../domain/ledger/day-files.ts';
import type { DayLedger } from '../../domain/ledger/day-ledger.ts';
import type { MarketDay } from '../../domain/market-days/day-list.ts';
import { leadAsked } from '../../store/pin.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { usePinBefore } from '../../ui/pin-sheet.tsx';
import { printPage } from '../../ui/print-page.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { saveOut, shareFiles } from '../../ui/share-files.ts';

const text = defineMessages({
  share: { id: 'ledger.share', defaultMessage: 'Share' },
  print: { id: 'ledger.print', defaultMessage: 'Print A4' },
  files: { id: 'ledger.files', defaultMessage: 'Files' },
  decimals: { id: 'ledger.decimals', defaultMessage: 'Decimals in tables' },
  point: { id: 'ledger.point', defaultMessage: '1234.50' },
  comma: { id: 'ledger.comma', defaultMessage: '1234,50' },
  shared: { id: 'ledger.shared', defaultMessage: 'The ledger was handed over.' },
  saved: { id: 'ledger.saved', defaultMessage: 'The ledger is among this tablet’s downloads.' },
});

/** The day as files: tables to share, accounting formats, print. `name` is what the day is called. */
export function LedgerFiles({
  day,
  name,
  ledger,
}: {
  readonly day: MarketDay;
  readonly name: string;
  readonly ledger: DayLedger;
}) {
  const intl = useIntl();
  const stall = useStall();
  const { catalogue } = stall;
  // Files leave a stall's tablet with a lead's PIN only.
  const { pinBefore, sheet } = usePinBefore('files', leadAsked(stall));
  const [dialect, setDialect] = useState<CsvDialect>(() => dialectOf(catalogue.collective.locale));
  const [said, setSaid] = useState('');
  const named = { name, date: day.date, zone: day.zone };
  const tables = csvFiles(ledger, catalogue, named, dialect);
  const accounts = (['hledger', 'beancount'] as const).map((format) =>
    accountingFile(ledger, catalogue, named, format),
  );
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
        <Button kind="go" icon="share" onClick={() => pinBefore(() => void share())}>
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
            <Button kind="quiet" icon="file" onClick={() => pinBefore(() => saveOut(file))}>
              {shortNameOf(file.name)}
            </Button>
          </li>
        ))}
      </ul>
      {said && <p className="q">{said}</p>}
      {sheet}
    </section>
  );
}

/** What is in the file: date and market stand above the list, `2026-06-14-harbour-market-lines.csv` is `lines.csv`. */
function shortNameOf(name: string): string {
  const [stem = '', ending = ''] = name.split(/\.(?=\w+$)/);
  return ending === 'csv' ? `${stem.split('-').at(-1)}.csv` : `${ending === 'journal' ? 'hledger' : ending}.${ending}`;
}
